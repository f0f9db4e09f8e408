package vn.nguongoc.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.nguongoc.Api;
import vn.nguongoc.ServiceTest;
import vn.nguongoc.eventlog.Recorder;
import vn.nguongoc.web.Caller;

/**
 * Thousands of requests that are wrong somewhere, made from the document. Whatever they are, the service neither fails
 * nor stores anything of what it refuses, says every no as a problem, and only such as the document tells of.
 * {@code -Dnguongoc.fuzz.requests=50000 -Dnguongoc.fuzz.seed=1} for more of them, and for the same again.
 */
@ServiceTest
class FuzzTest {
    private static final int REQUESTS = Integer.getInteger("nguongoc.fuzz.requests", 2000);
    private static final long SEED = Long.getLong("nguongoc.fuzz.seed", 736_151);
    private static final int MOST_FAILURES = 10;

    /** Answered by what stands before the controllers, with no more than a status. */
    private static final Set<Integer> PLAIN = Set.of(400, 404, 405, 406, 413, 414, 415, 431);

    /** Those that keep the whole service busy, or its connection open. */
    private static final Set<String> LEFT_ALONE = Set.of("rebuildHistory", "followPrinting");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Random dice = new Random(SEED);
    private final Malice malice = new Malice(dice);
    private final List<String> failures = new ArrayList<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();

    private final int port;
    private final EventStore log;
    private final Story story;
    private final JsonNode document;

    FuzzTest(@LocalServerPort int port, @Autowired EventStore log) {
        this.port = port;
        this.log = log;
        var api = new Api(port);
        story = new Story(api);
        document = api.get("/v3/api-docs").json();
    }

    private long head() {
        return log.createHeadToken().position().orElse(-1);
    }

    @Test
    void whatever_is_sent_is_taken_or_refused_in_words_and_what_is_refused_leaves_nothing() {
        var operations = Operations.all().stream()
                .filter(it -> !LEFT_ALONE.contains(it.id()))
                .toList();
        operations.stream()
                .filter(it -> !it.id().contains("ancel") && !it.sendsFile())
                .forEach(story::tell);
        var quick = operations.stream().filter(it -> !it.told().has("media")).toList();
        var begun = System.nanoTime();
        for (int i = 0; i < REQUESTS && failures.size() < MOST_FAILURES; i++) {
            ask(malice.one(malice.rolls(80) ? quick : operations));
        }
        System.out.printf(
                "fuzz: seed %d, %d requests in %d ms, answers %s%n",
                SEED, REQUESTS, Duration.ofNanos(System.nanoTime() - begun).toMillis(), statuses);
        assertThat(failures).as("-Dnguongoc.fuzz.seed=" + SEED).isEmpty();
    }

    /** One request, and how it may be written down. */
    private record Asked(Operation operation, String method, String target, Map<String, String> headers, String body) {
        HttpRequest request(int port) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + target))
                    .timeout(Duration.ofSeconds(20))
                    .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
            headers.forEach(request::header);
            return request.build();
        }

        String curl() {
            var text = new StringBuilder("curl -i -X " + method + " 'http://127.0.0.1:8080" + target + "'");
            headers.forEach((name, value) ->
                    text.append(" -H '").append(name).append(": ").append(value).append('\''));
            return body.isEmpty() ? text.toString() : text + " --data-binary '" + body.replace("'", "'\\''") + "'";
        }
    }

    private void ask(Operation operation) {
        var asked = made(operation);
        var before = operation.records() ? head() : -1;
        try {
            var answer = http.send(asked.request(port), BodyHandlers.ofString());
            statuses.merge(answer.statusCode(), 1, Integer::sum);
            var fault = fault(asked, answer, before);
            if (fault != null) {
                failures.add(fault + "\n" + answer.statusCode() + " " + shortened(answer.body()) + "\nseed " + SEED
                        + "\n" + shortened(asked.curl()));
            }
        } catch (IOException e) {
            failures.add("no answer: " + e + "\nseed " + SEED + "\n" + shortened(asked.curl()));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String shortened(String text) {
        return text.length() < 3000 ? text : text.substring(0, 3000) + "… (" + text.length() + " characters)";
    }

    private @Nullable String fault(Asked asked, HttpResponse<String> answer, long before) {
        int status = answer.statusCode();
        if (status >= 500
                && (status != 503 || answer.headers().firstValue("Retry-After").isEmpty())) {
            return "it failed";
        }
        if (status >= 400 && asked.operation().records() && isStoredSince(before)) {
            return "refused and stored all the same";
        }
        var isOurs = asked.target().startsWith("/api/");
        if (status >= 400 && isOurs) {
            var type = answer.headers().firstValue("Content-Type").orElse("");
            if (!type.startsWith("application/problem+json")) {
                return asked.method().equals("HEAD") ? null : "a no that is no problem: " + type;
            }
            return asked.method().equalsIgnoreCase(asked.operation().method()) ? untold(asked, answer) : null;
        }
        return null;
    }

    /** By somebody who asked; what the service does of its own accord goes on meanwhile. */
    private boolean isStoredSince(long position) {
        try (var events = log.openStream(new GlobalSequenceTrackingToken(position))) {
            while (events.hasNextAvailable()) {
                if (Caller.LOCAL
                        .actor()
                        .equals(events.nextAvailable().getMetaData().get(Recorder.ACTOR))) {
                    return true;
                }
            }
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A problem that the document does not tell of. */
    private @Nullable String untold(Asked asked, HttpResponse<String> answer) {
        var type = JsonMapper.shared().readTree(answer.body()).path("type").asString("about:blank");
        if (type.equals("about:blank")) {
            return PLAIN.contains(answer.statusCode()) ? null : "a problem without a type";
        }
        var key = type.replaceFirst(".*/problems/", "").replace('/', '.');
        var told = document.path("paths")
                .path(asked.operation().path())
                .path(asked.operation().method())
                .path("responses")
                .path(String.valueOf(answer.statusCode()))
                .path("content")
                .path("application/problem+json")
                .path("examples");
        return told.has(key) ? null : "not told of: " + answer.statusCode() + " " + key;
    }

    // ---- making requests

    private Asked made(Operation operation) {
        var method = malice.rolls(4)
                ? malice.one(List.of("PUT", "DELETE", "PATCH", "GET", "POST", "HEAD", "OPTIONS"))
                : operation.method().toUpperCase(java.util.Locale.ROOT);
        var headers = new LinkedHashMap<String, String>();
        var body = "";
        if (operation.sends() || operation.sendsFile()) {
            var right = operation.sends()
                    ? story.real(malice.one(List.copyOf(operation.examples().values())))
                    : "%PDF-1.4";
            body = malice.rolls(85) ? malice.body(operation.sends() ? right : "\"" + right + "\"") : right;
            headers.put("Content-Type", malice.rolls(95) ? "application/json" : malice.one(TYPES));
        }
        headers(operation, headers);
        return new Asked(
                operation,
                method,
                target(operation),
                headers,
                method.equals("GET") || method.equals("HEAD") ? "" : body);
    }

    private static final List<String> TYPES = List.of(
            "text/plain",
            "application/xml",
            "application/json; charset=UTF-16",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "*/*",
            "image/png",
            "application/json; charset=nothing",
            "a/b;q=;;",
            "x");

    private static final List<String> VERSIONS = List.of(
            "*", "\"0\"", "\"1\"", "W/\"1\"", "\"", "1", "\"a\", \"b\"", "\"99999999999999999999\"", ",", "\"-1\"");

    private void headers(Operation operation, Map<String, String> headers) {
        if (operation.records() && malice.rolls(97)) {
            headers.put(
                    "Idempotency-Key",
                    malice.rolls(95)
                            ? new UUID(dice.nextLong(), dice.nextLong()).toString()
                            : malice.one(List.of(" ", "a b", "x".repeat(201), "~")));
        }
        if (operation.changes() && malice.rolls(operation.needsVersion() ? 90 : 20)) {
            headers.put("If-Match", malice.rolls(60) ? "*" : malice.one(VERSIONS));
        }
        if (malice.rolls(10)) {
            headers.put("API-Version", malice.one(List.of("1.0", "1", "2.0", "", "1.0.0", "x".repeat(300))));
        }
        if (malice.rolls(10)) {
            headers.put(
                    "Accept",
                    malice.one(List.of(
                            "*/*", "text/html", "application/json", "image/png", "x", "a/b;q=2", "application/pdf")));
        }
        if (malice.rolls(10)) {
            headers.put(
                    "Accept-Language",
                    malice.one(List.of("vi", "en", "km", "ja", "de", "*", "x-y-z-1", "en;q=9", "-", "vi".repeat(500))));
        }
        if (malice.rolls(5)) {
            headers.put("If-None-Match", malice.one(VERSIONS));
        }
    }

    private String target(Operation operation) {
        var path = story.path(operation);
        if (malice.rolls(12) && operation.path().contains("{")) {
            path = operation.path();
            for (var it : operation.variables()) {
                if (it.in().equals("path")) {
                    var value = malice.rolls(60) ? malice.text() : story.example(it);
                    path = path.replace("{" + it.name() + "}", encoded(value));
                }
            }
        }
        var query = operation.variables().stream()
                .filter(it -> it.in().equals("query") && malice.rolls(it.required() ? 95 : 30))
                .map(it -> it.name() + "=" + encoded(malice.rolls(60) ? story.example(it) : parameter(it.name())))
                .collect(Collectors.toCollection(ArrayList::new));
        if (operation.isList() && malice.rolls(40)) {
            var name = malice.one(List.of("limit", "cursor", "after", "x"));
            query.add(name + "=" + encoded(parameter(name)));
        }
        return path + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    private String parameter(String name) {
        if (name.equals("after") && malice.rolls(98)) {
            return malice.one(List.of("0", "", "a", "-2", "1.5", "+1")); // what is not there yet is waited for
        }
        return malice.rolls(50)
                ? malice.text()
                : malice.one(List.of(
                        "0", "1", "200", "201", "-1", "-2", "2147483648", "9223372036854775807", "1e3", "a", "true"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
