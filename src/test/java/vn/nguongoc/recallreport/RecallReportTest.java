package vn.nguongoc.recallreport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.nguongoc.Api;
import vn.nguongoc.Api.Answer;
import vn.nguongoc.Chain;
import vn.nguongoc.ServiceTest;
import vn.nguongoc.generations.HistoryProgress;
import vn.nguongoc.recallreport.RecallReport.Timing;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.RecallId;
import vn.nguongoc.trace.TraceRequest;
import vn.nguongoc.trace.TraceRequest.Direction;
import vn.nguongoc.trace.Traces;
import vn.nguongoc.trace.Viewpoint;

/** Mock recalls and reports of real ones over HTTP: what they say, to whom, and on what paper. */
@ServiceTest
class RecallReportTest {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Autowired
    private RecallReports reports;

    @Autowired
    private ReportFiles files;

    @Autowired
    private Traces traces;

    @Autowired
    private HistoryProgress progress;

    @TempDir
    private Path temporary;

    private final EventStore log;
    private final StreamingEventProcessor descent;
    private final Api api;
    private final Chain chain;
    private final String cooperative;
    private final String trader;
    private final String paddy;

    @Autowired
    RecallReportTest(EventStore log, EventProcessingConfiguration processing, @LocalServerPort int port) {
        this.log = log;
        descent = processing
                .eventProcessor("descent", StreamingEventProcessor.class)
                .orElseThrow();
        api = new Api(port);
        chain = new Chain(api);
        cooperative = api.cooperative();
        trader = chain.partner("trader");
        paddy = chain.paddy(cooperative, "10000");
    }

    private long head() {
        return log.createHeadToken().position().orElseThrow();
    }

    /** Until everything that follows from what was recorded is recorded, too. */
    private long rest() throws InterruptedException {
        while (descent.processingStatus().values().stream()
                        .map(EventTrackerStatus::getCurrentPosition)
                        .mapToLong(it -> it.orElse(-1))
                        .min()
                        .orElse(-1)
                < head()) {
            Thread.sleep(5);
        }
        while (progress.position() < head()) {
            Thread.sleep(5);
        }
        return head();
    }

    private static String body(String organisation, String reason, String... lots) {
        return """
                {'organisation':'%s','lots':[%s],'reason':'%s','by':'qc-1','happenedAt':'2026-05-20T08:00:00+07:00'}""".formatted(
                        organisation, Stream.of(lots).map("'%s'"::formatted).collect(Collectors.joining(",")), reason);
    }

    private Answer practise(String organisation, String... lots) {
        return send(body(organisation, "dư lượng vượt mức", lots), "application/json");
    }

    private Answer send(String body, String accept) {
        return api.send(api.request("/api/mock-recalls?after=" + head())
                .header("Content-Type", "application/json")
                .header("Accept", accept)
                .POST(BodyPublishers.ofString(body.replace('\'', '"'))));
    }

    private JsonNode mock(String... lots) {
        var answer = practise(cooperative, lots);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static JsonNode lot(JsonNode report, String id) {
        return report.get("lots")
                .valueStream()
                .filter(it -> it.get("id").stringValue().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " is not in " + report));
    }

    private static List<String> ids(JsonNode report, String of, String id) {
        return report.get(of)
                .valueStream()
                .map(it -> it.get(id).stringValue())
                .sorted()
                .toList();
    }

    private static Map<String, String> kilograms(JsonNode sums) {
        return sums.propertyStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, it -> it.getValue().get("value").stringValue()));
    }

    private String step(String kind, String lot, String kilograms, String rest) {
        return """
                {'organisation':'%s','kind':'%s','inputs':[{'lot':'%s','quantity':{'value':'%s','unit':'kg'}}],%s,
                 'happenedAt':'%s'}""".formatted(cooperative, kind, lot, kilograms, rest, chain.now());
    }

    private String losing(String kind, String kilograms) {
        return "'outputs':[],'losses':[{'kind':'%s','quantity':{'value':'%s','unit':'kg'}}]".formatted(kind, kilograms);
    }

    // ---- what it says

    @Test
    void every_kilogram_is_somewhere_or_came_to_an_end() {
        var part = chain.split(cooperative, paddy, List.of("1000"))
                .json()
                .at("/lots/0")
                .stringValue();
        var there = chain.handOver(cooperative, trader, paddy, "3000", "2990");
        chain.sell(trader, there, "500").created();
        chain.sell(cooperative, part, "250").created();
        chain.send(cooperative, trader, paddy, "700").created();
        api.post("/api/steps", step("disposal", paddy, "40", losing("destroyed", "40")))
                .created();
        api.post("/api/steps", step("sampling", paddy, "2.5", losing("sample", "2.5")))
                .created();

        var report = mock(paddy);
        assertThat(kilograms(report.at("/total/balance")))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "started", "10000",
                        "inStock", "8497.5",
                        "onTheWay", "700",
                        "outside", "750",
                        "sampled", "2.5",
                        "destroyed", "40",
                        "missing", "10"));
        assertThat(report.at("/total/accountedPercent").decimalValue()).isEqualByComparingTo("99.90");
        assertThat(report.at("/total/lots").intValue()).isEqualTo(3);
        assertThat(report.at("/total/holders").intValue()).isEqualTo(2);
        assertThat(kilograms(lot(report, paddy).get("fates")))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "inStock",
                        "5257.5",
                        "onTheWay",
                        "700",
                        "handedOver",
                        "3000",
                        "split",
                        "1000",
                        "usedUp",
                        "42.5"));
        assertThat(lot(report, there).get("holder").stringValue()).isEqualTo(trader);
        assertThat(lot(report, there).at("/gone/0/to").stringValue()).isEqualTo("Siêu thị");
        assertThat(report.get("recipients")
                        .valueStream()
                        .map(it -> it.get("where").stringValue() + " "
                                + it.get("to").stringValue() + " "
                                + it.at("/quantity/value").stringValue()))
                .containsExactly("outside Siêu thị 750", "onTheWay Đối tác (thử) 700");
        assertThat(report.get("definitions")).hasSizeGreaterThan(3);
        assertThat(report.at("/question/mock").booleanValue()).isTrue();
        assertThat(report.at("/timing/position").longValue()).isEqualTo(head());
        assertThat(report.at("/timing/tookMilliseconds").longValue()).isNotNegative();
    }

    @Test
    void a_mock_recall_stores_nothing_and_holds_nothing() throws Exception {
        var part = chain.split(cooperative, paddy, List.of("1000"))
                .json()
                .at("/lots/0")
                .stringValue();
        var before = rest();
        mock(paddy);
        practise(cooperative, paddy, part);
        api.get("/api/mock-recalls?organisation=" + cooperative + "&lot=" + paddy + "&reason=x");
        assertThat(rest()).isEqualTo(before);
        assertThat(api.get("/api/lots/" + paddy + "?after=" + before).json().get("holds"))
                .isEmpty();
        assertThat(api.get("/t/" + paddy).text()).doesNotContain("verdict recalled");
        chain.sell(cooperative, part, "1").created();
    }

    /** What was practised is what happens: the same lots, and the same balance, whatever had been done to them. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_real_recall_reaches_what_the_mock_recall_said(long seed) throws Exception {
        new Doings(api, chain, cooperative, trader, List.of(paddy, chain.paddy(cooperative, "5000")), new Random(seed))
                .some(80);
        var before = rest();
        var mock = mock(paddy);
        assertThat(mock.get("lots")).hasSizeGreaterThan(10);
        assertThat(kilograms(mock.at("/total/balance")))
                .containsKeys("mixedIn", "gained", "inStock", "onTheWay", "outside", "lost", "destroyed", "missing");
        Whole.check(
                reports.of(Whole.mock(new OrganisationId(cooperative), List.of(new LotId(paddy)))), Auditor.of(log));

        var recall = chain.recall(cooperative, paddy).created();
        var after = rest();
        assertThat(after).isGreaterThan(before);
        var reached = api.get("/api/recalls/" + recall + "?after=" + after).json();
        assertThat(ids(mock, "lots", "id")).isEqualTo(ids(reached, "lots", "lot"));
        var real = api.get("/api/recalls/" + recall + "/report?after=" + after).json();
        assertThat(ids(real, "lots", "id")).isEqualTo(ids(mock, "lots", "id"));
        assertThat(real.at("/total/balance")).isEqualTo(mock.at("/total/balance"));
        assertThat(real.get("holders")).isEqualTo(mock.get("holders"));
        assertThat(real.at("/total/recalled")).isEqualTo(real.at("/total/lots"));
        assertThat(mock.at("/total/recalled").intValue()).isZero();
        Whole.check(reports.of(new RecallId(recall)), Auditor.of(log));
    }

    /**
     * The history may stand within a commit: what left a lot by then and is told of nowhere yet is missing, not lost.
     */
    @Test
    void at_every_position_of_the_log_both_sides_are_equal() throws Exception {
        var begun = head();
        new Doings(api, chain, cooperative, trader, List.of(paddy), new Random(5)).some(30);
        var end = rest();
        var untold = 0;
        for (long position = begun; position <= end; position++) {
            var viewpoint = new Viewpoint(position, null, Viewpoint.Known.THEN);
            var request = new TraceRequest(new LotId(paddy), Direction.FORWARD, 200, viewpoint);
            var balancing = new Balancing(traces.of(request));
            var total = balancing.total();
            assertThat(Account.known(total).plus(total.at(Account.MISSING)))
                    .as("at %d", position)
                    .isEqualTo(Account.entered(total));
            for (var lot : balancing.lots(null)) {
                assertThat(lot.fates().all()).as("at %d", position).isEqualTo(lot.quantity());
                untold += lot.fates().at(Fate.UNTOLD).isZero() ? 0 : 1;
            }
        }
        assertThat(untold).as("half-read records were met").isPositive();
    }

    /** Views are written before the follower's position is: what is further than it must not be seen. */
    @Test
    void a_report_is_of_the_position_that_it_names_while_others_go_on_recording() throws Exception {
        rest();
        var told = new ArrayList<RecallReport>();
        var writing =
                new Thread(() -> new Doings(api, chain, cooperative, trader, List.of(paddy), new Random(6)).some(80));
        writing.start();
        while (writing.isAlive()) {
            told.add(reports.of(Whole.mock(new OrganisationId(cooperative), List.of(new LotId(paddy)))));
        }
        var last = told.getLast().timing().position();
        assertThat(last).isGreaterThan(told.getFirst().timing().position());
        var byPosition = told.stream()
                .collect(
                        Collectors.toMap(it -> it.timing().position(), Function.identity(), (a, b) -> b, TreeMap::new));
        System.out.println(told.size() + " reports of " + byPosition.size() + " positions");
        for (var report : byPosition.values()) {
            assertThat(report.lots().stream().map(RecallReport.Lot::id))
                    .as("at %d", report.timing().position())
                    .containsExactlyInAnyOrderElementsOf(
                            Auditor.of(log, report.timing().position()).reached(List.of(new LotId(paddy))));
            assertThat(report.total().accounted().plus(report.total().missing()))
                    .isEqualTo(report.total().entered());
        }
    }

    @Test
    void a_history_that_is_behind_is_told_on_paper() throws Exception {
        rest();
        var report = reports.of(Whole.mock(new OrganisationId(cooperative), List.of(new LotId(paddy))));
        assertThat(paper(report)).doesNotContain("báo cáo có thể thiếu");
        var timing = report.timing();
        for (var behind : List.of(
                new Timing(timing.askedAt(), 1, timing.position(), timing.position() + 7, 0),
                new Timing(timing.askedAt(), 1, timing.position(), timing.position(), 7))) {
            var late = new RecallReport(
                    report.question(),
                    behind,
                    report.total(),
                    null,
                    report.losses(),
                    report.holders(),
                    report.recipients(),
                    report.lots());
            assertThat(paper(late)).contains("7 sự kiện").contains("báo cáo có thể thiếu");
        }
    }

    /** In Khmer, too, for which the font has no letters. */
    private String paper(RecallReport report) throws IOException {
        try (var paper = Loader.loadPDF(files.pdf(report, Locale.of("km")))) {
            return new PDFTextStripper().getText(paper).replaceAll("\\s+", " ");
        }
    }

    @Test
    void two_named_lots_of_which_one_was_made_of_the_other_are_counted_once() {
        var part = chain.split(cooperative, paddy, List.of("1000"))
                .json()
                .at("/lots/0")
                .stringValue();
        var report = mock(part, paddy, part);
        assertThat(kilograms(report.at("/total/balance"))).isEqualTo(Map.of("started", "10000", "inStock", "10000"));
        assertThat(report.at("/question/lots")).hasSize(2);
    }

    @Test
    void what_came_back_of_a_real_recall_is_told_while_it_is_open_and_when_it_is_closed() throws Exception {
        chain.sell(cooperative, paddy, "3000").created();
        var recall = chain.recall(cooperative, paddy).created();
        var path = "/api/recalls/" + recall;
        var none = api.get(path + "/report?after=" + rest()).json();
        assertThat(none.at("/recovery/recoveredPercent").decimalValue()).isEqualByComparingTo("0");
        api.post(path + "/recoveries", """
                {'organisation':'%s','lot':'%s','quantity':{'value':'2000','unit':'kg'},'where':'siêu thị','by':'qc-1',
                 'happenedAt':'2026-06-10T08:00:00+07:00'}""".formatted(cooperative, paddy)).created();
        var open = api.get(path + "/report?after=" + rest()).json();
        assertThat(open.at("/recovery/gone/value").stringValue()).isEqualTo("3000");
        assertThat(open.at("/recovery/recovered/value").stringValue()).isEqualTo("2000");
        assertThat(open.at("/recovery/recoveredPercent").asString()).isEqualTo("66.67");
        assertThat(open.at("/recovery").has("closedAt")).isFalse();
        assertThat(lot(open, paddy).at("/recovered/value").stringValue()).isEqualTo("2000");
        assertThat(open.at("/question/mock").booleanValue()).isFalse();

        api.post(path + "/closings", """
                {'organisation':'%s','by':'qc-1','happenedAt':'2026-06-30T08:00:00+07:00'}""".formatted(cooperative)).created();
        var closed = api.get(path + "/report?after=" + rest()).json();
        assertThat(closed.at("/recovery/closedAt").stringValue()).startsWith("2026-06-30T08:00");
        assertThat(closed.at("/recovery/recoveredPercent"))
                .isEqualTo(api.get(path).json().at("/closing/recoveredPercent"));
        assertThat(api.get(path + "/report?lang=vi", "Accept", "application/json")
                        .text())
                .contains("Tỷ lệ lấy lại");
    }

    @Test
    void a_recalled_lot_can_be_practised_with() throws Exception {
        chain.recall(cooperative, paddy).created();
        rest();
        assertThat(mock(paddy).at("/total/recalled").intValue()).isEqualTo(1);
    }

    // ---- who may ask, and what

    @Test
    void somebody_elses_lot_answers_like_one_that_is_not_there() {
        var others = chain.paddy(api.cooperative(), "100");
        for (var lot : List.of(others, "lot-zzzzzzzzzzzzzzzz")) {
            var answer = practise(cooperative, paddy, lot);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.json().get("type").stringValue()).endsWith("/problems/log/not-found");
            assertThat(answer.text()).contains(lot);
        }
        var atTheTrader = chain.handOver(cooperative, trader, paddy, "10", "10");
        assertThat(practise(cooperative, atTheTrader).status()).isEqualTo(404);
        assertThat(practise(trader, atTheTrader).status()).isEqualTo(200);
    }

    @Test
    void what_cannot_be_asked_is_refused_with_the_reason() {
        refused(send(body(cooperative, "x"), "application/json"), 400, "/lots");
        refused(send(body(cooperative, " ", paddy), "application/json"), 400, "/reason");
        refused(send(body(cooperative, "x", "nonsense"), "application/json"), 400, "/lots/0");
        refused(send(body("nobody", "x", paddy), "application/json"), 400, "/organisation");
        var many = IntStream.range(0, 1001).mapToObj(i -> paddy).toArray(String[]::new);
        refused(practise(cooperative, many), 400, "1001");
        assertThat(practise(cooperative, Stream.of(many).limit(1000).toArray(String[]::new))
                        .status())
                .isEqualTo(200);
        var body = body(cooperative, "x", paddy);
        refused(send(body.replace("2026-05-20T08:00:00+07:00", "hôm qua"), "application/json"), 400, "/happenedAt");
        refused(send(body.replace("2026-05", "2999-05"), "application/json"), 422, "2999");
        refused(send(body.replace("'reason'", "'depth':3,'reason'"), "application/json"), 400, "depth");
        assertThat(api.get("/api/mock-recalls?after=" + (head() + 1000)).status())
                .isEqualTo(400);
        assertThat(api.get("/api/mock-recalls?organisation=" + cooperative + "&reason=x&lot=" + paddy + "&after="
                                + (head() + 1000))
                        .status())
                .isEqualTo(503);
        assertThat(api.get("/api/recalls/nonsense/report").status()).isEqualTo(404);
        assertThat(api.get("/api/recalls/recall-zzzzzzzzzzzzzzzz/report.pdf").status())
                .isEqualTo(404);
        assertThat(api.get("/api/recalls/recall-zzzzzzzzzzzzzzzz/report.xlsx")
                        .json()
                        .get("type")
                        .stringValue())
                .endsWith("/problems/log/not-found");
    }

    private static void refused(Answer answer, int status, String reason) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text()).contains(reason);
    }

    @Test
    void a_refusal_is_a_problem_also_where_paper_was_asked_for() {
        refused(send(body(cooperative, "x", "lot-zzzzzzzzzzzzzzzz"), "application/pdf"), 404, "lot-zzzz");
    }

    // ---- on what paper

    @Test
    void by_accept_and_by_the_ending_of_the_address_it_is_json_a_workbook_or_paper() {
        var mock = "/api/mock-recalls%s?organisation=" + cooperative + "&reason=di%%E1%%BB%%85n%%20t%%E1%%BA%%ADp&lot="
                + paddy + "&happenedAt=2026-05-20T08:00:00+07:00&after=" + head();
        assertThat(type(mock.formatted(""), "*/*")).startsWith("application/json");
        assertThat(type(mock.formatted(""), "text/html,application/xhtml+xml,*/*;q=0.8"))
                .startsWith("application/json");
        assertThat(type(mock.formatted(""), "application/pdf")).isEqualTo("application/pdf");
        assertThat(type(mock.formatted(""), XLSX)).isEqualTo(XLSX);
        assertThat(type(mock.formatted(".pdf"), "text/html,*/*;q=0.8")).isEqualTo("application/pdf");
        assertThat(type(mock.formatted(".xlsx"), "*/*")).isEqualTo(XLSX);
        var body = body(cooperative, "x", paddy);
        assertThat(send(body, "*/*").header("Content-Type")).startsWith("application/json");
        assertThat(send(body, XLSX).header("Content-Type")).isEqualTo(XLSX);
        assertThat(send(body, "application/pdf").header("Content-Type")).isEqualTo("application/pdf");
        assertThat(send(body, "image/png").status()).isEqualTo(406);
        var recall = "/api/recalls/" + chain.recall(cooperative, paddy).created() + "/report%s?after=" + head();
        assertThat(type(recall.formatted(".pdf"), "*/*")).isEqualTo("application/pdf");
        assertThat(type(recall.formatted(".xlsx"), "*/*")).isEqualTo(XLSX);
        assertThat(type(recall.formatted(""), "application/pdf")).isEqualTo("application/pdf");
        assertThat(type(recall.formatted(""), "*/*")).startsWith("application/json");
    }

    private String type(String path, String accept) {
        var answer = api.get(path, "Accept", accept);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Log-Position")).isNotBlank();
        assertThat(answer.header("Cache-Control")).contains("no-store");
        return answer.header("Content-Type");
    }

    private HttpResponse<byte[]> file(String ending, String language) {
        var file = api.bytes("/api/mock-recalls" + ending + "?organisation=" + cooperative + "&lot=" + paddy
                + "&reason=d%C6%B0%20l%C6%B0%E1%BB%A3ng%20v%C6%B0%E1%BB%A3t%20m%E1%BB%A9c&lang=" + language + "&after="
                + head());
        assertThat(file.statusCode()).isEqualTo(200);
        return file;
    }

    @Test
    void the_workbook_has_both_sheets_with_numbers_that_add_up() throws Exception {
        new Doings(api, chain, cooperative, trader, List.of(paddy), new Random(4)).some(20);
        var report = mock(paddy);
        try (var workbook = new ReadableWorkbook(
                new ByteArrayInputStream(file(".xlsx", "vi").body()))) {
            var sheets = workbook.getSheets().toList();
            assertThat(sheets).extracting(it -> it.getName()).containsExactly("Nơi giữ", "Các lô");
            var holders = sheets.getFirst().read();
            var lots = sheets.getLast().read();
            assertThat(texts(lots.getFirst())).startsWith("Lô", "Mã trong sổ", "Sản phẩm", "Nơi giữ");
            assertThat(lots).hasSize(1 + report.get("lots").size());
            assertThat(lots.get(1).getCell(7).getType()).isEqualTo(CellType.NUMBER);
            assertThat(lots.get(1).getCell(7).asNumber()).isEqualByComparingTo("10000");
            for (var row : lots.subList(1, lots.size())) {
                var fates = row.stream().skip(8).map(Cell::asNumber).reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(fates).isEqualByComparingTo(row.getCell(7).asNumber());
            }
            var total = holders.get(1 + report.get("holders").size());
            assertThat(total.getCell(0).asString()).isEqualTo("Tất cả");
            assertThat(total.getCell(2).asNumber()).isEqualByComparingTo("10000");
            assertThat(holders.stream().flatMap(row -> texts(row).stream()))
                    .contains("Biên bản diễn tập thu hồi", "dư lượng vượt mức", "Tỷ lệ truy được");
        }
    }

    @Test
    void the_head_of_each_sheet_stays_in_sight() throws Exception {
        var sheet = entry(file(".xlsx", "en").body(), "xl/worksheets/sheet2.xml");
        assertThat(sheet).contains("state=\"frozen\"").contains("ySplit=\"1\"");
    }

    private String entry(byte[] zip, String name) throws IOException {
        var file = Files.write(temporary.resolve("report.xlsx"), zip);
        try (var in = new ZipFile(file.toFile())) {
            return new String(in.getInputStream(in.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> texts(Row row) {
        return row.stream()
                .filter(cell -> cell != null && cell.getType() == CellType.STRING)
                .map(Cell::asString)
                .toList();
    }

    @Test
    void the_paper_has_every_vietnamese_letter_and_its_own_font() throws Exception {
        new Doings(api, chain, cooperative, trader, List.of(paddy), new Random(4)).some(60);
        try (var paper = Loader.loadPDF(file(".pdf", "vi").body())) {
            var text = new PDFTextStripper().getText(paper);
            assertThat(text)
                    .contains("Biên bản diễn tập thu hồi")
                    .contains("không lô nào bị giữ lại, không có gì được ghi vào sổ")
                    .contains("dư lượng vượt mức", "Tỷ lệ truy được", "Lúa ST25", "Đối tác (thử)")
                    .contains("10.000")
                    .contains("Trang 1 / " + paper.getNumberOfPages());
            assertThat(paper.getNumberOfPages()).isGreaterThan(1);
            assertThat(pages(paper, text).values())
                    .as("pages with a head of the table")
                    .allMatch(it -> it);
            for (var name : paper.getPage(0).getResources().getFontNames()) {
                var font = paper.getPage(0).getResources().getFont(name);
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).matches("[A-Z]{6}\\+LiberationSans.*");
            }
            print(paper, "mock-recall");
        }
        try (var paper = Loader.loadPDF(file(".pdf", "en").body())) {
            assertThat(new PDFTextStripper().getText(paper)).contains("Mock recall report", "10,000");
        }
    }

    /** Of each page but the first, whether it begins with the head of the table of lots. */
    private static Map<Integer, Boolean> pages(PDDocument paper, String text) {
        assertThat(text).isNotBlank();
        return IntStream.rangeClosed(2, paper.getNumberOfPages())
                .boxed()
                .collect(Collectors.toMap(
                        Function.identity(), page -> textOf(paper, page).contains("Khối lượng")));
    }

    private static String textOf(PDDocument paper, int page) {
        try {
            var stripper = new PDFTextStripper();
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            return stripper.getText(paper);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Kept under target/, for a person to look at. */
    static void print(PDDocument paper, String name) throws IOException {
        var directory = Files.createDirectories(Path.of("target", "screenshots"));
        for (int page = 0; page < Math.min(2, paper.getNumberOfPages()); page++) {
            var image = new PDFRenderer(paper).renderImageWithDPI(page, 110);
            ImageIO.write(
                    image,
                    "png",
                    directory.resolve(name + "-" + (page + 1) + ".png").toFile());
        }
    }

    // ---- how much of it

    @Test
    void five_thousand_lots_are_reported_in_all_forms() throws Exception {
        var kilograms = IntStream.range(0, 500).mapToObj(i -> "1").toList();
        for (int i = 0; i < 10; i++) {
            assertThat(chain.split(cooperative, paddy, kilograms).status()).isEqualTo(201);
        }
        rest();
        var report = mock(paddy);
        assertThat(report.at("/total/lots").intValue()).isEqualTo(5001);
        System.out.println("5,001 lots: " + report.at("/timing/tookMilliseconds") + " ms");
        for (var ending : List.of(".xlsx", ".pdf")) {
            var begun = System.nanoTime();
            var file = file(ending, "vi").body();
            System.out.println(
                    ending + ": " + file.length + " bytes, " + (System.nanoTime() - begun) / 1_000_000 + " ms");
            assertThat(file.length).isLessThan(4_000_000);
        }
    }
}
