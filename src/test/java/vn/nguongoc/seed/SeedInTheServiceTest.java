package vn.nguongoc.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nguongoc.Farm.P1;
import static vn.nguongoc.Farm.PADDY;
import static vn.nguongoc.Farm.kilograms;
import static vn.nguongoc.Farm.on;
import static vn.nguongoc.Refusals.refusalOf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.nguongoc.Api;
import vn.nguongoc.Api.Answer;
import vn.nguongoc.ServiceTest;
import vn.nguongoc.eventlog.Recorder;
import vn.nguongoc.seed.SeedCommand.GiveBackSeed;
import vn.nguongoc.seed.SeedCommand.TakeSeed;
import vn.nguongoc.seed.SeedCommand.VouchForStocking;
import vn.nguongoc.seed.event.SeedLotKey;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Stamp;

/** Seed and post-larvae as a client sees them, and as a plot will ask for them. */
@ServiceTest
class SeedInTheServiceTest {
    @Autowired
    private EventStore log;

    @Autowired
    private Recorder recorder;

    @Autowired
    private CommandGateway commands;

    private final Api api;
    private final String cooperative;

    SeedInTheServiceTest(@LocalServerPort int port) {
        api = new Api(port);
        cooperative = api.cooperative();
    }

    private long head() {
        return log.createHeadToken().position().orElse(-1);
    }

    private Answer larvae(String cooperativeId, String number, String pieces) {
        return api.post("/api/seed-lots", """
                {'cooperative':'%s','number':'%s','product':'black-tiger-hoso','pieces':'%s','supplier':'Trại tôm (thử)',
                 'grade':'PL15','quarantineCertificate':'KD-118','happenedAt':'2026-03-10T08:00:00+07:00'}""".formatted(cooperativeId, number, pieces));
    }

    private Answer test(String cooperativeId, String number, String pathogens, String outcome) {
        return api.post("/api/seed-lots/" + cooperativeId + "/" + number + "/tests", """
                {'pathogens':[%s],'outcome':'%s','report':'PCR-118','sampledOn':'2026-03-08',
                 'happenedAt':'2026-03-10T15:00:00+07:00'}""".formatted(pathogens, outcome));
    }

    private JsonNode shown(String number) {
        return api.get("/api/seed-lots/" + cooperative + "/" + number + "?after=" + head())
                .json();
    }

    private static JsonNode problem(Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.json().get("type").stringValue()).endsWith("/problems/" + type);
        return answer.json();
    }

    @Test
    void what_was_received_and_tested_is_shown_where_the_answer_says() {
        var answer = larvae(cooperative, "PL.SU-2603", "96000");
        assertThat(answer.created()).isEqualTo("seed/" + cooperative + "/PL.SU-2603");
        assertThat(answer.header("ETag")).isEqualTo("\"0\"");
        assertThat(answer.header("Location")).isEqualTo("/api/seed-lots/" + cooperative + "/PL.SU-2603");
        var tested = test(cooperative, "PL.SU-2603", "'wssv','ehp','ahpnd'", "NEGATIVE");
        assertThat(tested.header("Location")).isEqualTo(answer.header("Location"));
        assertThat(tested.header("ETag")).isEqualTo("\"1\"");
        var lot = shown("PL.SU-2603");
        assertThat(lot.at("/quantity/pieces").longValue()).isEqualTo(96_000);
        assertThat(lot.at("/left/pieces").longValue()).isEqualTo(96_000);
        assertThat(lot.get("quarantineCertificate").stringValue()).isEqualTo("KD-118");
        assertThat(lot.get("tests")).hasSize(1);
        assertThat(lot.at("/tests/0/pathogens").toString()).isEqualTo("[\"ahpnd\",\"ehp\",\"wssv\"]");
        assertThat(lot.at("/tests/0/outcome").stringValue()).isEqualTo("NEGATIVE");
        assertThat(lot.at("/tests/0/sampledOn").stringValue()).isEqualTo("2026-03-08");
    }

    private Answer seed(String germination) {
        return api.post("/api/seed-lots", """
                {'cooperative':'%s','number':'SL-1','product':'paddy-st25','quantity':{'value':'250','unit':'kg'},
                 'supplier':'Trại giống (thử)','germinationPercent':'%s','happenedAt':'2026-01-02T07:00:00+07:00'}""".formatted(cooperative, germination));
    }

    @Test
    void a_doubt_is_shown_with_its_numbers() {
        assertThat(seed("78.5").status()).isEqualTo(201);
        var flag = shown("SL-1").at("/flags/0");
        assertThat(flag.get("code").stringValue()).isEqualTo("germination-unusual");
        assertThat(flag.get("value").decimalValue()).isEqualByComparingTo("78.5");
        assertThat(flag.get("limit").decimalValue()).isEqualByComparingTo("80");
    }

    @Test
    void all_of_the_seed_may_germinate_but_no_more() {
        var problem = problem(seed("100.5"), 422, "seed/germination-impossible");
        assertThat(problem.get("detail").stringValue())
                .isEqualTo("Ghi tỷ lệ nảy mầm 100,5 %, vượt giới hạn 100 % (nguồn: quy tắc về lúa [K]).");
        assertThat(problem.get("rule").stringValue()).endsWith("/rules#rice");
        assertThat(seed("100").status()).isEqualTo(201);
    }

    @Test
    void of_many_requests_that_race_for_one_number_one_gets_it() throws Exception {
        var before = head();
        List<Callable<Answer>> requests =
                new ArrayList<>(Collections.nCopies(12, () -> api.seedLot(cooperative, "SL-1", "250")));
        try (var threads = Executors.newFixedThreadPool(8)) {
            var answers = new ArrayList<Answer>();
            for (Future<Answer> answer : threads.invokeAll(requests)) {
                answers.add(answer.get());
            }
            assertThat(answers.stream().filter(it -> it.status() == 201)).hasSize(1);
            answers.stream().filter(it -> it.status() != 201).forEach(it -> problem(it, 409, "seed/number-taken"));
        }
        assertThat(head()).isEqualTo(before + 1);
    }

    @Test
    void two_cooperatives_may_have_lots_of_the_same_number() {
        assertThat(api.seedLot(cooperative, "SL-1", "250").status()).isEqualTo(201);
        assertThat(api.seedLot(api.cooperative(), "SL-1", "100").status()).isEqualTo(201);
        assertThat(shown("SL-1").at("/left/mass/value").stringValue()).isEqualTo("250");
    }

    @Test
    void under_its_number_another_cooperative_finds_nothing() {
        larvae(cooperative, "PL-1", "96000").created();
        var stranger = api.cooperative();
        problem(test(stranger, "PL-1", "'wssv'", "NEGATIVE"), 404, "log/not-found");
        problem(api.get("/api/seed-lots/" + stranger + "/PL-1"), 404, "log/not-found");
    }

    @Test
    void what_is_no_key_is_not_there() {
        problem(test("nobody", "PL-1", "'wssv'", "NEGATIVE"), 404, "log/not-found");
        problem(test(cooperative, "PL+1", "'wssv'", "NEGATIVE"), 404, "log/not-found");
        problem(api.get("/api/seed-lots/nobody/PL-1"), 404, "log/not-found");
        problem(api.get("/api/seed-lots/" + cooperative + "/PL+1"), 404, "log/not-found");
    }

    @Test
    void only_a_cooperative_that_is_there_receives() {
        problem(larvae("htx-zzzzzzzzzzzzzzzz", "PL-1", "1"), 404, "log/not-found");
        var partner = problem(larvae("org-zzzzzzzzzzzzzzzz", "PL-1", "1"), 400, "web/unusable-fields");
        assertThat(partner.at("/errors/0/pointer").stringValue()).isEqualTo("/cooperative");
    }

    @Test
    void every_fault_is_told_at_once() {
        assertThat(pointers(api.post("/api/seed-lots", """
                {'number':'..','quantity':{'value':'1','unit':'l'},'pieces':'96.000','germinationPercent':'x','grade':''}""")))
                .containsExactly(
                        "/cooperative",
                        "/number",
                        "/product",
                        "/quantity/unit",
                        "/pieces",
                        "/supplier",
                        "/grade",
                        "/germinationPercent",
                        "/happenedAt");
        assertThat(pointers(api.post("/api/seed-lots/" + cooperative + "/PL-1/tests", """
                {'pathogens':['wssv',''],'outcome':'MAYBE','laboratory':'here'}""")))
                .containsExactly("/pathogens/1", "/outcome", "/laboratory", "/sampledOn", "/happenedAt");
    }

    private static List<String> pointers(Answer answer) {
        return problem(answer, 400, "web/unusable-fields")
                .get("errors")
                .valueStream()
                .map(error -> error.get("pointer").stringValue())
                .toList();
    }

    // ---- as a plot asks

    private SeedLotKey key(String number) {
        return new SeedLotKey(new OrganisationId(cooperative), number);
    }

    private void send(SeedCommand command) {
        var key = UUID.randomUUID().toString();
        recorder.record(Stamp.of("test", key, key.getBytes(StandardCharsets.UTF_8), "test"), command);
    }

    private TakeSeed take(int cycle, Mass mass) {
        return new TakeSeed(key("SL-1"), P1, cycle, mass, null, PADDY, on("08-01"));
    }

    private GiveBackSeed giveBack(int cycle, Mass mass) {
        return new GiveBackSeed(key("SL-1"), P1, cycle, mass, null, on("24-04"));
    }

    private String left() {
        return shown("SL-1").at("/left/mass/value").stringValue();
    }

    @Test
    void what_is_left_is_what_was_not_taken_and_what_came_back() {
        api.seedLot(cooperative, "SL-1", "250").created();
        send(take(1, kilograms(130)));
        assertThat(left()).isEqualTo("120");
        send(giveBack(1, kilograms(2)));
        assertThat(left()).isEqualTo("122");
    }

    @Test
    void a_lot_read_from_its_snapshot_decides_as_one_read_from_its_events() {
        api.seedLot(cooperative, "SL-1", "250").created();
        for (int cycle = 1; cycle <= 60; cycle++) {
            send(take(cycle, kilograms(1)));
        }
        assertThat(log.readEvents(key("SL-1").toString()).next().getPayload()).isInstanceOf(SeedLot.class);
        assertThat(refusalOf(() -> send(take(61, new Mass(190_001)))))
                .isEqualTo(new SeedRefusal.NotEnoughLeft("SL-1", new Mass(190_001), kilograms(190)));
        assertThat(refusalOf(() -> send(giveBack(1, new Mass(1_001)))))
                .isEqualTo(new SeedRefusal.MoreThanTaken("SL-1", P1, 1, new Mass(1_001), kilograms(1)));
        send(giveBack(1, kilograms(1)));
        assertThat(left()).isEqualTo("191");
    }

    @Test
    void a_batch_read_from_its_snapshot_remembers_its_tests() {
        larvae(cooperative, "PL-1", "96000").created();
        test(cooperative, "PL-1", "'tpd'", "POSITIVE").created();
        for (int again = 0; again < 60; again++) {
            test(cooperative, "PL-1", "'wssv'", "NEGATIVE").created();
        }
        assertThat(log.readEvents(key("PL-1").toString()).next().getPayload()).isInstanceOf(SeedLot.class);
        var stocking = new VouchForStocking(key("PL-1"), Set.of("wssv"), on("12-03"));
        assertThat(refusalOf(() -> commands.sendAndWait(stocking)))
                .isEqualTo(new SeedRefusal.TestedPositive(
                        "PL-1", "tpd", on("08-03").toLocalDate()));
    }

    @Test
    void a_batch_without_its_tests_is_not_cleared() {
        larvae(cooperative, "PL-1", "96000").created();
        test(cooperative, "PL-1", "'wssv'", "NEGATIVE").created();
        commands.sendAndWait(new VouchForStocking(key("PL-1"), Set.of("wssv"), on("15-03")));
        assertThat(refusalOf(() ->
                        commands.sendAndWait(new VouchForStocking(key("PL-1"), Set.of("wssv", "ehp"), on("15-03")))))
                .isEqualTo(new SeedRefusal.PathogenTestMissing(
                        "PL-1", List.of("ehp"), on("15-03").toLocalDate(), 7, "rules.md 11 [I]", null));
    }
}
