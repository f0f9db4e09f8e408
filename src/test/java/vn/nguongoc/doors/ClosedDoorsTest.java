package vn.nguongoc.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import vn.nguongoc.Api;

/**
 * From the first start to the first record: nobody comes in without an invitation, and nobody does what is not theirs.
 */
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
        assertThat(asked.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(asked.json().get("type").stringValue()).endsWith("/problems/identity/not-signed-in");
        assertThat(api.post("/api/cooperatives", "{}").status()).isEqualTo(401);
    }

    @Test
    void an_organisations_manager_records_and_who_runs_the_service_does_not() throws IOException {
        var directory = Path.of(environment.getRequiredProperty("nguongoc.mongo.directory"));
        var manager = Household.manager(api, directory);
        var administrator = Household.administrator(api, directory);
        assertThat(administrator.post("/api/plots", manager.plot()).status()).isEqualTo(404);

        var recorded = manager.api().post("/api/plots", manager.plot());
        var path = "/api/plots/" + recorded.created() + "?after=" + recorded.header("Log-Position");
        assertThat(manager.api().get(path).status()).isEqualTo(200);
        assertThat(administrator.get(path).status()).isEqualTo(404);
    }

    @Test
    void who_is_signed_in_comes_by_links_from_the_account_to_the_scans_of_a_lot() throws IOException {
        var manager = Household.manager(api, Path.of(environment.getRequiredProperty("nguongoc.mongo.directory")));
        var member = manager.api();
        var organisation = manager.organisation();
        var harvest = member.harvest(organisation, member.sownPlot(organisation), "100");
        member.get("/api/lots/" + harvest.created() + "?after=" + harvest.header("Log-Position"));

        var account = member.get("/account?lang=en");
        var labels = follow(member, account, "/organisations/" + organisation + "/labels");
        var lot = follow(member, labels, "/organisations/" + organisation + "/labels/" + harvest.created());
        assertThat(follow(member, lot, "/lots/" + harvest.created() + "/scans").text())
                .contains("<h1>Scans</h1>", "By the day");
        for (var page : List.of(account, labels)) {
            assertThat(follow(member, page, "/organisations/" + organisation + "/scans")
                            .text())
                    .contains("<h1>Scans</h1>");
        }
    }

    /** The page's own link to that path, as it stands there. */
    private static Api.Answer follow(Api by, Api.Answer page, String path) {
        var link = Pattern.compile("<a [^>]*href=\"(" + path + "\\?[^\"]*)\"").matcher(page.text());
        assertThat(link.find()).as("a link to " + path).isTrue();
        var answer = by.get(link.group(1).replace("&amp;", "&"));
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer;
    }

    @Test
    void every_link_of_a_lots_page_and_of_its_linkset_opens_for_everybody() throws IOException {
        var farm = Household.manager(api, Path.of(environment.getRequiredProperty("nguongoc.mongo.directory")));
        var made = farm.api().harvest(farm.organisation(), farm.api().sownPlot(farm.organisation()), "1000");
        var page = "/t/" + made.created();
        farm.api().get("/api/lots/" + made.created() + "?after=" + made.header("Log-Position"));
        for (var text : List.of(
                api.get(page).text(), api.get(page + "?linkType=linkset").text())) {
            var links = Pattern.compile("href\"?\\s*[=:]\\s*\"(?:https?://[^/\"]+)?(/[^\"#]*)")
                    .matcher(text);
            assertThat(links.results().map(it -> it.group(1)).distinct())
                    .isNotEmpty()
                    .allSatisfy(link -> assertThat(
                                    api.get(link.replace("&amp;", "&")).status())
                            .as(link)
                            .isLessThan(400));
        }
    }

    @Test
    void an_address_that_is_nobodys_is_not_there_for_anybody() {
        assertThat(api.get("/api/nowhere").status()).isEqualTo(404);
    }
}
