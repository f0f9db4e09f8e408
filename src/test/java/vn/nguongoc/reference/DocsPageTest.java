package vn.nguongoc.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.nguongoc.Api;
import vn.nguongoc.ServiceTest;

/** The reference for people, and which edition of the API one speaks. */
@ServiceTest
class DocsPageTest {
    private final Api api;

    DocsPageTest(@LocalServerPort int port) {
        api = new Api(port);
    }

    @Test
    void the_page_tells_every_operation_in_the_language_asked_for_without_a_script() {
        var page = api.get("/docs?lang=en");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .doesNotContain("script-src");
        Operations.all().forEach(it -> assertThat(page.text()).contains("id=\"" + it.id() + "\""));
        assertThat(page.text())
                .contains("Record a harvest as a lot", "/problems/plot/pond-is-closed", "Idempotency-Key", "L-P1-2604")
                .doesNotContain("<script");
        assertThat(api.get("/docs", "Accept-Language", "vi").text()).contains("Ghi một lần thu hoạch thành lô");
    }

    @Test
    void the_rules_are_told_to_everybody_each_at_its_anchor_with_what_it_refuses() throws IOException {
        var page = api.get("/rules");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Cache-Control")).isEqualTo("public, max-age=3600");
        var sections = Files.readString(Path.of("docs/rules.md"))
                .lines()
                .filter(it -> it.startsWith("## "))
                .map(it -> "<h2 id=\"" + it.substring(3).replace('–', '-') + "\">")
                .toList();
        assertThat(sections).hasSizeGreaterThan(25);
        assertThat(page.text()).contains(sections);
        assertThat(page.text())
                .contains("7. Thời gian cách ly và ngừng thuốc", "Không lấy nhiều hơn lô giống có.", "Lô không còn đủ")
                .contains("/problems/lot/not-enough-left?lang=vi")
                .doesNotContain("<script");
        assertThat(api.get("/rules?lang=en").text()).contains("7. Waiting time", "more than 8.5 t refused");
        assertThat(api.get("/rules?lang=km").text()).contains("<section lang=\"vi\">");
        assertThat(api.get("/docs").text()).contains("href=\"/rules?lang=vi\"");
    }

    @Test
    void the_page_of_a_refusal_leads_to_its_rule() {
        assertThat(api.get("/problems/lot/not-enough-left").text()).contains("href=\"/rules?lang=vi#1\"");
        assertThat(api.get("/problems/web/key-missing").text()).doesNotContain("/rules");
    }

    @Test
    void an_edition_that_there_is_not_is_refused_with_those_that_there_are() {
        var answer = api.get("/api/lots", "API-Version", "2.0");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("type").stringValue()).endsWith("/problems/web/unknown-edition");
        assertThat(answer.json().get("known").toString()).isEqualTo("[\"1.0\"]");
        assertThat(api.get("/api/lots", "API-Version", "1.0").header("API-Version"))
                .isEqualTo("1.0");
        assertThat(api.get("/api/lots").header("API-Version")).isEqualTo("1.0");
    }

    @Test
    void an_edition_that_there_is_not_of_an_address_that_is_not_there_is_no_fault() {
        var answer = api.get("/api/nothing", "API-Version", "2.0");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().get("type").stringValue()).endsWith("/problems/web/nothing-here");
    }

    @Test
    void what_stands_on_goods_has_no_edition() {
        var answer = api.get("/t/lot-0000000000000000", "API-Version", "2.0");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.response().headers().firstValue("API-Version")).isEmpty();
    }

    @Test
    void an_answer_that_cannot_be_read_is_refused_before_anything_is_recorded() {
        var key = UUID.randomUUID().toString();
        var body = "{'name':'HTX','gln':'9520001009013','ward':'31570','happenedAt':'2026-01-01T08:00:00+07:00'}";
        var unread = api.send(api.posting("/api/cooperatives", body, key).header("Accept", "image/png"));
        assertThat(unread.status()).isEqualTo(406);
        assertThat(unread.header("Content-Type")).startsWith("application/problem+json");
        var changed = body.replace("HTX", "HTX khác");
        api.send(api.posting("/api/cooperatives", changed, key).header("Accept", "application/json, */*;q=0.1"))
                .created();
    }
}
