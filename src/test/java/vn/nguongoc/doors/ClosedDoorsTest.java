package vn.nguongoc.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import vn.nguongoc.Api;

/** From the first start to the first record: nobody comes in without an invitation, and nobody does what is not theirs. */
@ClosedDoors
class ClosedDoorsTest {
    @LocalServerPort
    int port;

    @Autowired
    Environment environment;

    private Api api;

    @BeforeEach
    void api() {
        api = new Api(port);
    }

    @Test
    void a_stranger_reads_and_records_nothing() {
        var asked = api.get("/api/lots?holder=htx-0000000000000001");
        assertThat(asked.status()).isEqualTo(401);
        assertThat(asked.json().get("type").stringValue()).endsWith("/problems/identity/not-signed-in");
        assertThat(api.post("/api/cooperatives", "{}").status()).isEqualTo(401);
    }

    @Test
    void from_the_first_start_to_the_first_record() throws IOException {
        var administrator = join(invitationOfTheFirst(), "quan-tri-" + UUID.randomUUID(), "một câu dễ nhớ lắm");
        var cooperative = as(administrator, "/api/cooperatives", """
                {'name':'HTX thử','gln':'9520001009013','ward':'31570','happenedAt':'2026-01-01T08:00:00+07:00'}""").created();
        var entered = as(administrator, "/api/people", """
                {'code':'HM-07','duty':'manager','organisation':'%s'}""".formatted(cooperative));
        var manager = join(
                entered.json().get("invitation").stringValue().replaceFirst(".*#", ""),
                "quan-ly-" + UUID.randomUUID(),
                "lúa thơm gạo ngon");

        assertThat(as(administrator, "/api/plots", plot(cooperative)).status()).isEqualTo(404);
        var recorded = as(manager, "/api/plots", plot(cooperative));
        var path = "/api/plots/" + recorded.created() + "?after=" + recorded.header("Log-Position");
        assertThat(seen(manager, path)).isEqualTo(200);
        assertThat(seen(administrator, path)).isEqualTo(404);
    }

    private static String plot(String cooperative) {
        return """
                {'cooperative':'%s','code':'P1','kind':'rice-field','area':{'value':'2','unit':'ha'},'ward':'31570',
                 'happenedAt':'2026-01-01T09:00:00+07:00'}""".formatted(cooperative);
    }

    private int seen(String cookie, String path) {
        return api.get(path, "Cookie", cookie).status();
    }

    private Api.Answer as(String cookie, String path, String body) {
        return api.send(api.request(path)
                .header("Cookie", cookie)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body.replace('\'', '"'))));
    }

    /** @return the cookie of the session that begins with it */
    private String join(String invitation, String name, String password) {
        var answer = api.send(api.request("/account/join")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("invitation=" + invitation + "&name=" + name + "&password="
                        + URLEncoder.encode(password, StandardCharsets.UTF_8))));
        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
        return answer.header("Set-Cookie").replaceFirst(";.*", "");
    }

    private String invitationOfTheFirst() throws IOException {
        var directory = Path.of(environment.getRequiredProperty("nguongoc.mongo.directory"));
        return Files.readString(directory.resolve(FirstAdministrator.FILE)).strip().replaceFirst(".*#", "");
    }
}
