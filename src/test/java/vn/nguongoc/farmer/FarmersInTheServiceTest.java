package vn.nguongoc.farmer;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.bson.json.JsonWriterSettings;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import vn.nguongoc.Api;
import vn.nguongoc.ServiceTest;
import vn.nguongoc.eventlog.Await;
import vn.nguongoc.eventlog.Recorder;
import vn.nguongoc.farmer.FarmerCommand.Erase;
import vn.nguongoc.farmer.event.FarmerKey;
import vn.nguongoc.farmer.event.Field;
import vn.nguongoc.mongo.StoreUnavailable;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Stamp;

/** Farmers in the whole service: what is kept of them, who is told, and how they are forgotten. */
@ServiceTest
class FarmersInTheServiceTest {
    private static final String AT = "'happenedAt':'2026-05-01T08:00:00+07:00'";
    private static final String NOW_ASKED = "'by':'GC-1'," + AT;

    @LocalServerPort
    int port;

    @Autowired
    MongoDatabase database;

    @Autowired
    Recorder recorder;

    @Autowired
    Openings openings;

    @Autowired
    PersonKeys keys;

    @Autowired
    Sweeping sweeping;

    @Autowired
    Clock clock;

    @Autowired
    Environment environment;

    private Api api;
    private String organisation;
    private String farmers;
    private String name;

    @BeforeEach
    void organisation() {
        api = new Api(port);
        organisation = api.cooperative();
        farmers = "/api/organisations/" + organisation + "/farmers";
        name = "Trần Thị Mười " + UUID.randomUUID();
    }

    private FarmerKey key(String code) {
        return new FarmerKey(new OrganisationId(organisation), code);
    }

    private String entering(String code) {
        return "{'code':'%s','name':'%s',%s}".formatted(code, name, AT);
    }

    private void entered(String code) {
        api.post(farmers, entering(code)).created();
    }

    private Api.Answer agrees(String code, String purpose) {
        return api.post(farmers + "/" + code + "/consents", """
                {'purpose':'%s','text':'1','language':'vi','form':'spoken',%s}""".formatted(purpose, NOW_ASKED));
    }

    private Api.Answer withdraws(String code, String purpose) {
        return api.post(
                farmers + "/" + code + "/consents/withdrawals", "{'purpose':'%s',%s}".formatted(purpose, NOW_ASKED));
    }

    private Api.Answer erased(String code) {
        api.post(farmers + "/" + code + "/requests", "{'kind':'erasure'," + NOW_ASKED + "}")
                .created();
        return api.post(farmers + "/" + code + "/erasure", "{" + NOW_ASKED + "}");
    }

    private Api.Answer seen(String path, Api.Answer recorded) {
        recorded.created();
        return api.get(path + "?after=" + recorded.header("Log-Position"));
    }

    private Api.Answer harvest(String code) {
        var plot = api.sownPlot(organisation);
        return api.post("/api/lots", """
                {'cooperative':'%s','plot':'%s','product':'paddy-st25','quantity':{'value':'100','unit':'kg'},
                 'moisturePercent':'14.5','onBehalfOf':'%s','happenedAt':'2026-04-24T08:00:00+07:00'}""".formatted(organisation, plot, code));
    }

    private static void assertRefused(Api.Answer answer, String problem) {
        assertThat(answer.json().get("type").stringValue()).endsWith("/" + problem);
    }

    // ---- what is kept where

    @Test
    void nothing_in_the_database_tells_a_name_or_lets_one_be_tried() throws NoSuchAlgorithmException {
        var body = entering("ND-1");
        api.post(farmers, body).created();
        var line = "POST " + farmers + "\n" + body.replace('\'', '"');
        var digest = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8)));
        var all = everything();
        assertThat(all)
                .contains(key("ND-1").toString())
                .doesNotContain(name, digest)
                .doesNotContain(name.substring(name.length() - 20));
    }

    /** All documents, with what their bytes say as text; photographs of other tests are nobody's. */
    private String everything() {
        var all = new StringBuilder();
        var collections = database.listCollectionNames().into(new ArrayList<>());
        collections.remove("files");
        for (var collection : collections) {
            for (var document : database.getCollection(collection).find()) {
                all.append(document.toJson(JsonWriterSettings.builder().build()))
                        .append('\n');
                texts(document, all);
            }
        }
        return all.toString();
    }

    private static void texts(Object value, StringBuilder all) {
        switch (value) {
            case Document inner -> inner.values().forEach(it -> texts(it, all));
            case List<?> many -> many.forEach(it -> texts(it, all));
            case Binary bytes ->
                all.append(new String(bytes.getData(), StandardCharsets.UTF_8)).append('\n');
            case null, default -> {}
        }
    }

    @Test
    void the_organisation_is_told_what_is_kept_and_the_person_can_check_it() {
        entered("ND-1");
        agrees("ND-1", "contact").created();
        var corrected = api.post(farmers + "/ND-1/corrections", "{'phone':'+84 912 345 678'," + AT + "}");
        var sheet = seen(farmers + "/ND-1", corrected).json();
        assertThat(sheet.get("name").stringValue()).isEqualTo(name);
        assertThat(sheet.get("phone").stringValue()).isEqualTo("+84 912 345 678");
        var export = api.get(farmers + "/ND-1/export").json();
        assertThat(export.get("commitments")).hasSize(2);
        for (var it : export.get("commitments")) {
            var opening = new Opening(
                    Field.named(it.get("field").stringValue()),
                    it.get("value").stringValue(),
                    it.get("random").stringValue());
            assertThat(opening.commitment().digest()).isEqualTo(it.get("digest").stringValue());
            assertThat(everything()).contains(opening.commitment().digest());
        }
    }

    @Test
    void keys_are_wrapped_by_one_that_only_its_owner_may_read() throws IOException {
        entered("ND-1");
        var file = Path.of(environment.getProperty("nguongoc.mongo.directory", "."))
                .resolve(MasterKeys.FILE);
        if (Files.exists(file)) { // else they are not kept beside the data
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        var key = keys.find(key("ND-1")).orElseThrow().getEncoded();
        var wrapped = database.getCollection(PersonKeys.COLLECTION)
                .find(eq(key("ND-1").toString()))
                .first();
        assertThat(HexFormat.of()
                        .formatHex(Objects.requireNonNull(wrapped)
                                .get("wrapped", Binary.class)
                                .getData()))
                .doesNotContain(HexFormat.of().formatHex(key));
    }

    @Test
    void a_store_whose_master_key_is_not_here_is_not_opened() {
        entered("ND-1");
        var another = MasterKeysTest.keys(null, Base64.getEncoder().encodeToString(new byte[32]));
        assertThatThrownBy(() -> new PersonKeys(database, another))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("master key");
    }

    // ---- once

    @Test
    void a_request_sent_twice_enters_one_farmer_and_another_under_its_key_none() {
        var request = UUID.randomUUID().toString();
        var first = api.post(farmers, entering("ND-1"), request);
        var again = api.post(farmers, entering("ND-1"), request);
        first.created();
        assertThat(again.header("Log-Position")).isEqualTo(first.header("Log-Position"));
        assertThat(seen(farmers + "/ND-1", again).json().get("name").stringValue())
                .isEqualTo(name);
        var other = api.post(farmers, entering("ND-1").replace(name, "Ai khác"), request);
        assertRefused(other, "log/key-used-for-another-request");
    }

    @Test
    void whose_code_is_taken_takes_nobodys_place() {
        var first = api.post(farmers, entering("ND-1"));
        var refused = api.post(farmers, entering("ND-1").replace(name, "Ai khác"));
        assertRefused(refused, "farmer/code-taken");
        assertThat(seen(farmers + "/ND-1/export", first)
                        .json()
                        .get("farmer")
                        .get("name")
                        .stringValue())
                .isEqualTo(name);
    }

    @Test
    void of_nobody_nothing_is_put_right() {
        assertThat(api.post(farmers + "/ND-9/corrections", "{'hamlet':'Hòa Đức'," + AT + "}")
                        .status())
                .isEqualTo(404);
        assertThat(harvest("ND-9").status()).isEqualTo(404);
    }

    // ---- consent

    @Test
    void a_buyer_reads_a_name_while_its_owner_agrees_and_no_cache_keeps_it() {
        entered("ND-1");
        var harvested = harvest("ND-1");
        var lot = harvested.created();
        var page =
                "/" + seen("/api/lots/" + lot, harvested).json().get("address").stringValue();
        assertThat(api.get(page).text()).doesNotContain(name);
        assertThat(api.get(page).header("Cache-Control")).startsWith("public, max-age=60");

        agrees("ND-1", "show-name").created();
        assertThat(api.get(page).text()).contains(name);
        assertThat(api.get(page).header("Cache-Control")).isEqualTo("no-store");
        assertThat(api.get(page).response().headers().firstValue("ETag")).isEmpty();

        withdraws("ND-1", "show-name").created();
        assertThat(api.get(page).text()).doesNotContain(name);
        assertThat(api.get(page).header("Cache-Control")).startsWith("public, max-age=60");
    }

    @Test
    void who_may_see_the_lot_reads_a_name_that_is_shared_and_a_buyer_does_not() {
        entered("ND-1");
        var harvested = harvest("ND-1");
        var history = "/api/lots/" + harvested.created() + "/history";
        var unnamed = seen(history, harvested);
        assertThat(unnamed.text()).doesNotContain(name).contains("\"onBehalfOf\":\"ND-1\"");
        assertThat(unnamed.json().get("farmers").get(0).get("code").stringValue())
                .isEqualTo("ND-1");
        agrees("ND-1", "share").created();
        assertThat(api.get(history).json().get("farmers").get(0).get("name").stringValue())
                .isEqualTo(name);
        var page = "/" + unnamed.json().get("lot").get("address").stringValue();
        assertThat(api.get(page).text()).doesNotContain(name);
        withdraws("ND-1", "share").created();
        assertThat(api.get(history).text()).doesNotContain(name);
    }

    @Test
    void words_that_nobody_was_shown_nobody_agreed_to() {
        entered("ND-1");
        var consents = farmers + "/ND-1/consents";
        var japanese = "{'purpose':'share','text':'1','language':'ja','form':'paper'," + NOW_ASKED + "}";
        assertRefused(api.post(consents, japanese), "farmer/words-unknown");
        assertRefused(api.post(consents, japanese.replace("'1'", "'2'")), "farmer/words-unknown");
        var texts = api.get("/api/consent-texts").json();
        var agreed = seen(farmers + "/ND-1", api.post(consents, japanese.replace("'ja'", "'vi'")));
        var digest = agreed.json().get("consents").get(0).get("digest").stringValue();
        assertThat(texts.valueStream()
                        .filter(it -> it.get("digest").stringValue().equals(digest))
                        .map(it -> it.get("purpose").stringValue()
                                + it.get("language").stringValue()))
                .containsExactly("sharevi");
    }

    // ---- requests

    @Test
    void requests_wait_by_the_day_they_are_due_and_go_when_they_are_answered() {
        entered("ND-1");
        entered("ND-2");
        api.post(farmers + "/ND-1/requests", "{'kind':'erasure'," + NOW_ASKED + "}")
                .created();
        var asked = api.post(farmers + "/ND-2/requests", "{'kind':'export'," + NOW_ASKED + "}");
        var waiting = "/api/organisations/" + organisation + "/farmer-requests";
        var all = seen(waiting, asked).json().get("requests");
        assertThat(all.valueStream().map(it -> it.get("farmer").stringValue())).containsExactly("ND-2", "ND-1");
        assertThat(all.get(0).get("request").get("dueOn").stringValue()).isEqualTo("2026-05-11");
        var left = Duration.between(clock.instant(), Instant.parse("2026-05-10T17:00:00Z"))
                .toDays();
        assertThat(all.get(0).get("daysLeft").longValue()).isBetween(left - 1, left + 1);
        var first = api.get(waiting + "?limit=1");
        var cursor = first.json().get("cursor").stringValue();
        assertThat(api.get(waiting + "?limit=1&cursor=" + cursor)
                        .json()
                        .get("requests")
                        .get(0)
                        .get("farmer")
                        .stringValue())
                .isEqualTo("ND-1");
        var answered = api.post(farmers + "/ND-2/requests/1/answers", "{'outcome':'done'," + NOW_ASKED + "}");
        assertThat(seen(waiting, answered).json().get("requests")).hasSize(1);
    }

    // ---- erasure

    @Test
    void who_is_erased_is_known_to_nobody_any_more_and_the_facts_stay() {
        entered("ND-1");
        var lot = harvest("ND-1").created();
        agrees("ND-1", "show-name").created();
        var erased = erased("ND-1");
        var history = seen("/api/lots/" + lot + "/history", erased);
        assertThat(history.text()).doesNotContain(name).contains("\"erased\":\"request\"");
        var page = api.get("/" + history.json().get("lot").get("address").stringValue(), "Accept-Language", "en");
        assertThat(page.text()).doesNotContain(name).contains("erased at the person");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(api.get(farmers).text()).doesNotContain(name);
        var export = api.get(farmers + "/ND-1/export");
        assertThat(export.text()).doesNotContain(name).contains(lot);
        assertThat(export.json().get("commitments")).isEmpty();
        assertThat(everything()).contains("\"farmer.entered\"");
    }

    @Test
    void an_erasure_leaves_others_as_they_are() {
        entered("ND-1");
        var other = api.post(farmers, entering("ND-2"));
        erased("ND-1").created();
        assertThat(seen(farmers + "/ND-2", other).json().get("name").stringValue())
                .isEqualTo(name);
    }

    @Test
    void the_request_that_entered_who_was_erased_brings_nothing_back() {
        var request = UUID.randomUUID().toString();
        api.post(farmers, entering("ND-1"), request).created();
        erased("ND-1").created();
        assertRefused(api.post(farmers, entering("ND-1"), request), "farmer/erased");
        assertRefused(api.post(farmers + "/ND-1/corrections", "{'hamlet':'x'," + AT + "}"), "farmer/erased");
        assertRefused(harvest("ND-1"), "farmer/erased");
        assertThat(keys.find(key("ND-1"))).isEmpty();
        assertThat(document("ND-1")).isNull();
    }

    private @Nullable Document document(String code) {
        return database.getCollection(Openings.COLLECTION)
                .find(eq(key(code).toString()))
                .first();
    }

    /** Whoever recorded the erasure dies before the key is destroyed: then nobody has heard that it was done. */
    @Test
    void an_erasure_that_was_cut_short_after_its_fact_is_brought_to_its_end() throws InterruptedException {
        entered("ND-1");
        api.post(farmers + "/ND-1/requests", "{'kind':'erasure'," + NOW_ASKED + "}")
                .created();
        var stamp = Stamp.of("test", UUID.randomUUID().toString(), new byte[0], "test");
        recorder.record(stamp, new Erase(key("ND-1"), "GC-1", OffsetDateTime.parse("2026-05-01T08:00:00+07:00")));
        Await.until("the key is destroyed", () -> keys.find(key("ND-1")).isEmpty() && document("ND-1") == null);
    }

    // ---- what is left over

    /** Whoever recorded dies between the openings and the fact, or a rule says no. */
    @Test
    void openings_without_a_fact_are_swept_after_a_day_and_those_with_one_stay() {
        entered("ND-1");
        assertRefused(api.post(farmers, entering("ND-1")), "farmer/code-taken");
        openings.add(key("ND-7"), List.of(Opening.fresh(Field.NAME, name)), keys.require(key("ND-7")), clock.instant());
        sweeping.sweep(clock.instant().minus(Duration.ofDays(1)));
        assertThat(parts("ND-1")).hasSize(2);
        assertThat(parts("ND-7")).hasSize(1);
        sweeping.sweep(clock.instant().plusSeconds(1));
        assertThat(parts("ND-1")).hasSize(1);
        assertThat(parts("ND-7")).isEmpty();
        assertThat(api.get(farmers + "/ND-1").json().get("name").stringValue()).isEqualTo(name);
    }

    private Map<String, Object> parts(String code) {
        return Objects.requireNonNull(document(code)).get("openings", Document.class);
    }

    @Test
    void what_was_put_right_leaves_no_opening_of_what_was_wrong() throws InterruptedException {
        entered("ND-1");
        var corrected = api.post(farmers + "/ND-1/corrections", "{'name':'Trần Thị Mừi'," + AT + "}");
        assertThat(seen(farmers + "/ND-1", corrected).json().get("name").stringValue())
                .isEqualTo("Trần Thị Mừi");
        Await.until("the opening is destroyed", () -> parts("ND-1").size() == 1);
    }
}
