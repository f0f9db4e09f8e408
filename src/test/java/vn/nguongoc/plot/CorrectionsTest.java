package vn.nguongoc.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nguongoc.Farm.HOA_TU;
import static vn.nguongoc.Farm.LOT;
import static vn.nguongoc.Farm.OTHER_LOT;
import static vn.nguongoc.Farm.P1;
import static vn.nguongoc.Farm.PADDY;
import static vn.nguongoc.Farm.cycle;
import static vn.nguongoc.Farm.day;
import static vn.nguongoc.Farm.kilograms;
import static vn.nguongoc.Farm.on;
import static vn.nguongoc.Farm.plot;
import static vn.nguongoc.Farm.sown;
import static vn.nguongoc.Refusals.refused;
import static vn.nguongoc.plot.Seasons.WHITELEG;
import static vn.nguongoc.plot.Seasons.banned;
import static vn.nguongoc.plot.Seasons.closed;
import static vn.nguongoc.plot.Seasons.corrected;
import static vn.nguongoc.plot.Seasons.did;
import static vn.nguongoc.plot.Seasons.flag;
import static vn.nguongoc.plot.Seasons.picked;
import static vn.nguongoc.plot.Seasons.pond;
import static vn.nguongoc.plot.Seasons.rice;
import static vn.nguongoc.plot.Seasons.riceAndShrimp;
import static vn.nguongoc.plot.Seasons.sample;
import static vn.nguongoc.plot.Seasons.shrimp;
import static vn.nguongoc.plot.Seasons.sowed;
import static vn.nguongoc.plot.Seasons.stocked;
import static vn.nguongoc.plot.Seasons.taken;
import static vn.nguongoc.plot.Seasons.tested;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.organisation.OrganisationCommand.Vouch;
import vn.nguongoc.organisation.OrganisationRefusal;
import vn.nguongoc.organisation.Role;
import vn.nguongoc.plot.PlotCommand.CorrectActivity;
import vn.nguongoc.plot.event.PlotEvent.ActivityCorrected;
import vn.nguongoc.plot.event.PlotEvent.ActivityRecorded;
import vn.nguongoc.plot.event.PlotEvent.HarvestCorrected;
import vn.nguongoc.plot.event.PlotEvent.HarvestDoubted;
import vn.nguongoc.shared.Flag;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;

/** What was written wrongly: the plot goes by what is right now, and forgets nothing that followed. */
class CorrectionsTest extends PlotTest {
    private static final Map<String, String> TRICYCLAZOLE = Map.of("active", "tricyclazole");

    private static ActivityRecorded sprayed(int number, String active, String dayMonth, @Nullable LocalDate from) {
        return did(number, 1, "pesticide", dayMonth, Map.of("active", active), from);
    }

    private static ActivityCorrected with(ActivityCorrected event, Flag... flags) {
        return new ActivityCorrected(
                event.plot(),
                event.cycle(),
                event.number(),
                event.fields(),
                event.harvestFrom(),
                event.reason(),
                event.by(),
                List.of(flags),
                event.happenedAt());
    }

    private static PlotCommand.Harvest harvest(String dayMonth) {
        return harvesting(PADDY, LOT, kilograms(100), null, dayMonth);
    }

    // ---- of activities

    @Test
    void an_activity_is_changed_with_all_that_follows_from_it() {
        farm.given(plot(), cycle(), sowed(1, 1, 130, "08-01"), sprayed(2, "validamycin", "18-03", day("01-04")))
                .when(correcting(2, TRICYCLAZOLE, "20-03"))
                .expectEvents(corrected(2, 1, TRICYCLAZOLE, day("15-04"), "20-03"));
    }

    @Test
    void a_corrected_spray_keeps_the_harvest_waiting_as_it_is_now() {
        var given = List.of(
                plot(),
                cycle(),
                sowed(1, 1, 130, "08-01"),
                sprayed(2, "validamycin", "18-03", day("01-04")),
                corrected(2, 1, TRICYCLAZOLE, day("15-04"), "20-03"));
        farm.given(given).when(harvest("15-04")).expectSuccessfulHandlerExecution();
        farm.given(given)
                .when(harvest("14-04"))
                .expectException(refused(new PlotRefusal.BeforeHarvestIsAllowed(
                        day("14-04"), day("15-04"), "tricyclazole", day("18-03"), "rules.md 7 [K]")));
    }

    @Test
    void what_never_happened_keeps_nothing_waiting() {
        farm.given(plot(), cycle(), sowed(1, 1, 130, "08-01"), sprayed(2, "tricyclazole", "18-03", day("15-04")))
                .when(correcting(2, null, "20-03"))
                .expectEvents(corrected(2, 1, null, null, "20-03"));
        farm.given(
                        plot(),
                        cycle(),
                        sowed(1, 1, 130, "08-01"),
                        sprayed(2, "tricyclazole", "18-03", day("15-04")),
                        corrected(2, 1, null, null, "20-03"))
                .when(harvest("14-04"))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void what_never_happened_is_not_corrected_again() {
        farm.given(plot(), cycle(), sowed(1, 1, 130, "08-01"), corrected(1, 1, null, null, "20-03"))
                .when(correcting(1, Map.of("seed", "120"), "21-03"))
                .expectException(refused(new PlotRefusal.NoSuchActivity(1)));
    }

    @Test
    void its_fields_are_read_as_those_of_any_activity() {
        farm.given(plot(), cycle(), sprayed(1, "validamycin", "18-03", day("01-04")))
                .when(correcting(1, Map.of("active", "validamycin", "preHarvestDays", "13"), "20-03"))
                .expectException(refused(new PlotRefusal.IntervalTooShort("validamycin", 13, 14, "rules.md 7 [K]")));
        farm.given(plot(), cycle(), sprayed(1, "validamycin", "18-03", day("01-04")))
                .when(correcting(1, Map.of(), "20-03"))
                .expectException(refused(new PlotRefusal.WrongField("pesticide", "active", List.of("substance"))));
    }

    @Test
    void a_correction_is_flagged_like_what_it_corrects() {
        var much = Map.of("nitrogenKgPerHectare", "121", "phosphateKgPerHectare", "0", "potashKgPerHectare", "0");
        var little = Map.of("nitrogenKgPerHectare", "12.1", "phosphateKgPerHectare", "0", "potashKgPerHectare", "0");
        farm.given(plot(), cycle(), did(1, 1, "fertiliser", "17-01", little, null))
                .when(correcting(1, much, "18-01"))
                .expectEvents(with(
                        corrected(1, 1, much, null, "18-01"),
                        flag("nitrogen-unusual", PADDY, "121", "120", "rules.md rice [K]")));
    }

    @Test
    void a_corrected_banned_spray_is_none_and_another_is_one() {
        var given = List.of(
                plot(), cycle(), sowed(1, 1, 130, "08-01"), Seasons.used(2, 1, "pesticide", "carbendazim", "18-03"));
        var harmless = Map.of("active", "validamycin");
        farm.given(given)
                .when(correcting(2, harmless, "20-03"))
                .expectEvents(corrected(2, 1, harmless, day("01-04"), "20-03"));
        farm.given(
                        given.get(0),
                        given.get(1),
                        given.get(2),
                        given.get(3),
                        corrected(2, 1, harmless, day("01-04"), "20-03"))
                .when(harvest("24-04"))
                .expectResultMessagePayload(picked(1));
        var carbendazim = Map.of("active", "carbendazim");
        farm.given(
                        plot(),
                        cycle(),
                        sowed(1, 1, 130, "08-01"),
                        sprayed(2, "validamycin", "18-03", day("01-04")),
                        with(corrected(2, 1, carbendazim, null, "20-03"), banned("carbendazim")))
                .when(harvest("24-04"))
                .expectResultMessagePayload(
                        Seasons.doubted(1, new PlotCommand.BannedSubstanceUsed(P1 + "/2", "carbendazim")));
    }

    @Test
    void what_no_rule_asks_for_again_is_corrected_too() {
        var clean = Map.of("finding", "sạch");
        var inspected = did(2, 1, "field-inspection", "18-03", Map.of("finding", "cỏ"), null);
        farm.given(plot(), cycle(), sowed(1, 1, 130, "08-01"), inspected)
                .when(correcting(2, clean, "20-03"))
                .expectEvents(corrected(2, 1, clean, null, "20-03"));
        farm.given(plot(), cycle(), sowed(1, 1, 130, "08-01"), inspected, corrected(2, 1, clean, null, "20-03"))
                .when(correcting(2, null, "21-03"))
                .expectEvents(corrected(2, 1, null, null, "21-03"));
        farm.given(plot(), cycle(), sowed(1, 1, 130, "08-01"), inspected, corrected(2, 1, null, null, "20-03"))
                .when(correcting(2, clean, "21-03"))
                .expectException(refused(new PlotRefusal.NoSuchActivity(2)));
    }

    @Test
    void an_inspection_is_not_corrected_before_it_was() {
        var inspected = did(1, 1, "field-inspection", "18-03", Map.of(), null);
        farm.given(plot(), cycle(), inspected)
                .when(correcting(1, Map.of("finding", "sạch"), "18-03"))
                .expectSuccessfulHandlerExecution();
        farm.given(plot(), cycle(), inspected)
                .when(correcting(1, Map.of("finding", "sạch"), "17-03"))
                .expectException(refused(new PlotRefusal.BeforeItsPredecessor(on("17-03"), on("18-03"))));
    }

    @Test
    void where_there_was_no_cycle_nothing_is_corrected() {
        farm.given(plot())
                .when(correcting(1, Map.of("seed", "120"), "20-03"))
                .expectException(refused(new PlotRefusal.NoSuchActivity(1)));
    }

    @Test
    void nothing_is_corrected_before_it_happened() {
        farm.given(plot(), cycle(), sowed(1, 1, 130, "08-01"))
                .when(correcting(1, Map.of("seed", "120"), "08-01"))
                .expectSuccessfulHandlerExecution();
        farm.given(plot(), cycle(), sowed(1, 1, 130, "08-01"))
                .when(correcting(1, Map.of("seed", "120"), "07-01"))
                .expectException(refused(new PlotRefusal.BeforeItsPredecessor(on("07-01"), on("08-01"))));
    }

    @Test
    void others_correct_nothing() {
        farm.given(plot(), cycle(), sowed(1, 1, 130, "08-01"))
                .when(new CorrectActivity(P1, HOA_TU, 1, null, "ghi nhầm", "NV-01", on("09-01")))
                .expectException(refused(new LogRefusal.NotFound(P1.value())));
    }

    @Test
    void the_last_cycle_can_be_corrected_and_no_older_one() {
        farm.given(plot(), cycle(), sowed(1, 1, 130, "08-01"), closed(1, "24-04"), rice(2, 130, "01-05"))
                .when(correcting(1, Map.of("seed", "120"), "02-05"))
                .expectEvents(corrected(1, 1, Map.of("seed", "120"), null, "02-05"));
        farm.given(
                        plot(),
                        cycle(),
                        sowed(1, 1, 130, "08-01"),
                        closed(1, "24-04"),
                        rice(2, 130, "01-05"),
                        closed(2, "02-05"))
                .when(correcting(1, Map.of("seed", "120"), "03-05"))
                .expectException(refused(new PlotRefusal.NoSuchActivity(1)));
    }

    @Test
    void a_corrected_laboratory_is_one() {
        var no = new OrganisationRefusal.WrongKind(new OrganisationId(Seasons.LAB), "trader", List.of("laboratory"));
        says(Vouch.class, no);
        farm.given(plot(), cycle(), tested(1, 1, "residue", "FAIL", "20-03"))
                .when(correcting(1, sample("residue", "PASS"), "21-03"))
                .expectException(refused(no));
        assertThat(asked).containsExactly(new Vouch(new OrganisationId(Seasons.LAB), Set.of(Role.LABORATORY)));
    }

    @Test
    void for_anything_else_nobody_is_asked() {
        farm.given(pond(), shrimp(1, WHITELEG, 200_000, "01-03"), stocked(1, 1, 150_000, "05-03"))
                .when(correcting(1, Map.of("pieces", "150001"), "06-03"))
                .expectEvents(corrected(1, 1, Map.of("pieces", "150001"), null, "06-03"));
        assertThat(asked).isEmpty();
    }

    // ---- that cannot be

    @Test
    void no_more_seed_was_sown_than_there_was() {
        farm.given(plot(), cycle(), sowed(1, 1, 100, "08-01"), sowed(2, 1, 20, "09-01"))
                .when(correcting(1, Map.of("seed", "110"), "10-01"))
                .expectEvents(corrected(1, 1, Map.of("seed", "110"), null, "10-01"));
        farm.given(plot(), cycle(), sowed(1, 1, 100, "08-01"), sowed(2, 1, 20, "09-01"))
                .when(correcting(1, Map.of("seed", "110.001"), "10-01"))
                .expectException(refused(new PlotRefusal.MoreSownThanSeed(new Mass(110_001), kilograms(110))));
    }

    @Test
    void nor_than_was_kept_when_the_cycle_was_closed() {
        farm.given(plot(), cycle(), sowed(1, 1, 100, "08-01"), closed(1, "24-04"))
                .when(correcting(1, Map.of("seed", "101"), "25-04"))
                .expectException(refused(new PlotRefusal.MoreSownThanSeed(kilograms(101), kilograms(100))));
        farm.given(plot(), cycle(), sowed(1, 1, 100, "08-01"), closed(1, "24-04"))
                .when(correcting(1, Map.of("seed", "100"), "25-04"))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void no_more_were_stocked_than_there_were() {
        farm.given(pond(), shrimp(1, WHITELEG, 200_000, "01-03"), stocked(1, 1, 150_000, "05-03"))
                .when(correcting(1, Map.of("pieces", "200001"), "06-03"))
                .expectException(refused(new PlotRefusal.MoreStockedThanMeant(200_001, 200_000)));
    }

    @Test
    void no_fewer_were_stocked_than_died_and_were_harvested() {
        var given = List.of(
                pond(),
                shrimp(1, WHITELEG, 200_000, "01-03"),
                stocked(1, 1, 150_000, "05-03"),
                did(2, 1, "mortality", "01-04", Map.of("pieces", "50000"), null),
                taken(1, LOT, kilograms(1_400), 70_000L, "10-06"));
        farm.given(given)
                .when(correcting(1, Map.of("pieces", "120000"), "11-06"))
                .expectSuccessfulHandlerExecution();
        farm.given(given)
                .when(correcting(1, Map.of("pieces", "119999"), "11-06"))
                .expectException(refused(new PlotRefusal.MoreThanWereStocked(120_000, 119_999, 119_999)));
        farm.given(given)
                .when(correcting(2, Map.of("pieces", "80000"), "11-06"))
                .expectSuccessfulHandlerExecution();
        farm.given(given)
                .when(correcting(2, Map.of("pieces", "80001"), "11-06"))
                .expectException(refused(new PlotRefusal.MoreThanWereStocked(80_001, 80_000, 150_000)));
    }

    @Test
    void a_stock_that_was_harvested_was_stocked() {
        farm.given(
                        pond(),
                        shrimp(1, WHITELEG, 200_000, "01-03"),
                        stocked(1, 1, 150_000, "05-03"),
                        taken(1, LOT, kilograms(1_400), 70_000L, "10-06"))
                .when(correcting(1, null, "11-06"))
                .expectException(refused(new PlotRefusal.NothingSown(1)));
    }

    @Test
    void a_destruction_that_never_was_leaves_one_stock() {
        var destroyed = did(2, 1, "destruction", "01-04", Map.of(), null);
        var given = List.of(
                pond(),
                shrimp(1, WHITELEG, 200_000, "01-03"),
                stocked(1, 1, 150_000, "05-03"),
                destroyed,
                stocked(3, 1, 50_000, "05-04"),
                did(4, 1, "mortality", "06-04", Map.of("pieces", "50000"), null));
        farm.given(given).when(correcting(2, null, "07-04")).expectSuccessfulHandlerExecution();
        farm.given(given)
                .when(correcting(3, Map.of("pieces", "49999"), "07-04"))
                .expectException(refused(new PlotRefusal.MoreThanWereStocked(50_000, 49_999, 49_999)));
    }

    @Test
    void rice_that_was_harvested_was_sown_before() {
        farm.given(plot(), cycle(), sown(130), taken(1, "24-04"))
                .when(correcting(1, null, "25-04"))
                .expectException(refused(new PlotRefusal.NothingSown(1)));
        farm.given(plot(), cycle(), sowed(1, 1, 100, "08-01"), taken(1, "24-04"), sowed(2, 1, 30, "25-04"))
                .when(correcting(1, null, "26-04"))
                .expectException(refused(new PlotRefusal.NothingSown(1)));
        farm.given(plot(), cycle(), sowed(1, 1, 100, "08-01"), taken(1, "24-04"), sowed(2, 1, 30, "25-04"))
                .when(correcting(2, null, "26-04"))
                .expectSuccessfulHandlerExecution();
        farm.given(plot(), cycle(), sown(130))
                .when(correcting(1, null, "25-04"))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void salt_that_came_since_is_no_matter_of_what_was_written_of_the_sowing() {
        farm.given(riceAndShrimp(), rice(1, 150, "01-09"), sowed(1, 1, 100, "20-09"))
                .when(correcting(1, Map.of("seed", "120"), "21-09"))
                .expectEvents(corrected(1, 1, Map.of("seed", "120"), null, "21-09"));
    }

    // ---- that come too late for a harvest

    private static HarvestDoubted doubted(boolean banned, String active, String dayMonth, LotId... lots) {
        return new HarvestDoubted(
                P1, 1, List.of(lots), P1 + "/2", banned, active, banned ? null : "residue", on(dayMonth));
    }

    private static List<Object> harvested(ActivityRecorded spray) {
        return List.of(plot(), cycle(), sowed(1, 1, 130, "08-01"), spray, taken(1, LOT, kilograms(100), null, "10-04"));
    }

    @Test
    void a_corrected_spray_doubts_harvests_that_did_not_wait_for_it() {
        farm.given(harvested(sprayed(2, "validamycin", "18-03", day("01-04"))))
                .when(correcting(2, TRICYCLAZOLE, "11-04"))
                .expectEvents(
                        corrected(2, 1, TRICYCLAZOLE, day("15-04"), "11-04"),
                        doubted(false, "tricyclazole", "11-04", LOT));
    }

    @Test
    void a_doubt_is_not_told_twice() {
        var dosed = Map.of("active", "tricyclazole", "dose", "0.4 kg/ha");
        farm.given(harvested(sprayed(2, "tricyclazole", "18-03", day("15-04"))))
                .when(correcting(2, dosed, "11-04"))
                .expectEvents(corrected(2, 1, dosed, day("15-04"), "11-04"));
    }

    @Test
    void unless_it_is_a_graver_one() {
        var fields = Map.of("active", "carbendazim");
        farm.given(harvested(sprayed(2, "tricyclazole", "18-03", day("15-04"))))
                .when(correcting(2, fields, "11-04"))
                .expectEvents(
                        with(corrected(2, 1, fields, null, "11-04"), banned("carbendazim")),
                        doubted(true, "carbendazim", "11-04", LOT));
    }

    // ---- of harvests

    private static HarvestCorrected reweighed(
            int cycle, Mass quantity, @Nullable Long animals, String dayMonth, Flag... flags) {
        return new HarvestCorrected(P1, cycle, LOT, quantity, animals, List.of(flags), on(dayMonth));
    }

    private static final Flag MUCH = flag("yield-unusual", PADDY, "8.50", "7.5", "rules.md 2 [K]");

    @Test
    void a_harvest_weighs_what_the_plot_bears_beside_the_others() {
        var given = List.of(
                plot(),
                cycle(),
                sown(130),
                taken(1, LOT, kilograms(5_000), null, "24-04"),
                taken(1, OTHER_LOT, kilograms(10_000), null, "24-04"));
        farm.given(given)
                .when(reweighing(1, LOT, kilograms(4_000), null, "25-04"))
                .expectEvents(reweighed(1, kilograms(4_000), null, "25-04"));
        farm.given(given)
                .when(reweighing(1, LOT, kilograms(7_000), null, "25-04"))
                .expectEvents(reweighed(1, kilograms(7_000), null, "25-04", MUCH));
        farm.given(given)
                .when(reweighing(1, LOT, new Mass(7_000_001), null, "25-04"))
                .expectException(refused(new PlotRefusal.MoreThanTheFieldBears(
                        new Mass(7_000_001), kilograms(10_000), kilograms(17_000), 20_000, "rules.md 2 [K]")));
    }

    @Test
    void rice_has_no_number_of_animals_whatever_count_is_told() {
        farm.given(plot(), cycle(), sown(130), taken(1, LOT, kilograms(5_000), null, "24-04"))
                .when(reweighing(1, LOT, kilograms(4_000), "50", "25-04"))
                .expectEvents(reweighed(1, kilograms(4_000), null, "25-04"));
    }

    @Test
    void of_two_harvests_the_second_is_reweighed_beside_the_first() {
        farm.given(
                        plot(),
                        cycle(),
                        sown(130),
                        taken(1, OTHER_LOT, kilograms(10_000), null, "24-04"),
                        taken(1, LOT, kilograms(5_000), null, "25-04"))
                .when(reweighing(1, LOT, new Mass(7_000_001), null, "25-04"))
                .expectException(refused(new PlotRefusal.MoreThanTheFieldBears(
                        new Mass(7_000_001), kilograms(10_000), kilograms(17_000), 20_000, "rules.md 2 [K]")));
    }

    @Test
    void after_the_correction_of_a_harvest_that_is_forgotten_the_plot_goes_on() {
        farm.given(
                        plot(),
                        cycle(),
                        sown(130),
                        taken(1, "24-04"),
                        closed(1, "24-04"),
                        rice(2, 130, "01-05"),
                        closed(2, "02-05"),
                        reweighed(1, kilograms(90), null, "03-05"))
                .when(correcting(9, null, "04-05"))
                .expectException(refused(new PlotRefusal.NoSuchActivity(9)));
    }

    @Test
    void what_was_reweighed_counts_as_it_is_now() {
        farm.given(
                        plot(),
                        cycle(),
                        sown(130),
                        taken(1, LOT, kilograms(5_000), null, "24-04"),
                        reweighed(1, kilograms(7_000), null, "25-04"))
                .when(harvesting(PADDY, OTHER_LOT, new Mass(10_000_001), null, "26-04"))
                .expectException(refused(new PlotRefusal.MoreThanTheFieldBears(
                        new Mass(10_000_001), kilograms(7_000), kilograms(17_000), 20_000, "rules.md 2 [K]")));
    }

    private static List<Object> shrimpTaken() {
        return List.of(
                pond(),
                shrimp(1, WHITELEG, 200_000, "01-03"),
                stocked(1, 1, 200_000, "05-03"),
                taken(1, LOT, kilograms(2_000), 100_000L, "05-06"),
                taken(1, OTHER_LOT, kilograms(1_000), 50_000L, "05-06"));
    }

    @Test
    void no_more_shrimp_were_in_it_than_lived() {
        farm.given(shrimpTaken())
                .when(reweighing(1, LOT, kilograms(2_000), "75", "06-06"))
                .expectEvents(reweighed(1, kilograms(2_000), 150_000L, "06-06"));
        farm.given(shrimpTaken())
                .when(reweighing(1, LOT, kilograms(2_000), "75.0005", "06-06"))
                .expectException(refused(new PlotRefusal.MoreThanWereStocked(150_001, 150_000, 200_000)));
        farm.given(shrimpTaken())
                .when(reweighing(1, LOT, kilograms(2_000), null, "06-06"))
                .expectException(refused(new PlotRefusal.CountMissing(WHITELEG)));
    }

    @Test
    void a_corrected_count_is_judged_as_if_it_were_new() {
        var source = "rules.md 6 (size of whiteleg; possible: ours) [I]";
        farm.given(shrimpTaken())
                .when(reweighing(1, LOT, kilograms(100), "400", "06-06"))
                .expectEvents(reweighed(
                        1, kilograms(100), 40_000L, "06-06", flag("count-unusual", WHITELEG, "400", "100", source)));
        farm.given(shrimpTaken())
                .when(reweighing(1, LOT, kilograms(100), "0.1", "06-06"))
                .expectException(refused(new PlotRefusal.CountImpossible(
                        WHITELEG, new BigDecimal("0.1"), new BigDecimal("10"), source)));
    }

    @Test
    void shrimp_that_were_counted_anew_are_that_many() {
        farm.given(
                        pond(),
                        shrimp(1, WHITELEG, 200_000, "01-03"),
                        stocked(1, 1, 200_000, "05-03"),
                        taken(1, LOT, kilograms(2_000), 100_000L, "05-06"),
                        reweighed(1, kilograms(2_000), 150_000L, "06-06"))
                .when(harvesting(WHITELEG, OTHER_LOT, new Mass(1_000_020), "50", "07-06"))
                .expectException(refused(new PlotRefusal.MoreThanWereStocked(50_001, 50_000, 200_000)));
    }

    @Test
    void a_harvest_is_not_reweighed_before_it_was_taken_or_by_others() {
        farm.given(plot(), cycle(), sown(130), taken(1, "24-04"))
                .when(reweighing(1, LOT, kilograms(90), null, "24-04"))
                .expectSuccessfulHandlerExecution();
        farm.given(plot(), cycle(), sown(130), taken(1, "24-04"))
                .when(reweighing(1, LOT, kilograms(90), null, "23-04"))
                .expectException(refused(new PlotRefusal.BeforeItsPredecessor(on("23-04"), on("24-04"))));
        farm.given(plot(), cycle(), sown(130), taken(1, "24-04"))
                .when(new PlotCommand.CorrectHarvest(P1, HOA_TU, 1, LOT, kilograms(90), null, on("25-04")))
                .expectException(refused(new LogRefusal.NotFound(P1.value())));
    }

    @Test
    void a_harvest_of_the_last_cycle_is_judged_and_an_older_one_is_not() {
        farm.given(plot(), cycle(), sown(130), taken(1, "24-04"), closed(1, "24-04"), rice(2, 130, "01-05"))
                .when(reweighing(1, LOT, new Mass(17_000_001), null, "02-05"))
                .expectException(refused(new PlotRefusal.MoreThanTheFieldBears(
                        new Mass(17_000_001), Mass.ZERO, kilograms(17_000), 20_000, "rules.md 2 [K]")));
        farm.given(
                        plot(),
                        cycle(),
                        sown(130),
                        taken(1, "24-04"),
                        closed(1, "24-04"),
                        rice(2, 130, "01-05"),
                        closed(2, "02-05"))
                .when(reweighing(1, LOT, new Mass(17_000_001), "30", "03-05"))
                .expectEvents(reweighed(1, new Mass(17_000_001), 510_000L, "03-05"));
    }
}
