package vn.nguongoc.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nguongoc.Farm.kilograms;
import static vn.nguongoc.Farm.on;
import static vn.nguongoc.plot.Seasons.POMELO;

import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.nguongoc.Api;
import vn.nguongoc.Api.Answer;
import vn.nguongoc.ServiceTest;
import vn.nguongoc.plot.event.PlotEvent.ActivityRecorded;
import vn.nguongoc.plot.event.PlotEvent.CycleOpened;
import vn.nguongoc.plot.event.PlotEvent.HarvestDoubted;
import vn.nguongoc.plot.event.PlotEvent.PlotRegistered;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.PlotId;

/** A plot as a client meets it, with its neighbours as they are. */
@ServiceTest
class PlotInTheServiceTest {
    @Autowired
    private EventStore log;

    private final Api api;
    private final String cooperative;

    PlotInTheServiceTest(@LocalServerPort int port) {
        api = new Api(port);
        cooperative = api.cooperative();
    }

    private String plot(String kind) {
        return api.post("/api/plots", """
                {'cooperative':'%s','code':'A1','kind':'%s','area':{'value':'3000','unit':'m²'},'ward':'31570',
                 'blocks':[{'code':'A','trees':'120'}],'happenedAt':'2026-01-01T09:00:00+07:00'}""".formatted(cooperative, kind)).created();
    }

    private Answer post(String plot, String what, String rest, String dayMonth) {
        return api.post("/api/plots/" + plot + "/" + what, """
                {'cooperative':'%s',%s,'happenedAt':'%s'}""".formatted(cooperative, rest, on(dayMonth)));
    }

    private static JsonNode problem(Answer answer, String type) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.json().get("type").stringValue()).endsWith("/problems/" + type);
        return answer.json();
    }

    /** 200,000 post-larvae, tested on the day before they are stocked on 5 March. */
    private String stockedPond() {
        var pond = plot("pond");
        var number = "PL-" + pond;
        api.post("/api/seed-lots", """
                {'cooperative':'%s','number':'%s','product':'whiteleg-hoso','pieces':'250000','supplier':'Trại tôm (thử)',
                 'happenedAt':'2026-03-01T08:00:00+07:00'}""".formatted(cooperative, number)).created();
        api.post("/api/seed-lots/" + cooperative + "/" + number + "/tests", """
                {'pathogens':['wssv','ahpnd','ehp','tpd'],'outcome':'NEGATIVE','sampledOn':'2026-03-04',
                 'happenedAt':'2026-03-04T15:00:00+07:00'}""").created();
        post(
                        pond,
                        "cycles",
                        "'product':'whiteleg-hoso','season':'all-year','seedLot':'%s','pieces':'220000'"
                                .formatted(number),
                        "02-03")
                .created();
        post(pond, "activities", "'kind':'stocking','fields':{'pieces':'200000'}", "05-03")
                .created();
        return pond;
    }

    private Answer harvest(String pond, String dayMonth) {
        return api.post("/api/lots", """
                {'cooperative':'%s','plot':'%s','product':'whiteleg-hoso','quantity':{'value':'1000','unit':'kg'},
                 'countPerKilogram':'50','happenedAt':'%s'}""".formatted(cooperative, pond, on(dayMonth)));
    }

    @Test
    void a_pond_is_stocked_falls_ill_and_is_harvested_after_its_rest() {
        var pond = stockedPond();
        post(pond, "activities", "'kind':'disease','fields':{'agent':'WSSV'}", "16-04")
                .created();
        var closed = problem(harvest(pond, "20-06"), "plot/pond-is-closed");
        assertThat(closed.get("detail").stringValue())
                .isEqualTo(
                        "Ghi thu hoạch ngày 20/06/2026, nhưng ngày 16/04/2026 đã ghi “Xác nhận bệnh” và từ đó chưa ghi"
                                + " khử trùng. Chỉ được thu hoạch 30 ngày sau khi khử trùng (nguồn: quy tắc 11 [I]).");
        assertThat(closed.get("source").stringValue()).isEqualTo("rules.md 11 [I]");
        assertThat(closed.get("rule").stringValue()).matches("http://localhost:\\d+/rules#11");
        post(pond, "activities", "'kind':'disinfection','fields':{}", "20-04").created();
        var rests = problem(harvest(pond, "19-05"), "plot/pond-rests");
        assertThat(rests.get("allowedFrom").stringValue()).isEqualTo("2026-05-20");
        harvest(pond, "20-05").created();
    }

    @Test
    void a_harvest_that_a_late_record_doubts_is_told_with_its_lot() {
        var pond = stockedPond();
        var lot = harvest(pond, "05-06").created();
        post(pond, "activities", "'kind':'medicine','fields':{'active':'oxytetracycline'}", "20-05")
                .created();
        var doubts = log.readEvents(pond)
                .asStream()
                .map(event -> event.getPayload())
                .filter(HarvestDoubted.class::isInstance)
                .map(HarvestDoubted.class::cast)
                .toList();
        assertThat(doubts).hasSize(1);
        assertThat(doubts.getFirst().lots()).extracting(Object::toString).containsExactly(lot);
        assertThat(doubts.getFirst().hold()).isEqualTo(pond + "/2");
        assertThat(doubts.getFirst().test()).isEqualTo("antibiotics");
    }

    /** What is left of a medicine is found by another test than what is left of a spray. */
    @Test
    void shrimp_that_were_treated_too_lately_are_held_until_they_pass_for_antibiotics() throws Exception {
        var pond = stockedPond();
        var lot = harvest(pond, "05-06").created();
        post(pond, "activities", "'kind':'medicine','fields':{'active':'oxytetracycline'}", "20-05")
                .created();
        JsonNode hold;
        do {
            hold = api.get("/api/lots/" + lot).json().at("/holds/0");
        } while (hold.isMissingNode());
        assertThat(hold.get("cause").stringValue()).isEqualTo("WAITING_TIME");
        assertThat(hold.get("test").stringValue()).isEqualTo("antibiotics");
    }

    @Test
    void an_activity_is_corrected_by_its_number() {
        var pond = stockedPond();
        post(pond, "activities/1/corrections", "'fields':{'pieces':'220000'},'reason':'đếm lại','by':'NV-01'", "06-03")
                .created();
        problem(
                post(pond, "activities/2/corrections", "'reason':'đếm lại','by':'NV-01'", "06-03"),
                "plot/no-such-activity");
    }

    @Test
    void two_people_authorise_an_early_harvest() {
        var pond = stockedPond();
        post(pond, "activities", "'kind':'medicine','fields':{'active':'oxytetracycline'}", "20-05")
                .created();
        problem(harvest(pond, "05-06"), "plot/before-harvest-is-allowed");
        post(pond, "harvest-authorisations", "'reason':'bão đến','by':'NV-01'", "01-06")
                .created();
        problem(
                post(pond, "harvest-authorisations", "'reason':'bão đến','by':'NV-01'", "02-06"),
                "plot/second-person-needed");
        post(pond, "harvest-authorisations", "'reason':'bão đến','by':'NV-02'", "02-06")
                .created();
        var laboratory = api.post("/api/partners", """
                {'name':'Phòng kiểm nghiệm','kind':'laboratory','happenedAt':'2026-01-01T08:00:00+07:00'}""").created();
        post(
                        pond,
                        "activities",
                        "'kind':'pre-harvest-test','fields':{'test':'antibiotics','verdict':'PASS','laboratory':'%s'}"
                                .formatted(laboratory),
                        "02-06")
                .created();
        harvest(pond, "05-06").created();
    }

    @Test
    void readings_of_nothing_and_numbers_of_no_lot_are_faults_of_the_request() {
        var pond = plot("pond");
        var nothing = api.post("/api/plots/" + pond + "/water-readings", """
                {'cooperative':'%s','readings':[{'at':'2026-04-01T08:00:00+07:00','values':{}}]}""".formatted(cooperative));
        assertThat(nothing.status()).as(nothing.text()).isEqualTo(400);
        assertThat(nothing.json().at("/errors/0/pointer").stringValue()).isEqualTo("/readings/0/values");
        var number = post(
                pond, "cycles", "'product':'whiteleg-hoso','season':'all-year','seedLot':'lô 1','pieces':'1'", "02-03");
        assertThat(number.status()).as(number.text()).isEqualTo(400);
        assertThat(number.json().at("/errors/0/pointer").stringValue()).isEqualTo("/seedLot");
        api.post("/api/plots/" + pond + "/water-readings", """
                {'cooperative':'%s','readings':[{'at':'2026-04-01T08:00:00+07:00','values':{'ph':'8'}}]}""".formatted(cooperative))
                .created();
        var measured = api.post("/api/plots/" + pond + "/water-readings", """
                {'cooperative':'%s','readings':[{'at':'2026-04-01T08:00:00+07:00','values':{'ph':'81'}}]}""".formatted(cooperative));
        assertThat(problem(measured, "plot/not-measurable").get("detail").stringValue())
                .isEqualTo("Chỉ tiêu pH: ghi 81, nhưng máy đo chỉ đến 14 (đơn vị: –; nguồn: quy tắc về nước ao [K])."
                        + " Hãy kiểm tra dấu phẩy, dấu chấm.");
    }

    @Test
    void what_a_crop_needs_is_told_in_words() {
        var orchard = plot("orchard");
        var seed = post(
                orchard,
                "cycles",
                "'product':'%s','season':'all-year','seedLot':'SL','seed':{'value':'1','unit':'kg'}".formatted(POMELO),
                "02-03");
        assertThat(problem(seed, "plot/seed-does-not-fit").get("detail").stringValue())
                .endsWith("cần: không giống, vì trồng lâu năm.");
        post(orchard, "cycles", "'product':'%s','season':'all-year'".formatted(POMELO), "02-03")
                .created();
        var dose = post(orchard, "activities", "'kind':'pruning','fields':{'block':'C'}", "03-03");
        assertThat(problem(dose, "plot/wrong-field").get("detail").stringValue())
                .isEqualTo("Việc “Tỉa cành”: ô Khu trong vườn thiếu hoặc không đúng; cần: A.");
        var misspelt = post(orchard, "activities", "'kind':'pruning','fields':{'blok':'A'}", "03-03");
        assertThat(problem(misspelt, "plot/wrong-field").get("detail").stringValue())
                .startsWith("Việc “Tỉa cành”: ô blok thiếu hoặc không đúng; cần: ")
                .contains("Khu trong vườn")
                .doesNotContain("cần: block");
    }

    /** In logs from before seed lots were recorded, cycles name lots that nobody received. */
    @Test
    void a_cycle_of_an_old_log_ends_though_its_seed_lot_is_not_recorded() {
        var id = new PlotId("plot-" + cooperative.substring(4));
        publish(
                id,
                0,
                new PlotRegistered(
                        id,
                        new OrganisationId(cooperative),
                        "P1",
                        "rice-field",
                        20_000,
                        "31570",
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        on("01-01")));
        publish(
                id,
                1,
                new CycleOpened(
                        id, 1, "paddy-st25", "dong-xuan", "SL-OLD", kilograms(130), null, List.of(), on("02-01")));
        publish(
                id,
                2,
                new ActivityRecorded(
                        id, 1, "sowing", 1, Map.of("seed", "100"), null, null, null, List.of(), on("08-01")));
        var closing = api.post("/api/plots/" + id + "/closings", """
                {'cooperative':'%s','happenedAt':'%s'}""".formatted(cooperative, on("24-04")));
        assertThat(closing.status()).as(closing.text()).isEqualTo(201);
        assertThat(log.readEvents(id.value()).asStream()).hasSize(4);
    }

    private void publish(PlotId plot, long sequence, Object event) {
        log.publish(new GenericDomainEventMessage<>("plot", plot.value(), sequence, event));
    }
}
