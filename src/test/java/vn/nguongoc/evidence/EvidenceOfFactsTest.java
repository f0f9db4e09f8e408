package vn.nguongoc.evidence;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.nguongoc.Api;
import vn.nguongoc.Chain;
import vn.nguongoc.ServiceTest;
import vn.nguongoc.lot.event.LotEvent.LotHarvested;

/** Facts that name files, from the sending of the file to the buyer's page. */
@ServiceTest
class EvidenceOfFactsTest {
    private static final byte[] PHOTO = Pictures.png(Pictures.fields(64, 32));
    private static final byte[] REPORT = "%PDF-1.4\n% KN-1\n%%EOF".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PAPER = "%PDF-1.4\n% VG-1\n%%EOF".getBytes(StandardCharsets.US_ASCII);
    private static final String NOWHERE = "sha256-" + "0".repeat(64);

    @LocalServerPort
    int port;

    @Autowired
    EventStore log;

    @Autowired
    MongoDatabase database;

    private Api api;
    private String cooperative;
    private String laboratory;
    private String plot;

    @BeforeEach
    void farm() {
        api = new Api(port);
        cooperative = api.cooperative();
        laboratory = new Chain(api).partner("laboratory");
        plot = api.sownPlot(cooperative);
    }

    private String sent(String organisation, byte[] file) {
        return api.send(api.request("/api/organisations/" + organisation + "/files")
                        .POST(BodyPublishers.ofByteArray(file)))
                .created();
    }

    private static String listed(String... files) {
        return Stream.of(files).map("'%s'"::formatted).toList().toString();
    }

    private Api.Answer harvest(String... files) {
        return api.post("/api/lots", """
                {'cooperative':'%s','plot':'%s','product':'paddy-st25','quantity':{'value':'100','unit':'kg'},
                 'moisturePercent':'14.5','evidence':%s,'happenedAt':'2026-04-24T08:00:00+07:00'}""".formatted(cooperative, plot, listed(files)));
    }

    private Api.Answer certify(String... files) {
        return api.post("/api/cooperatives/" + cooperative + "/certificates", """
                {'scheme':'vietgap','number':'VG-1','products':['paddy-st25'],
                 'plots':[{'plot':'%s','area':{'value':'2','unit':'ha'}}],'validFrom':'2026-01-01',
                 'validUntil':'2026-12-31','evidence':%s,'happenedAt':'2026-01-09T08:00:00+07:00'}""".formatted(plot, listed(files)));
    }

    private Api.Answer spray(String... files) {
        return api.post("/api/plots/" + plot + "/activities", """
                {'cooperative':'%s','kind':'pesticide','fields':{'active':'validamycin'},'evidence':%s,
                 'happenedAt':'2026-02-09T08:00:00+07:00'}""".formatted(cooperative, listed(files)));
    }

    private Api.Answer test(String lot, String... files) {
        return api.post("/api/lots/" + lot + "/lab-results", """
                {'organisation':'%s','test':'residue','verdict':'PASS','laboratory':'%s','report':'KN-1','evidence':%s,
                 'happenedAt':'2026-04-25T08:00:00+07:00'}""".formatted(cooperative, laboratory, listed(files)));
    }

    private Api.Answer store(String lot, String... files) {
        return api.post("/api/steps", """
                {'organisation':'%s','kind':'storage','inputs':[{'lot':'%s','quantity':{'value':'100','unit':'kg'}}],
                 'outputs':[{'product':'paddy-st25','quantity':{'value':'100','unit':'kg'}}],'evidence':%s,
                 'happenedAt':'2026-04-26T08:00:00+07:00'}""".formatted(cooperative, lot, listed(files)));
    }

    private static String only(Api.Answer step) {
        step.created();
        return step.json().get("lots").get(0).stringValue();
    }

    private JsonNode history(Api.Answer recorded, String lot) {
        return api.get("/api/lots/" + lot + "/history?after=" + recorded.header("Log-Position"))
                .json();
    }

    private static List<String> told(JsonNode history, String what) {
        return history.get("milestones")
                .valueStream()
                .filter(it -> it.get("what").stringValue().equals(what) && it.has("evidence"))
                .map(it -> it.at("/evidence/0/file").stringValue())
                .toList();
    }

    /** The bytes that the log's tree is made of, of all that was stored with the lot. */
    private Stream<String> hashed(String lot) {
        var commit = Objects.requireNonNull(database.getCollection("commits")
                .find(eq("versions", lot + "@0"))
                .first());
        return commit.getList("events", Document.class).stream()
                .map(it -> new String(it.get("bytes", Binary.class).getData(), StandardCharsets.UTF_8));
    }

    private long head() {
        return log.createHeadToken().position().orElse(-1);
    }

    // ---- the record

    @Test
    void what_a_harvest_names_is_in_the_log_and_whoever_sees_the_lot_reads_it() {
        var photo = sent(cooperative, PHOTO);
        var harvested = harvest(photo);
        var lot = harvested.created();
        var event = (LotHarvested) log.readEvents(lot).next().getPayload();
        assertThat(event.evidence()).containsExactly(new FileId(photo));
        assertThat(hashed(lot)).anyMatch(it -> it.contains("\"evidence\":[\"" + photo + "\"]"));
        var link = history(harvested, lot).at("/evidence/0");
        assertThat(link.get("keeper").stringValue()).isEqualTo(cooperative);
        assertThat(link.get("file").stringValue()).isEqualTo(photo);
        var read = api.bytes(link.get("href").stringValue());
        assertThat(FileId.of(read.body()).value()).isEqualTo(photo);
        assertThat(read.headers().allValues("Cache-Control")).containsExactly("max-age=31536000, private, immutable");
    }

    @Test
    void every_fact_along_the_way_tells_what_it_rests_on() {
        var spraying = sent(cooperative, Pictures.png(Pictures.fields(8, 8)));
        var storing = sent(cooperative, Pictures.png(Pictures.fields(8, 9)));
        var paper = sent(cooperative, PAPER);
        var report = sent(laboratory, REPORT);
        certify(paper).created();
        spray(spraying).created();
        var lot = harvest().created();
        test(lot, report).created();
        var stored = store(lot, storing);
        var history = history(stored, only(stored));
        assertThat(told(history, "field-work")).containsExactly(spraying);
        assertThat(told(history, "lab-result")).containsExactly(report);
        assertThat(told(history, "processing")).containsExactly(storing);
        assertThat(history.at("/growers/0/certificates/0/certificate/evidence/0")
                        .stringValue())
                .isEqualTo(paper);
        assertThat(history.get("evidence")
                        .valueStream()
                        .map(it -> it.get("file").stringValue()))
                .containsExactlyInAnyOrder(spraying, storing, paper, report);
        history.get("evidence")
                .forEach(it -> assertThat(api.get(it.get("href").stringValue()).status())
                        .as(it.toString())
                        .isEqualTo(200));
    }

    @Test
    void a_fact_that_names_nothing_is_stored_as_before() {
        var harvested = harvest();
        assertThat(history(harvested, harvested.created()).get("evidence")).isEmpty();
        var event = log.readEvents(harvested.created()).next();
        assertThat(((LotHarvested) event.getPayload()).evidence()).isEmpty();
    }

    // ---- what is refused

    @Test
    void no_fact_names_a_file_that_is_not_there_and_nothing_is_stored() {
        var lot = harvest().created();
        var before = head();
        for (var answer :
                List.of(harvest(NOWHERE), certify(NOWHERE), spray(NOWHERE), test(lot, NOWHERE), store(lot, NOWHERE))) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(422);
            assertThat(answer.json().get("type").stringValue()).endsWith("/evidence/not-sent-before");
        }
        assertThat(harvest(sent(cooperative, PHOTO), NOWHERE)
                        .json()
                        .get("detail")
                        .stringValue())
                .startsWith("Trong 2 tệp được nêu có 1 tệp không thuộc các tệp của " + cooperative + ": " + NOWHERE);
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void another_organisations_file_is_refused_to_the_letter_like_one_that_is_not_there() {
        var other = sent(api.cooperative(), PHOTO);
        var refused = harvest(other);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).isEqualTo(harvest(NOWHERE).text().replace(NOWHERE, other));
        assertThat(harvest(sent(laboratory, REPORT)).status()).isEqualTo(422);
        assertThat(test(harvest().created(), sent(cooperative, PAPER)).status())
                .as("who signs has it")
                .isEqualTo(422);
    }

    @Test
    void too_many_files_and_a_file_named_twice_are_refused_in_vietnamese_with_the_numbers() {
        var photo = sent(cooperative, PHOTO);
        assertThat(harvest(photo, photo).json().get("detail").stringValue())
                .startsWith("Tệp " + photo + " đứng ở vị trí 1 và lặp lại ở vị trí 2");
        var many = Stream.generate(() -> photo).limit(11).toArray(String[]::new);
        assertThat(harvest(many).json().get("detail").stringValue())
                .startsWith("Có 11 tệp được nêu; mỗi bản ghi nêu nhiều nhất 10 tệp.");
        assertThat(harvest("sha256-x").json().at("/errors/0/pointer").stringValue())
                .isEqualTo("/evidence/0");
    }

    // ---- who reads it

    @Test
    void buyers_read_papers_and_no_photographs() {
        var paper = sent(cooperative, PAPER);
        var photo = sent(cooperative, PHOTO);
        var report = sent(laboratory, REPORT);
        certify(paper).created();
        var lot = harvest(photo).created();
        history(test(lot, report), lot);
        var page = api.get("/t/" + lot, "Accept", "text/html").text();
        assertThat(page).contains(address(lot, report), address(lot, paper)).doesNotContain(photo);
        assertThat(page).contains("Tài liệu 1", "Tệp kèm theo");
        var read = api.bytes(address(lot, report));
        assertThat(read.body()).isEqualTo(REPORT);
        assertThat(read.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment;");
        assertThat(api.bytes(address(lot, paper)).body()).isEqualTo(PAPER);
        assertThat(api.get(address(lot, photo)).status()).isEqualTo(404);
        assertThat(api.get("/api/lots/" + lot + "/evidence/" + photo).status()).isEqualTo(200);
    }

    @Test
    void what_no_fact_of_the_lot_names_nobody_reads_there() {
        var report = sent(laboratory, REPORT);
        var unnamed = sent(cooperative, PHOTO);
        var lot = harvest().created();
        history(test(harvest().created(), report), lot);
        for (var file : List.of(report, unnamed, NOWHERE, "sha256-x")) {
            assertThat(api.get(address(lot, file)).status()).isEqualTo(404);
            assertThat(api.get("/api/lots/" + lot + "/evidence/" + file).status())
                    .isEqualTo(404);
        }
    }

    private static String address(String lot, String file) {
        return "/t/" + lot + "/evidence/" + file;
    }
}
