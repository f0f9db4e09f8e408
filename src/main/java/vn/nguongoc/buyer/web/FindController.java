package vn.nguongoc.buyer.web;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nguongoc.buyer.LotPages;
import vn.nguongoc.buyer.TypedCode;
import vn.nguongoc.buyer.UnitNotes;
import vn.nguongoc.generations.Things;
import vn.nguongoc.label.DigitalLink;
import vn.nguongoc.label.Serial;
import vn.nguongoc.lists.LotFilter;
import vn.nguongoc.lists.LotList;
import vn.nguongoc.shared.Gs1;
import vn.nguongoc.shared.Refusal;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.view.ViewOfLot;
import vn.nguongoc.web.Pages;

/** Finds a lot by what is printed on a pack beside its QR code. A plain form, which needs no scripts. */
@Controller
class FindController {
    /** Lots with the words of a number, among which the one is looked for. */
    private static final int LOOKED_AT = 200;

    /** What stands for the end of a word, which is otherwise taken as begun. */
    private static final String WHOLE_WORD = ".";

    private final LotList list;
    private final Things things;
    private final UnitNotes units;
    private final LotPages pages;
    private final Pages common;

    FindController(LotList list, Things things, UnitNotes units, LotPages pages, Pages common) {
        this.units = units;
        this.list = list;
        this.things = things;
        this.pages = pages;
        this.common = common;
    }

    @GetMapping("/find")
    Object find(
            @RequestParam(defaultValue = "") String lot,
            @RequestParam(defaultValue = "") String gtin,
            Model model,
            Locale language,
            HttpServletResponse response) {
        var typed = new TypedCode(lot);
        var path = typed.path();
        if (path.isPresent()) {
            return to(path.get(), language);
        }
        var unit = unit(lot);
        if (unit.isPresent()) {
            return to(unit.get(), language);
        }
        var digits = gtin.replaceAll("\\D", "");
        var goods = goods(digits);
        if (goods == null && !digits.isEmpty()) {
            return nothing("page.find.wrongGtin", gtin, lot, gtin, model, language, response);
        }
        var found = found(typed, goods);
        if (found.size() == 1) {
            return to(DigitalLink.address("", found.getFirst().address()), language);
        }
        if (found.isEmpty()) {
            return nothing("page.find.nothing", lot, lot, gtin, model, language, response);
        }
        model.addAttribute("found", found);
        model.addAttribute("addresses", found.stream().collect(Collectors.toMap(ViewOfLot::id, pages::addressOf)));
        return again(lot, gtin, model, language, response);
    }

    /** Where the unit is shown whose number was typed: told from the keys of serials, without looking for it. */
    private Optional<String> unit(String typed) {
        return Serial.typed(typed)
                .flatMap(serial -> units.unit(serial.value())
                        .flatMap(unit -> things.find(ViewOfLot.class, unit.lot()))
                        .filter(lot -> lot.item() != null)
                        .map(lot -> DigitalLink.address("", lot.address()) + "/21/" + serial.value()));
    }

    /** @param path percent-encoded */
    private static ResponseEntity<Void> to(String path, Locale language) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(path + "?lang=" + language.getLanguage()))
                .build();
    }

    private static @Nullable Gs1 goods(String digits) {
        try {
            return new Gs1(digits);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private List<ViewOfLot> found(TypedCode typed, @Nullable Gs1 goods) {
        var byId = typed.lot().flatMap(id -> things.find(ViewOfLot.class, id));
        if (byId.isPresent()) {
            return List.of(byId.get());
        }
        return candidates(typed.inOne(), goods).stream()
                .filter(typed::isNumberOf)
                .filter(it -> goods == null || isOf(it, goods))
                .toList();
    }

    private static boolean isOf(ViewOfLot lot, Gs1 goods) {
        return lot.item() != null && lot.item().gtin().asGtin14().equals(goods.asGtin14());
    }

    /** With a GTIN its newest lots; otherwise those that have the number among their words. */
    private List<ViewOfLot> candidates(String number, @Nullable Gs1 goods) {
        try {
            var filter = goods == null ? LotFilter.ofText(number + WHOLE_WORD) : LotFilter.ofGoods(goods);
            return list.page(filter, null, LOOKED_AT).items();
        } catch (Refused refused) {
            if (refused.refusal().refusalKind() == Refusal.Kind.BUSY) {
                throw refused;
            }
            return List.of(); // nothing to search for in it
        }
    }

    private String nothing(
            String key,
            String value,
            String lot,
            String gtin,
            Model model,
            Locale language,
            HttpServletResponse response) {
        var page = again(lot, gtin, model, language, response);
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute("notFound", common.phrases(language).say(key, value));
        return page;
    }

    private String again(String lot, String gtin, Model model, Locale language, HttpServletResponse response) {
        common.prepare(model, language, response);
        common.allowScripts(response);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("lot", lot);
        model.addAttribute("gtin", gtin);
        return "start";
    }
}
