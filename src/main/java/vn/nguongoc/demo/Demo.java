package vn.nguongoc.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private static final String SCRIPT = "r1.yml";

    /** The lot that a buyer's walk through the demonstration begins with: bags of 5 kg. */
    private static final String SHOWN = "packed";

    private final Environment environment;

    Demo(Environment environment) {
        this.environment = environment;
    }

    /** Records what is not yet recorded and returns the lot to show, as the API gives it. */
    JsonNode replay() {
        try (var http = HttpClient.newHttpClient()) {
            Map<String, JsonNode> answers = new HashMap<>();
            var position = "-1";
            List<DemoScript.Entry> entries = DemoScript.read(SCRIPT);
            for (int i = 0; i < entries.size(); i++) {
                var answer = post(http, entries.get(i), entries.get(i).key(), answers);
                position = answer.headers().firstValue("Log-Position").orElse(position);
                if (entries.get(i).as() != null) {
                    answers.put(entries.get(i).as(), JSON.readTree(answer.body()));
                }
            }
            var shown = Objects.requireNonNull(answers.get(SHOWN))
                    .get("lots")
                    .get(0)
                    .stringValue();
            return JSON.readTree(
                    send(http, get("/api/lots/" + shown + "?after=" + position)).body());
        }
    }

    private HttpResponse<String> post(
            HttpClient http, DemoScript.Entry entry, String key, Map<String, JsonNode> answers) {
        return send(
                http,
                HttpRequest.newBuilder(address(entry.path(answers)))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(entry.body(answers)))
                        .build());
    }

    private HttpRequest get(String path) {
        return HttpRequest.newBuilder(address(path)).build();
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + path);
    }

    private static HttpResponse<String> send(HttpClient http, HttpRequest request) {
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(
                        "The demonstration was refused at " + request.uri() + ": " + answer.body());
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
