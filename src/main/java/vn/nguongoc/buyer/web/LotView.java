package vn.nguongoc.buyer.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;
import vn.nguongoc.buyer.LotPages;
import vn.nguongoc.buyer.UnitNote;
import vn.nguongoc.farmer.event.Purpose;
import vn.nguongoc.history.LotHistory;
import vn.nguongoc.history.NamedFarmer;
import vn.nguongoc.history.NamedFarmers;
import vn.nguongoc.lists.Page;
import vn.nguongoc.scan.ScanWords;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.view.ViewOfLot;
import vn.nguongoc.web.Pages;

/**
 * A lot's page and a product's page, with what caches may do with them. A lot's page is laid out and compressed once
 * for each version of its history and each language, so its strong tag stands for these very bytes.
 */
@Component
class LotView {
    private static final String CACHED = "public, max-age=60, stale-while-revalidate=600, stale-if-error=86400";
    private static final String GZIP = "gzip";

    /** On one page, for the sake of those who wait for it. */
    private static final int MOST_FARMERS = 30;

    private static final long REMEMBERED_BYTES = 16L << 20;

    private final LotPages pages;
    private final NamedFarmers farmers;
    private final Pages common;
    private final ITemplateEngine templates;
    private final String reportTo;
    private final Cache<Key, RenderedPage> rendered = Caffeine.newBuilder()
            .maximumWeight(REMEMBERED_BYTES)
            .weigher((Key key, RenderedPage it) -> it.bytes())
            .build();

    /** @param reportTo mail address for problems with goods; empty where there is none */
    LotView(
            LotPages pages,
            NamedFarmers farmers,
            Pages common,
            ITemplateEngine templates,
            @Value("${nguongoc.report-to:}") String reportTo) {
        this.pages = pages;
        this.farmers = farmers;
        this.common = common;
        this.templates = templates;
        this.reportTo = reportTo;
    }

    private record Key(LotId lot, long version, Locale language, String base) {}

    /**
     * A lot's page.
     *
     * @param unit that was scanned, if it was one
     * @param scans what is said of its scans, if anything is
     * @return nothing if the reader has the page already
     */
    @Nullable
    ResponseEntity<byte[]> show(
            LotHistory history, @Nullable UnitNote unit, ScanWords.@Nullable Note scans, Visit visit) {
        prepare(pages.addressOf(history.lot()), unit, visit);
        var words = unit == null ? new byte[0] : words(scans, visit);
        var compressed = acceptsGzip(visit);
        var farmers = named(history);
        if (!farmers.isEmpty()) {
            visit.response()
                    .setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
            return answer(render(history, farmers, visit), words, compressed);
        }
        var tag = history.version() + (unit == null ? "" : "-" + Integer.toHexString(Arrays.hashCode(words))) + "-"
                + visit.language().getLanguage() + "-" + common.edition();
        if (visit.conditions().checkNotModified("\"" + tag + (compressed ? "-" + GZIP : "") + "\"")) {
            return null;
        }
        var key = new Key(history.lot().id(), history.version(), visit.language(), common.base());
        return answer(rendered.get(key, it -> render(history, List.of(), visit)), words, compressed);
    }

    /** A page that names people is kept by nobody, since they may withdraw what they agreed to, or be erased. */
    private List<NamedFarmer> named(LotHistory history) {
        return farmers.of(history, MOST_FARMERS, Purpose.SHOW_NAME).stream()
                .filter(it -> it.name() != null || it.erased() != null)
                .toList();
    }

    private static ResponseEntity<byte[]> answer(RenderedPage page, byte[] words, boolean compressed) {
        var answer = ResponseEntity.ok().contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
        return compressed
                ? answer.header(HttpHeaders.CONTENT_ENCODING, GZIP).body(page.compressed(words))
                : answer.body(page.plain(words));
    }

    /** The lines about the unit, as the page holds them. */
    private byte[] words(ScanWords.@Nullable Note scans, Visit visit) {
        visit.model().addAttribute("scans", scans);
        visit.model().addAttribute("path", visit.request().getRequestURI());
        return process("unit", visit).getBytes(StandardCharsets.UTF_8);
    }

    private static boolean acceptsGzip(Visit visit) {
        return Optional.ofNullable(visit.request().getHeader(HttpHeaders.ACCEPT_ENCODING))
                .filter(it -> it.contains(GZIP) && !it.matches(".*gzip *; *q=0(\\.0*)?( *,.*|$)"))
                .isPresent();
    }

    private RenderedPage render(LotHistory history, List<NamedFarmer> named, Visit visit) {
        var model = visit.model();
        var page = pages.page(history, named, visit.language());
        model.addAttribute("page", page);
        model.addAttribute("r", common.phrases(page.rest()));
        model.addAttribute("base", common.base());
        model.addAttribute("version", history.version());
        model.addAttribute("reportTo", reportTo);
        return new RenderedPage(process("lot", visit));
    }

    private String process(String template, Visit visit) {
        var exchange = JakartaServletWebApplication.buildApplication(
                        visit.request().getServletContext())
                .buildExchange(visit.request(), visit.response());
        Map<String, Object> variables = visit.model().asMap();
        return templates.process(template, new WebContext(exchange, visit.language(), variables));
    }

    /**
     * A product's page with some of its lots.
     *
     * @param address the product's
     */
    String show(Page<ViewOfLot> lots, String address, @Nullable UnitNote unit, Visit visit) {
        prepare(address, unit, visit);
        var newest = lots.items().getFirst();
        var model = visit.model();
        model.addAttribute("product", newest.product());
        model.addAttribute("item", Objects.requireNonNull(newest.item()));
        model.addAttribute("family", pages.familyOf(newest));
        model.addAttribute("lots", lots.items());
        model.addAttribute("next", lots.cursor());
        model.addAttribute("path", visit.request().getRequestURI());
        model.addAttribute(
                "addresses", lots.items().stream().collect(Collectors.toMap(ViewOfLot::id, pages::addressOf)));
        if (unit == null) {
            visit.response().setHeader(HttpHeaders.CACHE_CONTROL, "public, no-cache");
        }
        return "goods";
    }

    /** Who scans which unit is nobody's business: its page is kept by no cache on the way and found by no search. */
    private void prepare(String address, @Nullable UnitNote unit, Visit visit) {
        var response = visit.response();
        common.prepare(visit.model(), visit.language(), response);
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        response.addHeader(
                HttpHeaders.LINK,
                "<" + address + "?linkType=linkset>; rel=\"linkset\"; type=\"application/linkset+json\"");
        if (unit == null) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, CACHED);
        } else {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
            response.setHeader("X-Robots-Tag", "noindex");
            visit.model().addAttribute("unit", unit);
        }
    }
}
