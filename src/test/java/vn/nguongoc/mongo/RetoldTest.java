package vn.nguongoc.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.nguongoc.Api;
import vn.nguongoc.ServiceTest;

/** Which collections may be lost, and which may not. */
@ServiceTest
class RetoldTest {
    private static final Set<String> RECORDS = Set.of(
            "commits",
            "eventNames",
            "confirmations",
            "format",
            "scans-units",
            "scans-lots",
            "scans-bursts",
            "scans-signals",
            "scans-ends",
            "logins",
            "sessions",
            "invitations",
            "passkeys",
            "issuer-links",
            "handshakes",
            "farmer-keys",
            "farmer-openings",
            "files",
            "file-quotas");

    @LocalServerPort
    private int port;

    @Autowired
    private MongoDatabase database;

    /** A collection that is new has to be told to one side or the other. */
    @Test
    void every_collection_of_the_service_is_either_recorded_or_told_again() {
        var api = new Api(port);
        api.get("/api/cooperatives/" + api.cooperative() + "?after=0");
        var collections = database.listCollectionNames().into(new ArrayList<>());
        assertThat(collections)
                .contains("commits", "trackingtokens")
                .allSatisfy(it -> assertThat(Retold.is(it)).as(it).isNotEqualTo(RECORDS.contains(it)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "databases.nguongoc.history-1-lot",
                "meta.nguongoc.history-1-lot",
                "nguongoc.history-1-lot._index_address_1",
                "databases.nguongoc.trackingtokens"
            })
    void a_store_that_had_all_in_one_file_knows_such_maps(String map) {
        assertThat(Retold.isKeptIn(map)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"databases.nguongoc.commits", "nguongoc.commits._index_cid_1", "meta.nguongoc.format"})
    void and_leaves_the_others_where_they_are(String map) {
        assertThat(Retold.isKeptIn(map)).isFalse();
    }
}
