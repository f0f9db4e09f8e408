package vn.nguongoc.buyer.web;

import java.time.Duration;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import vn.nguongoc.buyer.LotPages;
import vn.nguongoc.history.LotHistory;
import vn.nguongoc.history.Page;
import vn.nguongoc.history.View;
import vn.nguongoc.web.Pages;

/** A lot's page and a product's page, with what caches may do with them. */
@Component
class LotView {
    private static final CacheControl CACHED = CacheControl.maxAge(Duration.ofSeconds(60))
            .cachePublic()
            .staleWhileRevalidate(Duration.ofSeconds(600))
            .staleIfError(Duration.ofSeconds(86_400));

    private final LotPages pages;
    private final Pages common;

    LotView(LotPages pages, Pages common) {
        this.pages = pages;
        this.common = common;
    }

    /**
     * A lot's page.
     *
     * @param serial of the unit that was scanned, if it was one
     * @return the template's name; nothing if the reader has the page already
     */
    @Nullable
    String show(LotHistory history, @Nullable String serial, Visit visit) {
        var address = pages.addressOf(history.lot());
        prepare(address, serial, visit);
        var tag = "W/\"" + history.version() + "-" + visit.language().getLanguage() + "\"";
        if (visit.conditions().checkNotModified(tag)) {
            return null;
        }
        visit.model().addAttribute("page", pages.page(history, visit.language()));
        return "lot";
    }

    /**
     * A product's page with some of its lots.
     *
     * @param address the product's
     */
    String show(Page<View.OfLot> lots, String address, @Nullable String serial, Visit visit) {
        prepare(address, serial, visit);
        var newest = lots.items().getFirst();
        var model = visit.model();
        model.addAttribute("product", newest.product());
        model.addAttribute("item", Objects.requireNonNull(newest.item()));
        model.addAttribute("family", pages.familyOf(newest));
        model.addAttribute("lots", lots.items());
        model.addAttribute("next", lots.cursor());
        model.addAttribute("path", visit.request().getRequestURI());
        model.addAttribute(
                "addresses", lots.items().stream().collect(Collectors.toMap(View.OfLot::id, pages::addressOf)));
        if (serial == null) {
            visit.response().setHeader(HttpHeaders.CACHE_CONTROL, "public, no-cache");
        }
        return "goods";
    }

    /** Who scans which unit is nobody's business: its page is kept by no cache on the way and found by no search. */
    private void prepare(String address, @Nullable String serial, Visit visit) {
        var response = visit.response();
        common.prepare(visit.model(), visit.language(), response);
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        response.addHeader(
                HttpHeaders.LINK,
                "<" + address + "?linkType=linkset>; rel=\"linkset\"; type=\"application/linkset+json\"");
        if (serial == null) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, CACHED.getHeaderValue());
        } else {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
            response.setHeader("X-Robots-Tag", "noindex");
            visit.model().addAttribute("serial", serial);
        }
    }
}
