package vn.nguongoc.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.nguongoc.Api;
import vn.nguongoc.Api.Answer;
import vn.nguongoc.eventlog.Followers;

/** The page of whoever runs the service, as a browser without scripts uses it. */
@TroubledService
class OperationPageTest {
    private static final Pattern ID = Pattern.compile("name=\"id\" value=\"([^\"]+)\"");

    private final Api api;
    private final Trouble trouble;

    @Autowired
    private Troubled troubled;

    OperationPageTest(@LocalServerPort int port, @Autowired Followers followers) {
        api = new Api(port);
        trouble = new Trouble(api, followers);
    }

    private Answer submit(String form) {
        return api.send(api.request("/operation/retries?lang=en")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    @Test
    void it_says_in_both_languages_what_follows_and_what_was_set_aside() throws Exception {
        troubled.mendNames(false);
        var poison = trouble.cooperative().created();
        trouble.awaitFollowers();
        var vietnamese = api.get("/operation?lang=vi");
        assertThat(vietnamese.status()).isEqualTo(200);
        assertThat(vietnamese.header("Content-Security-Policy")).contains("form-action 'self'");
        assertThat(vietnamese.header("Cache-Control")).isEqualTo("no-store");
        assertThat(vietnamese.text())
                .contains("Vận hành", "đang theo", Troubled.NAME, "Thử lại", poison, "cooperative.registered");
        var english = api.get("/operation?lang=en").text();
        assertThat(english).contains("Operation", "following", Troubled.NAME, "Try again", poison, "Tried");
        assertThat(english).doesNotContain("operation.").doesNotContain("Thử lại");
    }

    @Test
    void what_an_event_says_is_shown_and_not_run() throws Exception {
        troubled.mendNames(false);
        trouble.cooperative().created();
        trouble.awaitFollowers();
        assertThat(api.get("/operation").text())
                .doesNotContain("<script>")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; Bà Tư");
    }

    @Test
    void its_buttons_try_one_again_or_all_and_lead_back_to_what_came_of_it() throws Exception {
        troubled.mendNames(false);
        trouble.cooperative().created();
        trouble.certificate(trouble.cooperative().created(), "VG-8").created();
        trouble.awaitFollowers();
        var id = ID.matcher(api.get("/operation").text());
        assertThat(id.find()).isTrue();
        var failed = submit("id=" + id.group(1));
        assertThat(failed.status()).isEqualTo(303);
        assertThat(failed.header("Location")).isEqualTo("/operation?lang=en&handled=0&left=1");

        troubled.mendNames(true);
        var handled = submit("");
        assertThat(handled.header("Location"))
                .startsWith("/operation?lang=en&handled=")
                .endsWith("&left=0");
        assertThat(api.get(handled.header("Location")).text()).contains("Tried again:", "None.");
        assertThat(submit("id=" + id.group(1)).header("Location"))
                .as("handled meanwhile")
                .isEqualTo("/operation?lang=en&handled=0&left=0");
    }
}
