package vn.nguongoc.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Dimension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.nguongoc.Api;
import vn.nguongoc.Browser;
import vn.nguongoc.ServiceTest;
import vn.nguongoc.eventlog.Await;

/** The cooperative's pages for labels and scans, and where a buyer says where they are, in a real browser. */
@ServiceTest
class RecordersBrowserTest {
    private static final List<String> LANGUAGES = List.of("vi", "en", "km");
    private static final int FINGER = 44;

    /** What fingers hit. A box to tick is as large as its label; a link within a sentence as its line. */
    private static final String TARGETS =
            "a, button, summary, select, label.tick, input:not([type=hidden]):not([type=checkbox])";

    @Autowired
    private Demo demo;

    @TempDir
    private Path temporary;

    private final String base;
    private final Api api;
    private final Map<String, String> pages = new LinkedHashMap<>();

    RecordersBrowserTest(@LocalServerPort int port) {
        base = "http://127.0.0.1:" + port;
        api = new Api(port);
    }

    @BeforeEach
    void record() throws InterruptedException {
        var lot = demo.replay();
        var id = lot.get("id").stringValue();
        var of = "/organisations/" + lot.get("organisation").stringValue();
        Await.until("scans are counted", () -> places(id) == 2);
        var run = api.get("/api/label-runs?lot=" + id).json().get("runs").get(0);
        pages.put("labels-lots", of + "/labels");
        pages.put("labels-lot", of + "/labels/" + id);
        pages.put("labels-run", of + "/label-runs/" + run.get("id").stringValue());
        pages.put("labels-refused", of + "/label-runs/run-0000000000000000");
        pages.put("scans-lot", "/lots/" + id + "/scans");
        pages.put("scans-all", of + "/scans");
        pages.put("place", "/place?link=/" + lot.get("address").stringValue() + "/21/0000000000000000");
        pages.put("start", "/");
    }

    private int places(String lot) {
        return api.get("/api/lots/" + lot + "/scans").json().get("places").size();
    }

    @Test
    void axe_finds_nothing_nothing_is_cut_off_and_fingers_hit_every_target() throws IOException {
        var softly = new SoftAssertions();
        look(Browser.PHONE, LANGUAGES, softly);
        look(Browser.DESK, LANGUAGES.subList(0, 1), softly);
        softly.assertAll();
    }

    /** Axe looks at the first language: the others have the same parts. */
    private void look(Dimension size, List<String> languages, SoftAssertions softly) throws IOException {
        try (var browser = new Browser(temporary, size)) {
            for (var page : pages.entrySet()) {
                for (var language : languages) {
                    var path = page.getValue();
                    browser.driver().get(base + path + (path.contains("?") ? "&" : "?") + "lang=" + language);
                    var name = page.getKey() + "-" + size.getWidth() + "-" + language;
                    browser.screenshot(name + ".png");
                    if (language.equals(LANGUAGES.getFirst())) {
                        softly.assertThat(browser.violations()).as(name).isEmpty();
                    }
                    softly.assertThat(browser.lowerThan(FINGER, TARGETS))
                            .as(name)
                            .isEmpty();
                    softly.assertThat(width(browser)).as(name).isEqualTo(size.getWidth());
                    browser.driver().executeScript("document.documentElement.style.fontSize='200%'");
                    softly.assertThat(width(browser))
                            .as(name + " at twice the size")
                            .isEqualTo(size.getWidth());
                }
            }
        }
    }

    /** The feed is played, since a real run is over before one can look. */
    @Test
    void the_number_beside_the_bar_moves_with_it() throws IOException {
        try (var browser = new Browser(temporary, Browser.PHONE)) {
            browser.driver().get(base + "/?lang=vi");
            browser.driver().executeScript("""
                    document.body.innerHTML =
                        '<b id="how-far" data-words="đang in: {0} trên {1}">đang chờ</b><progress data-feed="/" max="12000">';
                    window.EventSource = class { constructor() { window.feed = this; } };
                    """ + api.get("/label-progress.js").text());
            browser.driver()
                    .executeScript("feed.onmessage({data: '{\"state\":\"WAITING\",\"done\":0,\"count\":12000}'})");
            assertThat(browser.texts("#how-far")).containsExactly("đang chờ");
            browser.driver()
                    .executeScript("feed.onmessage({data: '{\"state\":\"PRINTING\",\"done\":1500,\"count\":12000}'})");
            assertThat(browser.texts("#how-far")).containsExactly("đang in: 1.500 trên 12.000");
            assertThat(browser.said("return document.querySelector('progress').value"))
                    .isEqualTo(1500L);
        }
    }

    private static int width(Browser browser) {
        return ((Number) browser.said("return document.documentElement.scrollWidth")).intValue();
    }
}
