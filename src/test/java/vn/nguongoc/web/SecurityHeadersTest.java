package vn.nguongoc.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.nguongoc.Api;
import vn.nguongoc.ServiceTest;

/** Every answer says what a browser may do with it, whether it is a page, data, a file, or a no. */
@ServiceTest
class SecurityHeadersTest {
    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/account/sign-in",
                "/account/join",
                "/camera.js",
                "/api/lots",
                "/api/lots/lot-0000000000000009",
                "/api/label-presets",
                "/nowhere",
                "/problems/lot/not-enough-left",
                "/operation"
            })
    void no_answer_may_be_framed_sniffed_or_run_foreign_scripts(String path) {
        var answer = new Api(port).get(path);
        var policy = answer.header("Content-Security-Policy");
        assertThat(policy).contains("frame-ancestors 'none'").doesNotContain("unsafe-eval");
        assertThat(policy.contains("default-src 'none'") || policy.contains("script-src 'none'"))
                .as(policy)
                .isTrue();
        assertThat(answer.response().headers().allValues("Content-Security-Policy"))
                .hasSize(1);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    }

    /** A folder of static files is not listed; what is under it is found by its whole name alone. */
    @Test
    void no_folder_is_listed() {
        var api = new Api(port);
        for (var folder : List.of("/vendor", "/vendor/", "/vendor/qr-0.7.0/", "/static/", "/openapi/")) {
            assertThat(api.get(folder).status()).as(folder).isEqualTo(404);
        }
        assertThat(api.get("/vendor/qr-0.7.0/index.js").status()).isEqualTo(200);
    }

    /** TRACE would send a request's headers back, its key among them. */
    @Test
    void nothing_is_traced() {
        var api = new Api(port);
        var answer = api.send(api.request("/api/lots")
                .method("TRACE", BodyPublishers.noBody())
                .header("X-Sent", "come-back"));
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.text()).doesNotContain("come-back");
    }
}
