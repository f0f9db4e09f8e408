package vn.nguongoc.printing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.nguongoc.Api;
import vn.nguongoc.Api.Answer;
import vn.nguongoc.NguonGoc;
import vn.nguongoc.mongo.EmbeddedServer;

/** Two services on one database, with the same key of serials, that are asked for labels at the same time. */
class TwoPackersTest {
    private static final String KEY =
            Base64.getEncoder().encodeToString("32 bytes are a secret for tests.".getBytes(StandardCharsets.US_ASCII));
    private static final int ROUNDS = 5;

    @TempDir
    private static Path directory;

    private static EmbeddedServer server;
    private static ConfigurableApplicationContext first;
    private static ConfigurableApplicationContext second;
    private static List<Api> apis = List.of();

    @BeforeAll
    static void start() {
        server = EmbeddedServer.open(directory);
        var given = System.getenv("NGUONGOC_TEST_MONGO_URI");
        var uri = given == null ? server.uri() : given;
        var database = "packers-" + UUID.randomUUID();
        first = service(uri, database);
        second = service(uri, database);
        apis = List.of(api(first), api(second));
    }

    private static ConfigurableApplicationContext service(String uri, String database) {
        return new SpringApplicationBuilder(NguonGoc.class)
                .run(
                        "--server.port=0",
                        "--nguongoc.serials.keys=" + KEY,
                        "--nguongoc.mongo.uri=" + uri,
                        "--nguongoc.mongo.database=" + database);
    }

    @AfterAll
    static void stop() {
        second.close();
        first.close();
        server.close();
    }

    private static Api api(ConfigurableApplicationContext service) {
        return new Api(service.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    /** Sends each, turn about to the one and the other, all at once. */
    private static List<Answer> atOnce(List<String> orders) throws Exception {
        var sent = IntStream.range(0, orders.size())
                .mapToObj(i -> (Callable<Answer>) () -> apis.get(i % 2).post("/api/label-runs", orders.get(i)))
                .toList();
        var answers = new ArrayList<Answer>();
        try (var threads = Executors.newFixedThreadPool(orders.size())) {
            for (var answer : threads.invokeAll(sent)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    @Test
    void both_cannot_have_the_last_units() throws Exception {
        var packer = new Packer(apis.getFirst());
        for (int round = 0; round < ROUNDS; round++) {
            var lot = packer.packed("5").lot();
            var answers = atOnce(Collections.nCopies(6, packer.ordering(lot, "units", 5, "a4-24")));
            assertThat(answers)
                    .filteredOn(it -> it.status() == 201)
                    .as("of 24 bags")
                    .hasSize(4);
            assertThat(answers).filteredOn(it -> it.status() != 201).allSatisfy(it -> {
                assertThat(it.status()).as(it.text()).isEqualTo(409);
                assertThat(it.text()).contains("labelling/more-than-packed", "\"labelled\":20");
            });
        }
    }

    @Test
    void no_two_runs_have_the_same_number() throws Exception {
        var packer = new Packer(apis.getFirst());
        var orders = IntStream.range(0, 8)
                .mapToObj(i -> packer.ordering(packer.packed("5").lot(), "units", 1, "a4-24"))
                .toList();
        var answers = atOnce(orders);
        var numbers = new ArrayList<String>();
        for (int i = 0; i < answers.size(); i++) {
            var run = answers.get(i).created();
            var seen = apis.get((i + 1) % 2)
                    .get("/api/label-runs/" + run + "?after=" + answers.get(i).header("Log-Position"));
            numbers.add(seen.json().get("serials").toString());
        }
        assertThat(numbers).hasSize(8).doesNotHaveDuplicates();
    }
}
