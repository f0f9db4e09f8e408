package vn.nguongoc.evidence;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.nguongoc.Api;
import vn.nguongoc.ServiceTest;

/** How much an organisation may have, near the end of it: the count is set to what two gigabytes of files would be. */
@ServiceTest
class QuotaTest {
    private static final long LIMIT = 2L << 30;
    private static final int SIZE = 1000;

    private final Api api;
    private final String organisation;
    private final String files;
    private final MongoCollection<Document> quotas;

    @Autowired
    QuotaTest(@LocalServerPort int port, MongoDatabase database) {
        api = new Api(port);
        organisation = api.cooperative();
        files = "/api/organisations/" + organisation + "/files";
        quotas = database.getCollection(Quotas.COLLECTION);
    }

    @BeforeEach
    void one_file_is_there() {
        send(0).created();
    }

    private Api.Answer send(int number) {
        var text = "%PDF-1.4\n%" + "a".repeat(SIZE - 20) + "%04d".formatted(number) + "\n%%EOF";
        return api.send(api.request(files).POST(BodyPublishers.ofByteArray(text.getBytes(StandardCharsets.US_ASCII))));
    }

    private void leave(long bytes) {
        quotas.updateOne(eq("_id", organisation), Updates.set("bytes", LIMIT - bytes));
    }

    private long used() {
        return api.get(files).json().get("bytes").longValue();
    }

    @Test
    void what_is_sent_twice_counts_once_and_the_manager_sees_both_numbers() {
        send(0).created();
        assertThat(used()).isEqualTo(SIZE);
        send(1).created();
        assertThat(used()).isEqualTo(2 * SIZE);
        assertThat(api.get(files).json().get("limitBytes").longValue()).isEqualTo(LIMIT);
    }

    @Test
    void the_last_byte_may_be_used_and_not_one_more() {
        leave(SIZE);
        send(1).created();
        assertThat(used()).isEqualTo(LIMIT);
        leave(SIZE - 1);
        var refused = send(2);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("type").stringValue()).endsWith("/evidence/quota-reached");
        assertThat(refused.json().get("detail").stringValue())
                .startsWith("Tệp này chiếm 1.000 byte. Các tệp của tổ chức đã chiếm 2.147.482.649 byte,")
                .contains("2.147.483.648 byte");
        assertThat(used()).isEqualTo(LIMIT - SIZE + 1);
    }

    @Test
    void where_nothing_fits_any_more_what_is_there_stays_and_is_taken_again() {
        var kept = send(1);
        leave(0);
        assertThat(send(2).status()).isEqualTo(409);
        assertThat(send(1).created()).isEqualTo(kept.created());
        assertThat(api.get(kept.header("Location")).status()).isEqualTo(200);
        assertThat(used()).isEqualTo(LIMIT);
    }

    @Test
    void of_many_at_once_no_more_are_kept_than_there_is_room_for() throws Exception {
        leave(3 * SIZE);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = pool.invokeAll(IntStream.rangeClosed(1, Evidence.MOST_AT_ONCE)
                    .<Callable<Integer>>mapToObj(i -> () -> send(i).status())
                    .toList());
            var kept = 0;
            for (var status : sent) {
                kept += status.get() == 201 ? 1 : 0;
            }
            assertThat(kept).isEqualTo(3);
        }
        assertThat(used()).isEqualTo(LIMIT);
    }

    @Test
    void files_of_before_there_were_quotas_are_added_up_once() {
        send(1).created();
        quotas.deleteOne(eq("_id", organisation));
        assertThat(used()).isEqualTo(2 * SIZE);
        send(2).created();
        assertThat(used()).isEqualTo(3 * SIZE);
    }

    @Test
    void what_others_send_is_theirs() {
        assertThat(api.get("/api/organisations/" + api.cooperative() + "/files")
                        .json()
                        .get("bytes")
                        .longValue())
                .isZero();
        assertThat(api.get("/api/organisations/htx-0000000000000009/files").status())
                .isEqualTo(404);
    }
}
