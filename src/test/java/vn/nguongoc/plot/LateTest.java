package vn.nguongoc.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nguongoc.Farm.HOA_TU;
import static vn.nguongoc.Farm.LOT;
import static vn.nguongoc.Farm.OTHER_LOT;
import static vn.nguongoc.Farm.P1;
import static vn.nguongoc.Farm.cycle;
import static vn.nguongoc.Farm.day;
import static vn.nguongoc.Farm.kilograms;
import static vn.nguongoc.Farm.on;
import static vn.nguongoc.Farm.plot;
import static vn.nguongoc.Farm.sown;
import static vn.nguongoc.Refusals.refused;
import static vn.nguongoc.plot.Seasons.authorised;
import static vn.nguongoc.plot.Seasons.banned;
import static vn.nguongoc.plot.Seasons.closed;
import static vn.nguongoc.plot.Seasons.did;
import static vn.nguongoc.plot.Seasons.fruit;
import static vn.nguongoc.plot.Seasons.orchard;
import static vn.nguongoc.plot.Seasons.rice;
import static vn.nguongoc.plot.Seasons.taken;
import static vn.nguongoc.plot.Seasons.tested;
import static vn.nguongoc.plot.Seasons.used;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.plot.PlotCommand.RecordActivity;
import vn.nguongoc.plot.event.PlotEvent.ActivityRecorded;
import vn.nguongoc.plot.event.PlotEvent.HarvestDoubted;
import vn.nguongoc.shared.Flag;
import vn.nguongoc.shared.LotId;

/** What is told late: where it belongs, and what it says of what was harvested meanwhile. */
class LateTest extends PlotTest {

    private static RecordActivity spraying(String active, String dayMonth) {
        return doing("pesticide", dayMonth, Map.of("active", active));
    }

    private static ActivityRecorded sprayed(
            int number, int cycle, String active, String dayMonth, @Nullable LocalDate harvestFrom, Flag... flags) {
        return did(number, cycle, "pesticide", dayMonth, Map.of("active", active), harvestFrom, flags);
    }

    private static ActivityRecorded drained(int number, int cycle, String dayMonth) {
        return did(number, cycle, "drainage", dayMonth, Map.of(), null);
    }

    private static HarvestDoubted doubted(
            int cycle, int activity, boolean banned, String active, String dayMonth, LotId... lots) {
        return new HarvestDoubted(
                P1, cycle, List.of(lots), P1 + "/" + activity, banned, active, banned ? null : "residue", on(dayMonth));
    }

    // ---- where it belongs

    @Test
    void nothing_is_done_before_its_cycle_is_open() {
        farm.given(plot(), cycle()).when(doing("drainage", "02-01", Map.of())).expectEvents(drained(1, 1, "02-01"));
        farm.given(plot(), cycle())
                .when(doing("drainage", "01-01", Map.of()))
                .expectException(refused(new PlotRefusal.BeforeItsPredecessor(on("01-01"), on("02-01"))));
    }

    @Test
    void nothing_is_done_without_an_open_cycle() {
        farm.given(plot())
                .when(doing("drainage", "03-01", Map.of()))
                .expectException(refused(new PlotRefusal.NoOpenCycle(P1)));
        farm.given(plot(), cycle(), closed(1, "24-04"))
                .when(doing("drainage", "25-04", Map.of()))
                .expectException(refused(new PlotRefusal.NoOpenCycle(P1)));
    }

    @Test
    void what_was_done_in_the_last_cycle_may_be_told_when_it_is_closed() {
        farm.given(plot(), cycle(), closed(1, "24-04"))
                .when(doing("drainage", "24-04", Map.of()))
                .expectEvents(drained(1, 1, "24-04"));
    }

    @Test
    void and_when_the_next_one_is_open() {
        farm.given(plot(), cycle(), drained(1, 1, "01-02"), closed(1, "24-04"), rice(2, 130, "01-05"))
                .when(doing("drainage", "24-04", Map.of()))
                .expectEvents(drained(2, 1, "24-04"));
        farm.given(plot(), cycle(), drained(1, 1, "01-02"), closed(1, "24-04"), rice(2, 130, "01-05"))
                .when(doing("drainage", "01-05", Map.of()))
                .expectEvents(drained(2, 2, "01-05"));
    }

    @Test
    void between_two_cycles_nothing_is_done() {
        farm.given(plot(), cycle(), closed(1, "24-04"), rice(2, 130, "01-05"))
                .when(doing("drainage", "25-04", Map.of()))
                .expectException(refused(new PlotRefusal.BeforeItsPredecessor(on("25-04"), on("01-05"))));
    }

    @Test
    void of_the_cycle_before_the_last_nothing_more_is_told() {
        farm.given(plot(), cycle(), closed(1, "24-04"), rice(2, 130, "01-05"), closed(2, "02-05"))
                .when(doing("drainage", "24-04", Map.of()))
                .expectException(refused(new PlotRefusal.BeforeItsPredecessor(on("24-04"), on("01-05"))));
    }

    @Test
    void others_tell_nothing() {
        farm.given(plot(), cycle())
                .when(new RecordActivity(P1, HOA_TU, "drainage", Map.of(), on("03-01")))
                .expectException(refused(new LogRefusal.NotFound(P1.value())));
    }

    @Test
    void an_activity_is_one_of_the_catalogue() {
        farm.given(plot(), cycle())
                .when(doing("ploughing", "03-01", Map.of()))
                .expectException(refused(new PlotRefusal.UnknownActivity(
                        "ploughing",
                        vn.nguongoc.Farm.CATALOGUE.activityCodes().stream()
                                .sorted()
                                .toList())));
    }

    // ---- harvests that should not have been

    private static List<Object> harvested(Object... more) {
        var all = new ArrayList<Object>(List.of(
                plot(),
                cycle(),
                sown(130),
                taken(1, LOT, kilograms(100), null, "10-04"),
                taken(1, OTHER_LOT, kilograms(100), null, "15-04")));
        all.addAll(List.of(more));
        return all;
    }

    @Test
    void a_spray_told_late_doubts_the_harvests_that_did_not_wait() {
        farm.given(harvested())
                .when(spraying("tricyclazole", "18-03"))
                .expectEvents(
                        sprayed(2, 1, "tricyclazole", "18-03", day("15-04")),
                        doubted(1, 2, false, "tricyclazole", "18-03", LOT));
    }

    @Test
    void a_spray_after_a_harvest_says_nothing_of_it() {
        farm.given(harvested())
                .when(spraying("tricyclazole", "11-04"))
                .expectEvents(
                        sprayed(2, 1, "tricyclazole", "11-04", day("09-05")),
                        doubted(1, 2, false, "tricyclazole", "11-04", OTHER_LOT));
    }

    @Test
    void a_spray_that_nobody_had_to_wait_for_doubts_nothing() {
        farm.given(harvested())
                .when(spraying("validamycin", "18-03"))
                .expectEvents(sprayed(2, 1, "validamycin", "18-03", day("01-04")));
        farm.given(harvested())
                .when(spraying("pretilachlor", "09-04"))
                .expectEvents(sprayed(2, 1, "pretilachlor", "09-04", null));
    }

    @Test
    void a_spray_that_two_people_and_a_laboratory_overruled_doubts_nothing() {
        farm.given(harvested(
                        authorised(1, "A", "20-03"),
                        authorised(1, "B", "20-03"),
                        tested(2, 1, "residue", "PASS", "20-03")))
                .when(spraying("tricyclazole", "18-03"))
                .expectEvents(sprayed(3, 1, "tricyclazole", "18-03", day("15-04")));
    }

    @Test
    void a_banned_spray_told_late_doubts_every_harvest_since() {
        farm.given(harvested())
                .when(spraying("carbendazim", "10-04"))
                .expectEvents(
                        sprayed(2, 1, "carbendazim", "10-04", null, banned("carbendazim")),
                        doubted(1, 2, true, "carbendazim", "10-04", LOT, OTHER_LOT));
        farm.given(harvested())
                .when(spraying("carbendazim", "11-04"))
                .expectEvents(
                        sprayed(2, 1, "carbendazim", "11-04", null, banned("carbendazim")),
                        doubted(1, 2, true, "carbendazim", "11-04", OTHER_LOT));
    }

    /** The doubt about what is not on the list is no ban. */
    @Test
    void an_unlisted_spray_told_late_doubts_the_harvests_that_did_not_wait_its_thirty_days() {
        var unlisted = new Flag(
                "unlisted-substance",
                "novelty",
                null,
                BigDecimal.valueOf(30),
                "rules.md 7 (unknown active ingredient) [K]");
        farm.given(harvested())
                .when(spraying("novelty", "12-03"))
                .expectEvents(
                        sprayed(2, 1, "novelty", "12-03", day("11-04"), unlisted),
                        doubted(1, 2, false, "novelty", "12-03", LOT));
    }

    @Test
    void a_banned_spray_after_all_harvests_doubts_none() {
        farm.given(harvested())
                .when(spraying("carbendazim", "16-04"))
                .expectEvents(sprayed(2, 1, "carbendazim", "16-04", null, banned("carbendazim")));
    }

    // ---- across cycles

    private static List<Object> twoYears(boolean ofTrees) {
        return ofTrees
                ? List.of(
                        orchard(),
                        fruit(1, "02-01"),
                        closed(1, "20-03"),
                        fruit(2, "20-03"),
                        taken(2, LOT, kilograms(100), null, "10-04"))
                : List.of(
                        plot(),
                        cycle(),
                        closed(1, "20-03"),
                        rice(2, 130, "20-03"),
                        did(1, 2, "sowing", "20-03", Map.of("seed", "130"), null),
                        taken(2, LOT, kilograms(100), null, "10-04"));
    }

    @Test
    void a_spray_of_the_last_cycle_told_late_doubts_harvests_of_the_open_one() {
        farm.given(twoYears(false))
                .when(spraying("tricyclazole", "18-03"))
                .expectEvents(
                        sprayed(2, 1, "tricyclazole", "18-03", day("15-04")),
                        doubted(1, 2, false, "tricyclazole", "18-03", LOT));
    }

    @Test
    void a_banned_spray_of_the_last_cycle_told_late_is_in_what_stood_there() {
        farm.given(twoYears(true))
                .when(spraying("carbendazim", "18-03"))
                .expectEvents(
                        sprayed(1, 1, "carbendazim", "18-03", null, banned("carbendazim")),
                        doubted(1, 1, true, "carbendazim", "18-03", LOT));
    }

    @Test
    void and_not_in_what_was_sown_since() {
        farm.given(twoYears(false))
                .when(spraying("carbendazim", "18-03"))
                .expectEvents(sprayed(2, 1, "carbendazim", "18-03", null, banned("carbendazim")));
    }

    @Test
    void also_where_the_open_cycle_has_a_banned_spray_of_its_own() {
        var given = new ArrayList<>(twoYears(false));
        given.add(used(2, 2, "pesticide", "carbendazim", "11-04"));
        farm.given(given)
                .when(spraying("carbendazim", "18-03"))
                .expectEvents(sprayed(3, 1, "carbendazim", "18-03", null, banned("carbendazim")));
    }

    @Test
    void the_first_activity_of_a_plot_is_number_one_and_no_number_is_given_twice() {
        farm.given(plot(), cycle(), drained(1, 1, "03-01"), drained(2, 1, "04-01"))
                .when(doing("drainage", "05-01", Map.of()))
                .expectEvents(drained(3, 1, "05-01"));
        assertThat(asked).isEmpty();
    }
}
