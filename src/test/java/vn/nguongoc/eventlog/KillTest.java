package vn.nguongoc.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nguongoc.mongo.EmbeddedServer;

/**
 * kill -9 of a real process in the midst of its appends, on the embedded server: every acknowledged commit is there,
 * once and whole, and positions are dense. Three rounds here; {@code -Dnguongoc.kill-rounds=200} for more,
 * {@code -Dnguongoc.seed=…} for the same delays again.
 */
class KillTest {
    static final String DATABASE = "killed";

    @TempDir
    private Path directory;

    @Test
    void nothing_acknowledged_is_lost_by_kill_9() throws Exception {
        var seed = Long.getLong("nguongoc.seed", System.nanoTime());
        var rounds = Integer.getInteger("nguongoc.kill-rounds", 3);
        var random = new Random(seed);
        Set<String> acknowledged = new HashSet<>();
        long seen = 0;
        for (int round = 0; round < rounds; round++) {
            var before = acknowledged.size();
            acknowledged.addAll(appendUntilKilled(round, random.nextInt(20, 1500)));
            var events = check(acknowledged, round == rounds - 1 ? 0 : seen);
            seen = events;
            System.out.printf(
                    "kill -9, seed %d, round %d: %d commits acknowledged, %d events in the log%n",
                    seed, round, acknowledged.size() - before, events);
        }
    }

    /** What a full disk does to a file: it cannot grow, wherever in a write that happens to be. */
    @Test
    void nothing_acknowledged_is_lost_when_the_file_can_grow_no_more() throws Exception {
        var kilobytes = 400;
        var process = writer(0, "bash", "-c", "ulimit -f " + kilobytes + " && exec \"$@\"", "bash");
        List<String> acknowledged = new ArrayList<>();
        try (var output = process.inputReader()) {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith(KilledWriter.REFUSED)) {
                    process.toHandle().destroyForcibly();
                } else if (line.startsWith("round")) {
                    acknowledged.add(line);
                }
            }
        }
        process.waitFor();
        assertThat(acknowledged).isNotEmpty();
        assertThat(Files.size(directory.resolve("store.mv"))).isBetween(kilobytes * 512L, kilobytes * 1024L);
        check(Set.copyOf(acknowledged), 0);
        assertThat(appendUntilKilled(1, 500)).as("there is room again").isNotEmpty();
    }

    private Process writer(int round, String... prefix) throws IOException {
        var command = new ArrayList<>(List.of(prefix));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=logback-quiet.xml",
                KilledWriter.class.getName(),
                directory.toString(),
                String.valueOf(round)));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private List<String> appendUntilKilled(int round, int millisecondsAfterTheFirst) throws Exception {
        var process = writer(round);
        try (var output = process.inputReader()) {
            var lines = new ArrayList<>(List.of(firstCommit(output)));
            var killer = Thread.ofVirtual().start(() -> {
                try {
                    process.waitFor(millisecondsAfterTheFirst, TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                process.toHandle().destroyForcibly(); // the handle leaves what the process said readable
            });
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
            }
            killer.join();
            process.waitFor();
            // What follows the last line feed was not said to the end.
            return lines.stream()
                    .filter(line -> line.matches("round\\d+-writer\\d+@\\d+"))
                    .toList();
        }
    }

    private static String firstCommit(BufferedReader output) throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("round")) {
                return line;
            }
        }
        throw new AssertionError("the writer ended before its first commit");
    }

    /**
     * Reads the whole log, looks up in the index what is there from this position on, and returns how many events there
     * are.
     */
    private long check(Set<String> acknowledged, long indexedFrom) {
        try (var server = EmbeddedServer.open(directory);
                var client = MongoClients.create(server.uri())) {
            var commits = new MongoCommits(client.getDatabase(DATABASE), LogTest.SETTINGS.attempt());
            var found = new HashSet<String>();
            long next = 0;
            for (var page = commits.readFrom(0, 500); !page.isEmpty(); page = commits.readFrom(next, 500)) {
                for (var commit : page) {
                    assertThat(commit.position()).as("positions are dense").isEqualTo(next);
                    next = commit.next();
                    commit.draft()
                            .versions()
                            .forEach(version -> assertThat(found.add(version.toString()))
                                    .as(version + " once")
                                    .isTrue());
                    assertThat(commit.position() < indexedFrom
                                    || commits.withId(commit.commitId()).isPresent())
                            .as("its index entry")
                            .isTrue();
                    commit.entries().forEach(entry -> assertThat(entry.leaf()).isEqualTo(Leaf.hash(entry.bytes())));
                    assertThat(commit.entries()).as("whole").hasSize(2);
                }
            }
            assertThat(found.containsAll(acknowledged))
                    .as("all that was acknowledged")
                    .isTrue();
            return next;
        }
    }
}
