package vn.nguongoc.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.print.PageSize;
import org.openqa.selenium.print.PrintOptions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.nguongoc.Api;
import vn.nguongoc.Browser;
import vn.nguongoc.Chain;
import vn.nguongoc.ServiceTest;

/** What a buyer's browser makes of the pages: sizes, requests, paper, and what people who see or hear badly need. */
@ServiceTest
class BuyersBrowserTest {
    private static final String PRODUCT = "/01/09520001000010";
    private static final String RICE = PRODUCT + "/10/ST25-260518-A";
    private static final List<String> PACKED =
            List.of(RICE, "/01/09520002000019/10/TCT-260606-A", "/01/09520003000018/10/BNR-261013-A");
    private static final List<String> LANGUAGES = List.of("vi", "en", "km", "ja");
    /** What axe looks at of an element, as far as it differs between lots. */
    private static final Pattern PART = Pattern.compile("<[a-z0-9]+( class=\"[^\"]*\")?");

    private static final int KILOBYTE = 1024;
    private static final int FINGER = 44;
    private static final String TARGETS = "a, button, summary, input:not([type=hidden])";

    /** A browser takes seconds to start; tests to which it does not matter what it saw before share one. */
    private static Browser phone;

    @Autowired
    private Demo demo;

    @TempDir
    private Path temporary;

    private final String base;
    private final Api api;

    BuyersBrowserTest(@LocalServerPort int port) {
        base = "http://127.0.0.1:" + port;
        api = new Api(port);
    }

    @BeforeAll
    static void start(@TempDir Path profile) {
        phone = new Browser(profile, Browser.PHONE);
    }

    @AfterAll
    static void end() {
        if (phone != null) { // there is none where no browser is installed
            phone.close();
        }
    }

    @BeforeEach
    void record() {
        demo.replay();
    }

    /** Those that have a part which none before them has. */
    private List<String> lots() {
        var seen = new HashSet<String>();
        return api.get("/api/lots?limit=200")
                .json()
                .get("lots")
                .valueStream()
                .map(lot -> "/" + lot.get("address").stringValue())
                .filter(path -> seen.addAll(parts(path)))
                .toList();
    }

    private Set<String> parts(String path) {
        return PART.matcher(api.get(path).text())
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    @Test
    void the_first_screen_of_packed_goods_needs_no_scrolling_in_any_language() {
        for (var path : PACKED) {
            for (var language : LANGUAGES) {
                phone.driver().get(base + path + "?lang=" + language);
                assertThat(bottom(phone.elements(".facts dd").getLast()))
                        .as(path + " in " + language)
                        .isLessThanOrEqualTo(Browser.PHONE.getHeight());
            }
        }
    }

    @Test
    void what_a_typed_code_found_and_what_it_did_not_find_stands_on_the_first_screen() {
        for (var language : LANGUAGES) {
            phone.driver().get(base + "/find?lot=ST25-260518-A&lang=" + language);
            var found = phone.elements(".lots a");
            assertThat(found).hasSizeGreaterThan(1);
            assertThat(bottom(found.getFirst())).as(language).isLessThanOrEqualTo(Browser.PHONE.getHeight());
            phone.driver().get(base + "/find?lot=nothing&lang=" + language);
            assertThat(bottom(phone.elements("main > .doubts").getFirst()))
                    .as(language)
                    .isLessThanOrEqualTo(Browser.PHONE.getHeight());
        }
    }

    private static int bottom(WebElement element) {
        return element.getLocation().getY() + element.getSize().getHeight();
    }

    @Test
    void the_first_view_takes_three_requests_and_forty_kilobytes_at_most() {
        try (var phone = new Browser(temporary, Browser.PHONE)) {
            for (var path : PACKED) {
                phone.driver().get(base + path + "?lang=vi");
                var sizes = sizes(phone);
                assertThat(sizes).as(path).hasSizeLessThanOrEqualTo(3);
                assertThat(sizes.stream().mapToLong(it -> it).sum()).as(path).isLessThanOrEqualTo(40 * KILOBYTE);

                phone.elements("summary").forEach(it -> phone.driver().executeScript("arguments[0].click()", it));
                phone.scrollTo(".way");
                phone.driver().executeAsyncScript("""
                                const done = arguments[0], picture = document.querySelector('.way img');
                                picture.complete ? done(true) : picture.addEventListener('load', () => done(true));""");
                assertThat(sizes(phone).stream().mapToLong(it -> it).sum())
                        .as("all of " + path)
                        .isLessThanOrEqualTo(150 * KILOBYTE);
            }
        }
    }

    /** Bytes of each request of the page, as they came over the wire. */
    private static List<Long> sizes(Browser browser) {
        return ((List<?>) browser.said("""
                        return [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
                          .filter(it => !it.name.endsWith('favicon.ico')).map(it => it.transferSize)"""))
                .stream().map(it -> ((Number) it).longValue()).toList();
    }

    @Test
    void a_page_prints_on_one_sheet() throws IOException {
        try (var desk = new Browser(temporary, Browser.DESK)) {
            for (var path : PACKED) {
                desk.driver().get(base + path + "?lang=vi");
                var options = new PrintOptions();
                options.setPageSize(new PageSize(29.7, 21.0));
                var pdf =
                        Base64.getDecoder().decode(desk.driver().print(options).getContent());
                Files.write(
                        Files.createDirectories(Path.of("target", "screenshots"))
                                .resolve("print" + path.replace('/', '-') + ".pdf"),
                        pdf);
                try (var document = Loader.loadPDF(pdf)) {
                    assertThat(document.getNumberOfPages()).as(path).isEqualTo(1);
                }
            }
        }
    }

    @Test
    void at_twice_the_size_nothing_is_cut_off() {
        for (var path : Stream.concat(PACKED.stream(), Stream.of("/", PRODUCT)).toList()) {
            phone.driver().get(base + path + "?lang=vi");
            phone.driver().executeScript("document.documentElement.style.fontSize='200%'");
            assertThat((Number) phone.said("return document.documentElement.scrollWidth"))
                    .as(path)
                    .isEqualTo((long) Browser.PHONE.getWidth());
        }
    }

    @Test
    void fingers_hit_every_target() {
        for (var path : Stream.concat(PACKED.stream(), Stream.of("/", PRODUCT)).toList()) {
            phone.driver().get(base + path + "?lang=vi");
            // What needs a camera is not displayed where there is none.
            assertThat(phone.elements(TARGETS)).as(path).isNotEmpty();
            assertThat(phone.lowerThan(FINGER, TARGETS)).as(path).isEmpty();
        }
    }

    /**
     * Every part of a lot's page and every kind of page on a phone, in the first language; one of each with all that
     * can be on it in the other languages, whose pages have the same parts; and these on a desk.
     */
    @Test
    void axe_finds_nothing_on_any_page_in_any_language() throws IOException {
        var common = Stream.concat(
                        PACKED.stream(),
                        Stream.of(
                                "/",
                                "/find?lot=nothing",
                                "/find?lot=ST25-260921-A",
                                PRODUCT,
                                RICE + "/21/ABC",
                                PRODUCT + "/10/NEVER",
                                "/10/A/01/09520001000010"))
                .toList();
        axe(phone, lots(), LANGUAGES.subList(0, 1));
        axe(phone, common, LANGUAGES.subList(0, 1));
        axe(phone, List.of(RICE, "/", PRODUCT), LANGUAGES.subList(1, LANGUAGES.size()));
        try (var browser = new Browser(temporary, Browser.DESK)) {
            axe(browser, List.of(RICE, "/", PRODUCT), LANGUAGES.subList(0, 1));
        }
    }

    private void axe(Browser browser, List<String> paths, List<String> languages) throws IOException {
        for (var path : paths) {
            for (var language : languages) {
                var address = base + path + (path.contains("?") ? "&" : "?") + "lang=" + language;
                browser.driver().get(address);
                assertThat(browser.violations()).as(address).isEmpty();
            }
        }
    }

    // ---- a recall

    @Test
    void a_recall_shows_at_once_even_on_a_page_that_a_cache_kept() {
        var cooperative = api.cooperative();
        var lot = api.harvest(cooperative, api.sownPlot(cooperative), "100").created();
        var path = "/t/" + lot + "?lang=vi";
        await(lot);
        try (var phone = new Browser(temporary, Browser.PHONE)) {
            phone.driver().get(base + path);
            assertThat(phone.texts(".recalled-now")).containsExactly("");
            var kept = (String) phone.said("return document.documentElement.outerHTML");

            var recall = new Chain(api).recall(cooperative, lot);
            assertThat(recall.status()).isEqualTo(201);
            api.get("/api/lots/" + lot + "?after=" + recall.header("Log-Position"));

            phone.driver().executeScript("document.open();document.write(arguments[0]);document.close()", kept);
            phone.driver().executeAsyncScript("""
                    const done = arguments[0], look = () =>
                      getComputedStyle(document.querySelector('.recalled-now')).display === 'flex' ? done(true) : setTimeout(look, 20);
                    look()""");
            assertThat(phone.texts(".recalled-now")).first().asString().startsWith("HÀNG BỊ THU HỒI");
            assertThat(phone.texts("#status")).as("what the cache kept").containsExactly("");
        }
        var css = api.get("/t/" + lot + "/status.css");
        assertThat(css.header("Cache-Control")).isEqualTo("no-store");
        assertThat(css.text()).contains("recalled-now");
        assertThat(api.get(path).text()).contains("verdict recalled");
    }

    private void await(String lot) {
        var head = api.get("/api/rebuilds").json().get("head").asLong();
        assertThat(api.get("/api/lots/" + lot + "?after=" + head).status()).isEqualTo(200);
    }
}
