package vn.nguongoc.buyer.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.server.ResponseStatusException;
import vn.nguongoc.buyer.LotPages;
import vn.nguongoc.history.LotFilter;
import vn.nguongoc.history.LotHistories;
import vn.nguongoc.history.LotHistory;
import vn.nguongoc.history.LotList;
import vn.nguongoc.history.Page;
import vn.nguongoc.history.View;
import vn.nguongoc.shared.Gs1;
import vn.nguongoc.shared.Refusal;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.web.Pages;

/** The start page, and a lot's page at the address its QR code holds. Both work without scripts and cookies. */
@Controller
class PageController {
    private static final CacheControl CACHED = CacheControl.maxAge(Duration.ofSeconds(60))
            .cachePublic()
            .staleWhileRevalidate(Duration.ofSeconds(600))
            .staleIfError(Duration.ofSeconds(86_400));
    private static final int ON_A_PAGE = 20;

    private final LotHistories histories;
    private final LotList list;
    private final LotPages pages;
    private final Pages common;

    PageController(LotHistories histories, LotList list, LotPages pages, Pages common) {
        this.histories = histories;
        this.list = list;
        this.pages = pages;
        this.common = common;
    }

    @GetMapping("/")
    String start(
            @RequestParam(required = false) @Nullable String cursor,
            Model model,
            Locale language,
            HttpServletResponse response) {
        common.prepare(model, language, response);
        var page = page(cursor);
        model.addAttribute("lots", page.items());
        model.addAttribute("next", page.cursor());
        model.addAttribute(
                "addresses", page.items().stream().collect(Collectors.toMap(View.OfLot::id, pages::addressOf)));
        model.addAttribute("base", common.base());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        return "start";
    }

    private Page<View.OfLot> page(@Nullable String cursor) {
        try {
            return list.page(LotFilter.ALL, cursor, ON_A_PAGE);
        } catch (Refused refused) {
            var busy = refused.refusal().refusalKind() == Refusal.Kind.BUSY;
            throw new ResponseStatusException(busy ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.NOT_FOUND);
        }
    }

    /** The address of goods with a GTIN. */
    @GetMapping("/01/{gtin}/10/{number}")
    @Nullable
    String goods(
            @PathVariable String gtin,
            @PathVariable String number,
            WebRequest request,
            Model model,
            Locale language,
            HttpServletResponse response) {
        try {
            var key = "01/" + new Gs1(gtin).asGtin14() + "/10/" + number;
            return show(histories.at(key), request, model, language, response);
        } catch (IllegalArgumentException e) {
            return common.say("page.wrongCode", common.base(), HttpStatus.BAD_REQUEST, model, language, response);
        }
    }

    /** The address of a lot without a GTIN. */
    @GetMapping("/t/{code}")
    @Nullable
    String lot(
            @PathVariable String code, WebRequest request, Model model, Locale language, HttpServletResponse response) {
        return show(histories.at("t/" + code), request, model, language, response);
    }

    private @Nullable String show(
            Optional<LotHistory> found,
            WebRequest request,
            Model model,
            Locale language,
            HttpServletResponse response) {
        if (found.isEmpty()) {
            return common.say("page.unknownCode", common.base(), HttpStatus.NOT_FOUND, model, language, response);
        }
        common.prepare(model, language, response);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CACHED.getHeaderValue());
        if (request.checkNotModified("W/\"" + found.get().version() + "-" + language.getLanguage() + "\"")) {
            return null;
        }
        model.addAttribute("page", pages.page(found.get(), language));
        return "lot";
    }
}
