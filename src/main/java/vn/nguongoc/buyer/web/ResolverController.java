package vn.nguongoc.buyer.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;
import vn.nguongoc.buyer.LinkTarget;
import vn.nguongoc.buyer.LinkType;
import vn.nguongoc.buyer.LinkedData;
import vn.nguongoc.buyer.Linksets;
import vn.nguongoc.buyer.LotPages;
import vn.nguongoc.buyer.UnitNote;
import vn.nguongoc.buyer.UnitNotes;
import vn.nguongoc.history.IssuedUnit;
import vn.nguongoc.history.LotHistories;
import vn.nguongoc.history.LotHistory;
import vn.nguongoc.label.LinkRefusal;
import vn.nguongoc.label.ScannedLink;
import vn.nguongoc.lists.LotFilter;
import vn.nguongoc.lists.LotList;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.view.ViewOfLot;
import vn.nguongoc.web.Pages;

/**
 * The resolver: what a QR code's address leads to, as a page, as JSON-LD or as a linkset. Where a unit is not known by
 * itself it answers with its lot, or with its product, and says so; it never answers for a lot that nobody recorded.
 *
 * @see <a href="https://ref.gs1.org/standards/resolver/">GS1-Conformant resolver standard</a>
 */
@Controller
class ResolverController {
    private static final int ON_A_PAGE = 20;

    private final LotHistories histories;
    private final LotList list;
    private final LotPages pages;
    private final LinkedData data;
    private final Linksets linksets;
    private final UnitNotes units;
    private final ScansOfPages scans;
    private final LotView view;
    private final Answering answering;
    private final Pages common;

    ResolverController(
            LotHistories histories,
            LotList list,
            LotPages pages,
            LinkedData data,
            Linksets linksets,
            UnitNotes units,
            ScansOfPages scans,
            LotView view,
            Answering answering,
            Pages common) {
        this.histories = histories;
        this.list = list;
        this.pages = pages;
        this.data = data;
        this.linksets = linksets;
        this.units = units;
        this.scans = scans;
        this.view = view;
        this.answering = answering;
        this.common = common;
    }

    /** The address of goods with a GTIN; and every address that begins like one. */
    @GetMapping({"/{key:\\d{2,4}}", "/{key:\\d{2,4}}/**"})
    @Nullable
    Object goods(
            HttpServletRequest request,
            WebRequest conditions,
            Model model,
            Locale language,
            HttpServletResponse response) {
        var visit = new Visit(request, conditions, model, language, response);
        try {
            return goods(ScannedLink.of(request.getRequestURI(), request.getQueryString()), visit);
        } catch (Refused refused) {
            return answering.refuse(refused, visit);
        }
    }

    /** A serial leads to the lot that it was issued for, unless the address names another one that there is. */
    private @Nullable Object goods(ScannedLink link, Visit visit) {
        var unit = units.unit(link.serial()).orElse(null);
        var key = link.lotKey();
        if (key != null) {
            return lot(histories.at(key).or(() -> lotOf(unit)), link, unit, visit);
        }
        var own = lotOf(unit).filter(history -> isOf(history, link));
        return own.isPresent() ? lot(own, link, unit, visit) : product(link, unit, visit);
    }

    private Optional<LotHistory> lotOf(@Nullable IssuedUnit unit) {
        return Optional.ofNullable(unit).flatMap(it -> histories.of(it.lot()));
    }

    private static boolean isOf(LotHistory history, ScannedLink link) {
        var item = history.lot().item();
        return item != null && item.gtin().asGtin14().equals(link.gtin().asGtin14());
    }

    /** The address of a lot without a GTIN. */
    @GetMapping("/t/{code}")
    @Nullable
    Object lot(
            @PathVariable String code,
            HttpServletRequest request,
            WebRequest conditions,
            Model model,
            Locale language,
            HttpServletResponse response) {
        var visit = new Visit(request, conditions, model, language, response);
        try {
            return lot(histories.at("t/" + code), null, null, visit);
        } catch (Refused refused) {
            return answering.refuse(refused, visit);
        }
    }

    // ---- a lot, also for one of its units

    private @Nullable Object lot(
            Optional<LotHistory> found, @Nullable ScannedLink link, @Nullable IssuedUnit unit, Visit visit) {
        if (found.isEmpty()) {
            return unknown(link, visit);
        }
        var history = found.get();
        var note = note(link, unit, history.lot().id());
        var anchor = pages.addressOf(history.lot());
        return switch (Answering.form(visit.request())) {
            case PAGE -> view.show(history, note, scans.count(history, link, unit, visit), visit);
            case LINKSET -> answering.linkset(anchor, linksets.document(anchor, linksets.of(history)));
            case LINK -> follow(linksets.of(history), visit);
            case DATA -> answering.data(data.of(history));
        };
    }

    private @Nullable UnitNote note(@Nullable ScannedLink link, @Nullable IssuedUnit unit, @Nullable LotId shown) {
        return link == null || link.serial() == null ? null : units.note(link.serial(), unit, shown);
    }

    /** Nobody recorded it; a product is no answer for a lot that does not exist. */
    private Object unknown(@Nullable ScannedLink link, Visit visit) {
        if (link != null && !lots(link, null).isEmpty()) {
            visit.model().addAttribute("right", "/01/" + link.gtin().asGtin14());
            visit.model().addAttribute("rightWords", "page.unknownCode.others");
        }
        return answering.unknown("page.unknownCode", visit);
    }

    // ---- a product

    private @Nullable Object product(ScannedLink link, @Nullable IssuedUnit unit, Visit visit) {
        var page = list.page(LotFilter.ofGoods(link.gtin()), visit.request().getParameter("cursor"), ON_A_PAGE);
        if (page.items().isEmpty()) {
            return unknown(null, visit);
        }
        var newest = page.items().getFirst();
        var anchor = common.base() + "/01/" + link.gtin().asGtin14();
        return switch (Answering.form(visit.request())) {
            case PAGE -> {
                scans.countUnknown(link, unit, visit);
                yield view.show(page, anchor, note(link, unit, null), visit);
            }
            case LINKSET -> answering.linkset(anchor, linksets.document(anchor, linksets.of(anchor, newest)));
            case LINK -> follow(linksets.of(anchor, newest), visit);
            case DATA -> answering.data(data.of(anchor, newest, Objects.requireNonNull(newest.item()), page.items()));
        };
    }

    private List<ViewOfLot> lots(ScannedLink link, @Nullable String cursor) {
        return list.page(LotFilter.ofGoods(link.gtin()), cursor, 1).items();
    }

    // ---- one link

    private static ResponseEntity<Void> follow(List<LinkTarget> links, Visit visit) {
        var asked = Objects.requireNonNull(visit.request().getParameter(Answering.LINK_TYPE));
        var ofType = Linksets.type(asked).stream()
                .flatMap(type -> links.stream().filter(it -> it.type() == type))
                .toList();
        var target = ofType.stream()
                .filter(it -> it.languages().contains(visit.language().getLanguage()))
                .findFirst()
                .or(() -> ofType.stream().findFirst())
                .orElseThrow(() -> new Refused(new LinkRefusal.NoSuchLink(
                        asked,
                        links.stream()
                                .map(LinkTarget::type)
                                .distinct()
                                .map(LinkType::code)
                                .toList())));
        return ResponseEntity.status(HttpStatus.TEMPORARY_REDIRECT)
                .location(URI.create(target.href()))
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .varyBy(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }
}
