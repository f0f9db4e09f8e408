package vn.nguongoc.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import vn.nguongoc.Api;
import vn.nguongoc.generations.HistoryProgress;

/**
 * Every address of {@link Routes} asked by everybody, for what is their own, somebody else's and nobody's. What came of
 * it stands in docs/access.md, where it is read and agreed to; whatever changes it changes that page. Somebody else's
 * must answer as what is not there does, to the letter.
 */
@ClosedDoors
class AccessMatrixTest {
    private static final String YES = "yes";
    private static final Path PAGE = Path.of("docs/access.md");

    @LocalServerPort
    int port;

    @Autowired
    Environment environment;

    @Autowired
    HistoryProgress progress;

    private final SoftAssertions all = new SoftAssertions();
    private Household house;

    @BeforeEach
    void house() throws IOException {
        house = Household.in(new Api(port), Path.of(environment.getRequiredProperty("nguongoc.mongo.directory")));
        progress.awaitSeen(house.position());
    }

    @Test
    void everybody_may_do_what_is_written_and_nothing_else() throws IOException {
        var lines = new ArrayList<String>();
        for (var route : Routes.ALL) {
            if (!(route.access() instanceof Access.Everybody)) {
                lines.add(line(route));
            }
        }
        all.assertAll();
        var page = Pages.of(house.callers().stream().map(Household.Caller::name).toList(), lines);
        if (Boolean.getBoolean("nguongoc.write-docs")
                || System.getProperty("nguongoc.write-docs", "no").isEmpty()) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE)
                .as("mvn test -Dtest=AccessMatrixTest -Dnguongoc.write-docs")
                .hasContent(page);
    }

    private String line(Route route) {
        var line = new StringBuilder("| `")
                .append(route.toString().replace("|", "\\|"))
                .append("` |");
        for (var caller : house.callers()) {
            var own = ask(route, caller, house.own());
            var foreign = ask(route, caller, house.foreign());
            var missing = ask(route, caller, house.missing());
            if (!caller.reachesOthers()) {
                all.assertThat(foreign.told(house.foreign(), house.missing()))
                        .as("%s as %s: somebody else's and nobody's", route, caller.name())
                        .isEqualTo(missing.told(house.missing(), house.missing()));
            }
            line.append(' ').append(cell(own, foreign)).append(" |");
        }
        return line.toString();
    }

    private static String cell(Outcome own, Outcome foreign) {
        return own.word().equals(foreign.word()) ? own.word() : own.word() + " / " + foreign.word();
    }

    private Outcome ask(Route route, Household.Caller caller, Household.Things things) {
        var path = things.in(route.pattern()) + things.query(route);
        var request = caller.api().request(path);
        if (HttpMethod.POST.equals(route.method())) {
            var isForm = !path.startsWith("/api/") && !Bodies.isJson(route);
            if (route.pattern().matches(".*(corrections|certificates|certificates/withdrawals|voids.*)")) {
                request.header("If-Match", "*");
            }
            request.header("Content-Type", isForm ? "application/x-www-form-urlencoded" : "application/json")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .POST(BodyPublishers.ofString(
                            isForm ? Bodies.form(route, caller) : Bodies.json(route, things, caller)));
        }
        var answer = caller.api().send(request);
        all.assertThat(answer.status())
                .as(
                        "%s as %s: %s",
                        path, caller.name(), answer.text().lines().limit(3).toList())
                .isNotIn(400, 405, 415, 500);
        return new Outcome(answer);
    }

    /** What an answer says of doors. */
    private record Outcome(Api.Answer answer) {
        String word() {
            return switch (answer.status()) {
                case 401 -> "401";
                case 303 -> answer.header("Location").startsWith("/account/sign-in") ? "401" : YES;
                case 403 -> "403";
                case 404 -> isBeyondTheDoors() ? YES : "404";
                default -> YES;
            };
        }

        /** What a rule of a room misses is not what the doors hide. */
        private boolean isBeyondTheDoors() {
            return answer.text().startsWith("{")
                    && !answer.json().get("type").stringValue().matches(".*/(log/not-found|web/nothing-here)");
        }

        /** The answer, with ids of one household in place of another's and without what is new each time. */
        String told(Household.Things things, Household.Things instead) {
            var text = answer.text().replaceAll("(?<=[\"=])[\\w-]{43}(?=[\"&])", "…");
            return answer.status() + " " + things.renamed(text, instead);
        }
    }

    /** The page that people read. */
    private static final class Pages {
        private Pages() {}

        static String of(List<String> callers, List<String> lines) {
            return """
                    # Who may ask for what

                    Generated by `AccessMatrixTest` from real requests to a service whose doors are closed; CI fails if it is
                    not so any more, or if an address is missing. Addresses that everybody may ask for are left out. A cell
                    says what comes of one's own thing, and after a slash of somebody else's where that differs; somebody
                    else's answers to the letter like one that is not there. `yes` is past the doors: what is recorded is
                    then judged by its rules.

                    | address | %s |
                    |---|%s
                    %s
                    """.formatted(String.join(" | ", callers), "---|".repeat(callers.size()), String.join("\n", lines));
        }
    }
}
