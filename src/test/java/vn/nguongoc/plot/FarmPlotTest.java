package vn.nguongoc.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nguongoc.Farm.CATALOGUE;
import static vn.nguongoc.Farm.HOA_TU;
import static vn.nguongoc.Farm.HO_DAC_KIEN;
import static vn.nguongoc.Farm.LOT;
import static vn.nguongoc.Farm.P1;
import static vn.nguongoc.Farm.PADDY;
import static vn.nguongoc.Farm.cycle;
import static vn.nguongoc.Farm.day;
import static vn.nguongoc.Farm.done;
import static vn.nguongoc.Farm.kilograms;
import static vn.nguongoc.Farm.on;
import static vn.nguongoc.Farm.percent;
import static vn.nguongoc.Farm.plot;
import static vn.nguongoc.Farm.sown;
import static vn.nguongoc.Farm.sprayed;
import static vn.nguongoc.Refusals.refused;
import static vn.nguongoc.plot.Outlines.at;
import static vn.nguongoc.plot.Outlines.rectangle;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.organisation.OrganisationCommand;
import vn.nguongoc.plot.PlotCommand.ClaimLand;
import vn.nguongoc.plot.PlotCommand.CloseCycle;
import vn.nguongoc.plot.PlotCommand.Harvest;
import vn.nguongoc.plot.PlotCommand.OpenCycle;
import vn.nguongoc.plot.PlotCommand.RecordActivity;
import vn.nguongoc.plot.PlotCommand.RegisterPlot;
import vn.nguongoc.plot.event.PlotEvent.CropHarvested;
import vn.nguongoc.plot.event.PlotEvent.CycleClosed;
import vn.nguongoc.plot.event.PlotEvent.CycleOpened;
import vn.nguongoc.plot.event.PlotEvent.PlotRegistered;
import vn.nguongoc.seed.SeedCommand.GiveBackSeed;
import vn.nguongoc.seed.SeedCommand.TakeSeed;
import vn.nguongoc.seed.SeedCommand.VouchForStocking;
import vn.nguongoc.shared.Mass;

class FarmPlotTest {
    private static final String YIELD_SOURCE = "rules.md 2 [K]";

    private FixtureConfiguration<FarmPlot> farm;
    private final List<ClaimLand> claimed = new ArrayList<>();

    @BeforeEach
    void aPlotWhoseCooperativeIsThere() {
        farm = new AggregateTestFixture<>(FarmPlot.class);
        farm.registerInjectableResource(CATALOGUE)
                .registerInjectableResource(DefaultCommandGateway.builder()
                        .commandBus(farm.getCommandBus())
                        .build())
                .registerCommandHandler(OrganisationCommand.Vouch.class, vouch -> "there")
                .registerCommandHandler(OrganisationCommand.AskClaims.class, ask -> Set.of())
                .registerCommandHandler(TakeSeed.class, take -> "taken")
                .registerCommandHandler(GiveBackSeed.class, give -> "given")
                .registerCommandHandler(VouchForStocking.class, vouch -> "healthy")
                .registerCommandHandler(ClaimLand.class, claim -> claimed.add((ClaimLand) claim.getPayload()));
    }

    // ---- registering

    private static RegisterPlot register(String kind, String ward) {
        return new RegisterPlot(
                P1, HO_DAC_KIEN, "P1", kind, 20_000, ward, null, null, List.of(), List.of(), on("01-01"));
    }

    @Test
    void a_plot_is_registered() {
        farm.givenNoPriorActivity().when(register("rice-field", "31570")).expectEvents(plot());
    }

    @Test
    void a_plot_lies_in_a_ward_of_today() {
        farm.givenNoPriorActivity()
                .when(register("rice-field", "31571"))
                .expectException(refused(new PlotRefusal.UnknownWard("31571")));
    }

    @Test
    void a_plot_is_of_a_kind_in_the_catalogue() {
        farm.givenNoPriorActivity()
                .when(register("garden", "31570"))
                .expectException(refused(new PlotRefusal.UnknownKind(
                        "garden",
                        List.of("extensive-pond", "lined-pond", "orchard", "pond", "rice-field", "rice-shrimp"))));
    }

    @Test
    void a_plot_with_an_outline_claims_its_land() {
        var outline = rectangle(-100, 0, 200, 100);
        farm.givenNoPriorActivity()
                .when(new RegisterPlot(
                        P1,
                        HO_DAC_KIEN,
                        "P1",
                        "rice-field",
                        20_000,
                        "31570",
                        outline,
                        null,
                        List.of(),
                        List.of(),
                        on("01-01")))
                .expectEvents(new PlotRegistered(
                        P1,
                        HO_DAC_KIEN,
                        "P1",
                        "rice-field",
                        20_000,
                        "31570",
                        outline,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        on("01-01")));
        assertThat(claimed).extracting(ClaimLand::tile).contains("land/970/10584", "land/970/10585");
    }

    @Test
    void a_plot_whose_place_cannot_be_right_claims_nothing() {
        farm.givenNoPriorActivity()
                .when(new RegisterPlot(
                        P1,
                        HO_DAC_KIEN,
                        "P1",
                        "rice-field",
                        30_000,
                        "31570",
                        rectangle(0, 0, 200, 100),
                        null,
                        List.of(),
                        List.of(),
                        on("01-01")))
                .expectException(
                        refused(new PlotRefusal.AreaDiffers(30_000, 20_000, percent("5"), "rules.md geometry [I]")))
                .expectNoEvents();
        assertThat(claimed).isEmpty();
    }

    @Test
    void a_pond_is_known_by_a_point() {
        farm.givenNoPriorActivity()
                .when(new RegisterPlot(
                        P1,
                        HO_DAC_KIEN,
                        "A1",
                        "pond",
                        3_000,
                        "31570",
                        null,
                        at(0, 0),
                        List.of(),
                        List.of(),
                        on("01-01")))
                .expectEvents(new PlotRegistered(
                        P1,
                        HO_DAC_KIEN,
                        "A1",
                        "pond",
                        3_000,
                        "31570",
                        null,
                        at(0, 0),
                        List.of(),
                        List.of(),
                        List.of(),
                        on("01-01")));
    }

    // ---- cycles

    private static OpenCycle open(String product, Mass seed) {
        return new OpenCycle(P1, HO_DAC_KIEN, product, "dong-xuan", "SL-ST25-2601-01", seed, null, on("02-01"));
    }

    @Test
    void a_cycle_is_opened() {
        farm.given(plot()).when(open(PADDY, kilograms(130))).expectEvents(cycle());
    }

    @Test
    void a_plot_has_one_open_cycle() {
        farm.given(plot(), cycle())
                .when(open(PADDY, kilograms(130)))
                .expectException(refused(new PlotRefusal.CycleIsOpen(1, PADDY)))
                .expectNoEvents();
    }

    @Test
    void after_a_cycle_is_closed_the_next_one_is_number_two() {
        farm.given(plot(), cycle(), new CycleClosed(P1, 1, null, List.of(), on("02-01")))
                .when(open(PADDY, kilograms(130)))
                .expectEvents(new CycleOpened(
                        P1, 2, PADDY, "dong-xuan", "SL-ST25-2601-01", kilograms(130), null, List.of(), on("02-01")));
    }

    @Test
    void no_cycle_begins_before_the_one_before_it_ended() {
        farm.given(plot(), cycle(), new CycleClosed(P1, 1, null, List.of(), on("03-01")))
                .when(open(PADDY, kilograms(130)))
                .expectException(refused(new PlotRefusal.BeforeItsPredecessor(on("02-01"), on("03-01"))));
    }

    @Test
    void a_cycle_does_not_end_before_what_was_done_in_it() {
        farm.given(plot(), cycle(), sown(130))
                .when(new CloseCycle(P1, HO_DAC_KIEN, on("07-01")))
                .expectException(refused(new PlotRefusal.BeforeItsPredecessor(on("07-01"), on("08-01"))));
    }

    @Test
    void a_new_cycle_does_not_wash_the_last_spray_away() {
        farm.given(
                        plot(),
                        cycle(),
                        sprayed("tricyclazole", "18-03", day("15-04")),
                        new CycleClosed(P1, 1, null, List.of(), on("18-03")),
                        new CycleOpened(P1, 2, PADDY, "he-thu", "SL", kilograms(130), null, List.of(), on("18-03")),
                        done(2, "sowing", "18-03", Map.of("seed", "130"), null))
                .when(harvest(kilograms(100), on("14-04")))
                .expectException(refused(new PlotRefusal.BeforeHarvestIsAllowed(
                        day("14-04"), day("15-04"), "tricyclazole", day("18-03"), "rules.md 7 [K]")));
    }

    @Test
    void a_hectare_takes_150_kg_of_seed() {
        farm.given(plot()).when(open(PADDY, kilograms(300))).expectSuccessfulHandlerExecution();
    }

    @Test
    void a_hectare_takes_no_more_than_150_kg_of_seed() {
        farm.given(plot())
                .when(open(PADDY, new Mass(300_001)))
                .expectException(refused(
                        new PlotRefusal.TooMuchSeed(new Mass(300_001), kilograms(300), 20_000, "rules.md 3 [K]")));
    }

    @Test
    void what_does_not_grow_on_this_kind_of_plot_cannot_be_opened() {
        farm.given(plot())
                .when(open("bran", kilograms(130)))
                .expectException(refused(new PlotRefusal.CannotGrow("bran", "rice-field")));
    }

    @Test
    void another_cooperatives_plot_answers_like_one_that_is_not_there() {
        farm.given(plot())
                .when(new OpenCycle(P1, HOA_TU, PADDY, "dong-xuan", "SL", kilograms(130), null, on("02-01")))
                .expectException(refused(new LogRefusal.NotFound(P1.value())));
    }

    // ---- activities

    private static RecordActivity activity(String kind, String dayMonth, Map<String, String> fields) {
        return new RecordActivity(P1, HO_DAC_KIEN, kind, fields, on(dayMonth));
    }

    @Test
    void all_the_seed_of_a_cycle_can_be_sown() {
        farm.given(plot(), cycle())
                .when(activity("sowing", "08-01", Map.of("seed", "130")))
                .expectEvents(sown(130));
    }

    @Test
    void no_more_than_the_seed_of_a_cycle_can_be_sown() {
        farm.given(plot(), cycle(), sown(100))
                .when(activity("sowing", "09-01", Map.of("seed", "30.001")))
                .expectException(refused(new PlotRefusal.MoreSownThanSeed(new Mass(30_001), kilograms(30))));
    }

    @Test
    void a_spray_keeps_the_harvest_waiting_for_the_days_of_its_active_ingredient() {
        farm.given(plot(), cycle())
                .when(activity("pesticide", "18-03", Map.of("active", "Tricyclazole")))
                .expectEvents(done(1, "pesticide", "18-03", Map.of("active", "Tricyclazole"), day("15-04")));
    }

    @Test
    void an_unknown_active_ingredient_waits_thirty_days() {
        farm.given(plot(), cycle())
                .when(activity("pesticide", "01-03", Map.of("active", "novelty")))
                .expectEvents(done(1, "pesticide", "01-03", Map.of("active", "novelty"), day("31-03")));
    }

    @Test
    void a_label_may_ask_for_a_longer_wait() {
        var fields = Map.of("active", "validamycin", "preHarvestDays", "15");
        farm.given(plot(), cycle())
                .when(activity("pesticide", "01-03", fields))
                .expectEvents(done(1, "pesticide", "01-03", fields, day("16-03")));
    }

    @Test
    void nobody_may_ask_for_a_shorter_wait() {
        farm.given(plot(), cycle())
                .when(activity("pesticide", "01-03", Map.of("active", "validamycin", "preHarvestDays", "13")))
                .expectException(refused(new PlotRefusal.IntervalTooShort("validamycin", 13, 14, "rules.md 7 [K]")));
    }

    @Test
    void an_activity_has_the_fields_of_its_kind() {
        farm.given(plot(), cycle())
                .when(activity("fertiliser", "17-01", Map.of("nitrogenKgPerHectare", "ba mươi")))
                .expectException(refused(new PlotRefusal.WrongField("fertiliser", "nitrogenKgPerHectare", "decimal")));
    }

    @Test
    void nothing_sown_is_no_sowing() {
        farm.given(plot(), cycle())
                .when(activity("sowing", "08-01", Map.of("seed", "0")))
                .expectException(refused(new PlotRefusal.WrongField("sowing", "seed", "mass")));
    }

    @Test
    void fertiliser_is_not_taken_out_of_the_field() {
        farm.given(plot(), cycle())
                .when(activity("fertiliser", "17-01", Map.of("nitrogenKgPerHectare", "-1")))
                .expectException(refused(new PlotRefusal.WrongField("fertiliser", "nitrogenKgPerHectare", "decimal")));
    }

    @Test
    void a_sowing_recorded_late_does_not_move_the_last_one_back() {
        farm.given(plot(), cycle(), sown(100), done(1, "sowing", "05-01", Map.of("seed", "30"), null))
                .when(harvest(kilograms(1), on("07-01")))
                .expectException(refused(new PlotRefusal.BeforeItsPredecessor(on("07-01"), on("08-01"))));
    }

    @Test
    void nothing_is_done_before_its_cycle_is_open() {
        farm.given(plot(), cycle())
                .when(activity("land-preparation", "01-01", Map.of()))
                .expectException(refused(new PlotRefusal.BeforeItsPredecessor(on("01-01"), on("02-01"))));
    }

    @Test
    void nothing_is_done_without_an_open_cycle() {
        farm.given(plot())
                .when(activity("land-preparation", "03-01", Map.of()))
                .expectException(refused(new PlotRefusal.NoOpenCycle(P1)));
    }

    // ---- harvests

    private static Harvest harvest(Mass quantity, OffsetDateTime happenedAt) {
        return new Harvest(P1, HO_DAC_KIEN, PADDY, LOT, quantity, null, null, null, false, happenedAt);
    }

    @Test
    void a_harvest_on_the_day_the_wait_is_over_is_taken() {
        farm.given(plot(), cycle(), sown(130), sprayed("tricyclazole", "18-03", day("15-04")))
                .when(harvest(kilograms(13_200), on("15-04")))
                .expectEvents(new CropHarvested(P1, 1, LOT, kilograms(13_200), null, on("15-04")));
    }

    @Test
    void a_harvest_a_day_before_the_wait_is_over_is_refused() {
        farm.given(plot(), cycle(), sown(130), sprayed("tricyclazole", "18-03", day("15-04")))
                .when(harvest(kilograms(13_200), on("14-04")))
                .expectException(refused(new PlotRefusal.BeforeHarvestIsAllowed(
                        day("14-04"), day("15-04"), "tricyclazole", day("18-03"), "rules.md 7 [K]")))
                .expectNoEvents();
    }

    @Test
    void of_two_sprays_the_one_that_waits_longest_counts() {
        farm.given(
                        plot(),
                        cycle(),
                        sown(130),
                        sprayed("tricyclazole", "18-03", day("15-04")),
                        sprayed("validamycin", "20-03", day("03-04")))
                .when(harvest(kilograms(13_200), on("14-04")))
                .expectException(refused(new PlotRefusal.BeforeHarvestIsAllowed(
                        day("14-04"), day("15-04"), "tricyclazole", day("18-03"), "rules.md 7 [K]")));
    }

    @Test
    void two_hectares_bear_seventeen_tonnes() {
        farm.given(plot(), cycle(), sown(130), new CropHarvested(P1, 1, LOT, kilograms(10_000), null, on("20-04")))
                .when(harvest(kilograms(7_000), on("24-04")))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void two_hectares_bear_no_gram_more_than_seventeen_tonnes() {
        farm.given(plot(), cycle(), sown(130), new CropHarvested(P1, 1, LOT, kilograms(10_000), null, on("20-04")))
                .when(harvest(new Mass(7_000_001), on("24-04")))
                .expectException(refused(new PlotRefusal.MoreThanTheFieldBears(
                        new Mass(7_000_001), kilograms(10_000), kilograms(17_000), 20_000, YIELD_SOURCE)));
    }

    @Test
    void what_was_not_sown_cannot_be_harvested() {
        farm.given(plot(), cycle())
                .when(harvest(kilograms(1), on("24-04")))
                .expectException(refused(new PlotRefusal.NothingSown(1)));
    }

    @Test
    void a_harvest_does_not_come_before_the_sowing() {
        farm.given(plot(), cycle(), sown(130))
                .when(harvest(kilograms(1), on("07-01")))
                .expectException(refused(new PlotRefusal.BeforeItsPredecessor(on("07-01"), on("08-01"))));
    }

    @Test
    void a_plot_of_paddy_yields_no_bran() {
        farm.given(plot(), cycle(), sown(130))
                .when(new Harvest(P1, HO_DAC_KIEN, "bran", LOT, kilograms(1), null, null, null, false, on("24-04")))
                .expectException(refused(new PlotRefusal.AnotherCrop("bran", PADDY)));
    }

    @Test
    void the_last_harvest_closes_the_cycle() {
        farm.given(plot(), cycle(), sown(130))
                .when(new Harvest(P1, HO_DAC_KIEN, PADDY, LOT, kilograms(13_200), null, null, null, true, on("24-04")))
                .expectEvents(
                        new CropHarvested(P1, 1, LOT, kilograms(13_200), null, on("24-04")),
                        new CycleClosed(P1, 1, null, List.of(), on("24-04")));
    }

    @Test
    void a_cycle_can_end_without_a_harvest() {
        farm.given(plot(), cycle())
                .when(new CloseCycle(P1, HO_DAC_KIEN, on("01-02")))
                .expectEvents(new CycleClosed(P1, 1, null, List.of(), on("01-02")));
    }
}
