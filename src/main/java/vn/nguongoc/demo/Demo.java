package vn.nguongoc.demo;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records the demonstration over HTTP. Each request has a key of its own that never changes, so whatever an earlier
 * start recorded, wholly or in part, is recognised and stored only once.
 */
@Component
class Demo {
    private static final JsonMapper JSON = JsonMapper.shared();
    /** Whoever is named in one is there from the ones before; what is shown comes last, so that it heads the list. */
    private static final List<String> SCRIPTS =
            List.of("organisations.yml", "r2.yml", "s1.yml", "s2.yml", "x1.yml", "f1.yml", "r1.yml");

    /** The lot that a buyer's walk through the demonstration begins with: bags of 5 kg. */
    private static final String SHOWN = "packed";

    private final Environment environment;
    private final LabelsOfTheDemo labels;

    Demo(Environment environment, LabelsOfTheDemo labels) {
        this.environment = environment;
        this.labels = labels;
    }

    /** Records what is not yet recorded and returns the lot to show, as the API gives it. */
    JsonNode replay() {
        try (var http = HttpClient.newHttpClient()) {
            var talk = new Talk(http, "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port"));
            Map<String, JsonNode> answers = new HashMap<>();
            var position = "-1";
            for (var script : SCRIPTS) {
                position = replay(script, talk, answers).orElse(position);
            }
            var shown = Objects.requireNonNull(answers.get(SHOWN))
                    .get("lots")
                    .get(0)
                    .stringValue();
            var lot = JSON.readTree(
                    talk.get("/api/lots/" + shown + "?after=" + position).body());
            labels.make(talk, lot);
            return lot;
        }
    }

    /** @return the position of the last event that it recorded */
    private static Optional<String> replay(String script, Talk talk, Map<String, JsonNode> answers) {
        var position = Optional.<String>empty();
        for (var entry : DemoScript.read(script)) {
            var answer = talk.record(entry.path(answers), entry.key(), entry.body(answers), entry.ifMatch());
            requireExpected(entry, answer);
            var before = position;
            position = answer.headers().firstValue("Log-Position").or(() -> before);
            if (entry.as() != null) {
                answers.put(entry.as(), JSON.readTree(answer.body()));
            }
        }
        return position;
    }

    /** What is true is taken; what cannot be is refused, and for the reason that the script names. */
    private static void requireExpected(DemoScript.Entry entry, HttpResponse<String> answer) {
        var expected = entry.refused();
        var met = expected == null
                ? answer.statusCode() < 300
                : JSON.readTree(answer.body()).path("type").asString("").endsWith(expected);
        if (!met) {
            throw new IllegalStateException("The demonstration was answered unexpectedly at "
                    + answer.request().uri() + ": " + answer.body());
        }
    }
}
