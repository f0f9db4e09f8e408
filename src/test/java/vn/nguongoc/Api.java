package vn.nguongoc;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as a client with nothing but HTTP sees it. */
public final class Api {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Far longer than any answer takes; a stream of events that never ends fails instead of waiting with it. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Where a request must say which version it means. */
    private static final Pattern REWRITING =
            Pattern.compile("/(corrections|certificates|certificates/withdrawals|voids)$");

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String base;
    private final String[] headers;

    public Api(int port) {
        this("http://127.0.0.1:" + port, new String[0]);
    }

    private Api(String base, String[] headers) {
        this.base = base;
        this.headers = headers;
    }

    /** The same service, asked with this header each time. */
    public Api with(String header, String value) {
        return new Api(base, new String[] {header, value});
    }

    /** POSTs under a key that nobody has used. Bodies are written with single quotes for legibility. */
    public Answer post(String path, String body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    /** What changes the record of a thing is meant for whichever version it has. */
    public Answer post(String path, String body, String key) {
        return REWRITING.matcher(path).find() ? post(path, body, key, "*") : send(posting(path, body, key));
    }

    /** @param version that the thing must be at, as its ETag says */
    public Answer post(String path, String body, String key, String version) {
        return send(posting(path, body, key).header("If-Match", version));
    }

    /** The request alone, without a version. */
    public HttpRequest.Builder posting(String path, String body, String key) {
        return request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body.replace('\'', '"')));
    }

    public Answer get(String path, String... headers) {
        var request = request(path);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public HttpResponse<byte[]> bytes(String path) {
        return sent(request(path), BodyHandlers.ofByteArray());
    }

    public HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : base + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    public Answer send(HttpRequest.Builder request) {
        return new Answer(sent(request, BodyHandlers.ofString()));
    }

    /** The client's own timeout ends when an answer begins; this one also when it does not end. */
    private <T> HttpResponse<T> sent(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        var asked = request.build();
        var answer = HTTP.sendAsync(asked, handler);
        try {
            return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(asked.toString(), e.getCause());
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new AssertionError("no whole answer after " + PATIENCE + ": " + asked, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    // ---- the farm, over HTTP

    /** Registers a cooperative of its own for a test and returns its id. */
    public String cooperative() {
        return post("/api/cooperatives", """
                {'name':'HTX thử','gln':'9520001009013','ward':'31570','happenedAt':'2026-01-01T08:00:00+07:00'}""").created();
    }

    /** Receives so many kilograms of ST25 seed on 2 January. */
    public Answer seedLot(String cooperative, String number, String kilograms) {
        return post("/api/seed-lots", """
                {'cooperative':'%s','number':'%s','product':'paddy-st25','quantity':{'value':'%s','unit':'kg'},
                 'supplier':'Trại giống (thử)','grade':'XN1','germinationPercent':'88',
                 'happenedAt':'2026-01-02T07:00:00+07:00'}""".formatted(cooperative, number, kilograms));
    }

    /** A plot of two hectares on which ST25 was sown on 8 January. */
    public String sownPlot(String cooperative) {
        var plot = post("/api/plots", """
                {'cooperative':'%s','code':'P1','kind':'rice-field','area':{'value':'2','unit':'ha'},'ward':'31570',
                 'happenedAt':'2026-01-01T09:00:00+07:00'}""".formatted(cooperative)).created();
        var seed = "SL-" + UUID.randomUUID();
        seedLot(cooperative, seed, "130").created();
        post("/api/plots/" + plot + "/cycles", """
                {'cooperative':'%s','product':'paddy-st25','season':'dong-xuan','seedLot':'%s',
                 'seed':{'value':'130','unit':'kg'},'happenedAt':'2026-01-02T08:00:00+07:00'}""".formatted(cooperative, seed)).created();
        post("/api/plots/" + plot + "/activities", """
                {'cooperative':'%s','kind':'sowing','fields':{'seed':'130'},'happenedAt':'2026-01-08T08:00:00+07:00'}""".formatted(cooperative)).created();
        return plot;
    }

    /** Harvests this much from a plot on 24 April. */
    public Answer harvest(String cooperative, String plot, String kilograms) {
        return post("/api/lots", """
                {'cooperative':'%s','plot':'%s','product':'paddy-st25','quantity':{'value':'%s','unit':'kg'},
                 'moisturePercent':'14.5','happenedAt':'2026-04-24T08:00:00+07:00'}""".formatted(cooperative, plot, kilograms));
    }

    /** Stores one lot whole: the simplest of steps. */
    public Answer store(String cooperative, String lot, String kilograms) {
        return post("/api/steps", """
                {'organisation':'%s','kind':'storage','inputs':[{'lot':'%s','quantity':{'value':'%s','unit':'kg'}}],
                 'outputs':[{'product':'paddy-st25','quantity':{'value':'%s','unit':'kg'}}],
                 'happenedAt':'2026-04-25T08:00:00+07:00'}""".formatted(cooperative, lot, kilograms, kilograms));
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {
        public int status() {
            return response.statusCode();
        }

        public String text() {
            return response.body();
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public String header(String name) {
            return response.headers()
                    .firstValue(name)
                    .orElseThrow(() -> new AssertionError("no " + name + ": " + text()));
        }

        /** The id of what was made; fails where nothing was. */
        public String created() {
            if (status() != 201) {
                throw new AssertionError(status() + " " + text());
            }
            return json().get("id").stringValue();
        }
    }
}
