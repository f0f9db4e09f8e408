package vn.nguongoc.evidence;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.bson.types.Binary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.nguongoc.Api;
import vn.nguongoc.Refusals;
import vn.nguongoc.ServiceTest;
import vn.nguongoc.eventlog.Await;

/** Files sent to the whole service, as phones send them. */
@ServiceTest
class FilesInTheServiceTest {
    private static final byte[] PHOTO = Pictures.withExif(Pictures.jpeg(Pictures.fields(64, 32)), 6);
    private static final int TEN_MIB = 10 << 20;

    @LocalServerPort
    int port;

    @Autowired
    MongoDatabase database;

    private Api api;
    private String organisation;
    private String files;

    @BeforeEach
    void organisation() {
        api = new Api(port);
        organisation = api.cooperative();
        files = "/api/organisations/" + organisation + "/files";
    }

    private Api.Answer send(byte[] file) {
        return api.send(api.request(files).POST(BodyPublishers.ofByteArray(file)));
    }

    private static byte[] pdf(int size) {
        var start = "%PDF-1.4\n%".getBytes(StandardCharsets.US_ASCII);
        var end = "\n%%EOF".getBytes(StandardCharsets.US_ASCII);
        var middle = "a".repeat(size - start.length - end.length).getBytes(StandardCharsets.US_ASCII);
        return Pictures.joined(start, middle, end);
    }

    private static void assertRefused(Api.Answer answer, String reason) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.json().get("type").stringValue()).endsWith("/evidence/" + reason);
    }

    @Test
    void a_photograph_comes_back_upright_and_with_nothing_but_what_is_seen() {
        var sent = send(PHOTO);
        var id = sent.created();
        var kept = api.bytes(sent.header("Location"));
        assertThat(sent.json().get("type").stringValue()).isEqualTo("image/jpeg");
        assertThat(sent.json().get("size").intValue()).isEqualTo(kept.body().length);
        assertThat(FileId.of(kept.body()).value()).isEqualTo(id);
        assertThat(Pictures.drawn(kept.body()).getWidth()).isEqualTo(32);
        assertThat(Pictures.holds(kept.body(), Pictures.CAMERA)).isFalse();
        assertThat(kept.headers().allValues("Content-Type")).containsExactly("image/jpeg");
        assertThat(kept.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(kept.headers().allValues("Content-Security-Policy"))
                .containsExactly("sandbox; default-src 'none'; frame-ancestors 'none'; base-uri 'none'");
        assertThat(kept.headers().allValues("Cache-Control")).containsExactly("max-age=31536000, private, immutable");
        assertThat(kept.headers().allValues("Content-Disposition"))
                .containsExactly("inline; filename=\"" + id + ".jpg\"");
    }

    @Test
    void nothing_of_where_it_was_taken_is_in_the_database() {
        var stored = Objects.requireNonNull(database.getCollection(Files.COLLECTION)
                .find(eq(organisation + "/" + send(PHOTO).created()))
                .first());
        assertThat(stored.getString("organisation")).isEqualTo(organisation);
        assertThat(stored.getString("by")).isEqualTo("local");
        assertThat(stored.getDate("at")).isNotNull();
        assertThat(Pictures.holds(stored.get("content", Binary.class).getData(), Pictures.LATITUDE))
                .isFalse();
    }

    @Test
    void a_pdf_is_for_saving() {
        var sent = send(pdf(100));
        var kept = api.bytes(sent.header("Location"));
        assertThat(kept.body()).isEqualTo(pdf(100));
        assertThat(kept.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(kept.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/x-www-form-urlencoded", "application/pdf", "nonsense"})
    void what_the_sender_says_it_is_counts_for_nothing(String type) {
        var sent = api.send(api.request(files).header("Content-Type", type).POST(BodyPublishers.ofByteArray(PHOTO)));
        assertThat(sent.created()).isEqualTo(send(PHOTO).created());
        assertThat(sent.json().get("type").stringValue()).isEqualTo("image/jpeg");
    }

    @Test
    void what_is_not_known_is_refused_with_what_is() {
        var answer = send("<svg/>".getBytes(StandardCharsets.US_ASCII));
        assertRefused(answer, "type-not-known");
        assertThat(answer.json().get("detail").stringValue()).contains("JPEG", "PNG", "PDF");
    }

    @Test
    void a_file_of_10_MiB_is_kept_and_of_one_byte_more_is_not() {
        var kept = send(pdf(TEN_MIB));
        kept.created();
        assertThat(api.bytes(kept.header("Location")).body()).hasSize(TEN_MIB);
        var refused = send(pdf(TEN_MIB + 1));
        assertRefused(refused, "too-large");
        assertThat(refused.json().get("detail").stringValue()).contains("10 MiB");
    }

    @Test
    void nobody_need_say_how_long_a_file_is() {
        var exactly =
                api.request(files).POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(pdf(TEN_MIB))));
        api.send(exactly).created();
        assertRefused(
                api.send(api.request(files)
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(pdf(TEN_MIB + 1))))),
                "too-large");
    }

    @Test
    void a_file_is_read_no_further_than_it_may_be_long() {
        var read = new int[1];
        var endless = new InputStream() {
            @Override
            public int read() {
                return read[0]++;
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                read[0] += length;
                return length;
            }
        };
        assertThat(Refusals.refusalOf(() -> Evidence.read(endless))).isEqualTo(new EvidenceRefusal.TooLarge(10));
        assertThat(read[0]).isEqualTo(TEN_MIB + 1);
    }

    @Test
    void whoever_sends_a_file_much_too_large_hears_so() {
        assertRefused(send(pdf(3 * TEN_MIB)), "too-large");
    }

    @Test
    void one_file_sent_by_many_at_once_is_one_file() throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> send = () -> send(PHOTO).created();
            var ids = new HashSet<String>();
            for (var sent : pool.invokeAll(Collections.nCopies(Evidence.MOST_AT_ONCE, send))) {
                ids.add(sent.get());
            }
            assertThat(ids).hasSize(1);
        }
        assertThat(database.getCollection(Files.COLLECTION).countDocuments(eq("organisation", organisation)))
                .isEqualTo(1);
    }

    @Test
    void of_more_than_8_at_once_one_is_asked_to_wait_and_places_are_free_again_afterwards() throws Exception {
        var slow = new ArrayList<Socket>();
        try {
            for (int i = 0; i < Evidence.MOST_AT_ONCE; i++) {
                slow.add(begun());
            }
            Await.until("the next is asked to wait", () -> {
                var answer = send(PHOTO);
                // This one may have had a place when one of the others came.
                slow.add(begun());
                return answer.status() == 503 && answer.text().contains("evidence/too-many-uploads");
            });
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
        Await.until("there is room again", () -> send(PHOTO).status() == 201);
    }

    /** An upload of which one byte has come. */
    private Socket begun() {
        try {
            var socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("POST " + files + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\n%")
                            .getBytes(StandardCharsets.US_ASCII));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A bad network is no fault of the service's. */
    @Test
    void a_file_that_ends_too_early_is_refused_and_nothing_is_kept() throws IOException {
        try (var socket = begun()) {
            socket.shutdownOutput();
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 400");
        }
        assertThat(database.getCollection(Files.COLLECTION).countDocuments(eq("organisation", organisation)))
                .isZero();
    }

    @Test
    void another_organisations_file_answers_like_one_that_is_not_there() {
        var id = send(PHOTO).created();
        var other = "/api/organisations/" + api.cooperative() + "/files/";
        var missing = "sha256-" + "0".repeat(64);
        var foreign = api.get(other + id);
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.text()).isEqualTo(api.get(other + missing).text().replace(missing, id));
        assertThat(api.get(files + "/sha256-x").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"htx-0000000000000009", "org-0000000000000009", "nobody"})
    void nothing_is_kept_for_an_organisation_that_is_not_there(String nobody) {
        files = "/api/organisations/" + nobody + "/files";
        var answer = send(PHOTO);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().get("type").stringValue()).endsWith("/log/not-found");
    }
}
