package vn.nguongoc.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.nguongoc.eventlog.Machine;
import vn.nguongoc.history.HttpLoad.Measured;

/**
 * Measures the page behind a QR code, as a phone asks for it and with its scan counted, against a page of as many bytes
 * that does nothing; rates and the slowest hundredth, in turn. {@code mvn -Pbenchmark test-compile exec:exec
 * -Dbenchmark.main=vn.nguongoc.history.ScanBenchmark}; it prints rows for docs/performance.md and stops by itself.
 */
final class ScanBenchmark {
    private static final int CONNECTIONS = Integer.getInteger("benchmark.connections", 64);
    private static final Duration ROUND = Duration.ofMillis(Integer.getInteger("benchmark.round-ms", 2_000));
    private static final int WARM_UP = 2;
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 7);
    private static final int OK = 200;
    private static final String LOT = "/01/09520001000010/10/ST25-260518-A";
    private static final String PHONE = """
            User-Agent: Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36\r
            Accept: text/html\r
            Accept-Language: vi\r
            Accept-Encoding: gzip\r
            """;

    private ScanBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        try (var service = MeasuredService.demonstrating()) {
            service.rest();
            System.out.printf("%s.%n%n", Machine.description());
            System.out.println("| page | bytes | answers/s, median | of hello-world | p99 | of hello-world |");
            System.out.println("|---|---|---|---|---|---|");
            contest("a lot's page", LOT, service);
        }
    }

    private static void contest(String name, String path, MeasuredService service) throws Exception {
        var request = service.api().request(path);
        PHONE.lines().map(line -> line.split(": ", 2)).forEach(header -> request.header(header[0], header[1].strip()));
        var bytes = service.api()
                .send(request)
                .response()
                .headers()
                .firstValueAsLong("Content-Length")
                .orElseThrow();
        var hello = HelloWorld.in(
                service.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class), (int) bytes);
        try (var ours = new HttpLoad(service.port(), path, PHONE, OK, (int) bytes, CONNECTIONS);
                var theirs = new HttpLoad(service.port(), hello, "", OK, (int) bytes, CONNECTIONS)) {
            var rounds = new ArrayList<Round>();
            for (int i = 0; i < WARM_UP + ROUNDS; i++) {
                var round = i % 2 == 0
                        ? new Round(ours.measure(ROUND), theirs.measure(ROUND))
                        : Round.turned(theirs.measure(ROUND), ours.measure(ROUND));
                if (i >= WARM_UP) {
                    rounds.add(round);
                }
            }
            System.out.println(row(name, bytes, rounds));
        }
    }

    private record Round(Measured ours, Measured theirs) {
        static Round turned(Measured theirs, Measured ours) {
            return new Round(ours, theirs);
        }
    }

    private static String row(String name, long bytes, List<Round> rounds) {
        return String.format(
                Locale.ROOT,
                "| %s, %d connections | %,d | %,.0f | %s | %.1f ms | %s |",
                name,
                CONNECTIONS,
                bytes,
                median(rounds.stream()
                        .mapToDouble(it -> it.ours().perSecond())
                        .sorted()
                        .toArray()),
                spread(rounds.stream()
                        .mapToDouble(it -> it.ours().perSecond() / it.theirs().perSecond())
                        .sorted()
                        .toArray()),
                median(rounds.stream()
                        .mapToDouble(it -> it.ours().p99Millis())
                        .sorted()
                        .toArray()),
                spread(rounds.stream()
                        .mapToDouble(it -> it.ours().p99Millis() / it.theirs().p99Millis())
                        .sorted()
                        .toArray()));
    }

    private static double median(double[] sorted) {
        return sorted[sorted.length / 2];
    }

    private static String spread(double[] sorted) {
        return String.format(Locale.ROOT, "%.2f (%.2f – %.2f)", median(sorted), sorted[0], sorted[sorted.length - 1]);
    }
}
