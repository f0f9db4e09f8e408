package vn.nguongoc.plot;

import static vn.nguongoc.Farm.LOT;
import static vn.nguongoc.Farm.cycle;
import static vn.nguongoc.Farm.day;
import static vn.nguongoc.Farm.kilograms;
import static vn.nguongoc.Farm.on;
import static vn.nguongoc.Farm.plot;
import static vn.nguongoc.Refusals.refused;
import static vn.nguongoc.plot.Seasons.WHITELEG;
import static vn.nguongoc.plot.Seasons.closed;
import static vn.nguongoc.plot.Seasons.did;
import static vn.nguongoc.plot.Seasons.pond;
import static vn.nguongoc.plot.Seasons.shrimp;
import static vn.nguongoc.plot.Seasons.stocked;
import static vn.nguongoc.plot.Seasons.taken;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.nguongoc.plot.PlotCommand.Harvest;
import vn.nguongoc.plot.event.PlotEvent.ActivityRecorded;

/**
 * A pond that was diseased, or whose stock was destroyed, is not harvested until thirty days after its disinfection.
 */
class IllnessTest extends PlotTest {
    private static final String SOURCE = "rules.md 11 [I]";

    private static Harvest harvest(String dayMonth) {
        return harvesting(WHITELEG, LOT, kilograms(100), "50", dayMonth);
    }

    private static ActivityRecorded disease(int number, String dayMonth) {
        return did(number, 1, "disease", dayMonth, Map.of("agent", "WSSV"), null);
    }

    private static ActivityRecorded destruction(int number, String dayMonth) {
        return did(number, 1, "destruction", dayMonth, Map.of(), null);
    }

    private static ActivityRecorded disinfection(int number, int cycle, String dayMonth) {
        return did(number, cycle, "disinfection", dayMonth, Map.of(), null);
    }

    private static List<Object> stock(Object... since) {
        var all = new ArrayList<Object>(
                List.of(pond(), shrimp(1, WHITELEG, 300_000, "01-03"), stocked(1, 1, 200_000, "20-03")));
        all.addAll(List.of(since));
        return all;
    }

    @Test
    void a_diseased_pond_is_not_harvested() {
        farm.given(stock(disease(2, "16-04")))
                .when(harvest("16-04"))
                .expectException(
                        refused(new PlotRefusal.PondIsClosed("disease", day("16-04"), day("16-04"), 30, SOURCE)))
                .expectNoEvents();
    }

    @Test
    void a_destroyed_stock_is_not_harvested() {
        farm.given(stock(disease(2, "16-04"), destruction(3, "17-04")))
                .when(harvest("20-04"))
                .expectException(
                        refused(new PlotRefusal.PondIsClosed("destruction", day("17-04"), day("20-04"), 30, SOURCE)));
    }

    @Test
    void thirty_days_after_its_disinfection_it_is_harvested() {
        farm.given(stock(disease(2, "16-04"), disinfection(3, 1, "20-04")))
                .when(harvest("20-05"))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void and_not_a_day_before() {
        farm.given(stock(disease(2, "16-04"), disinfection(3, 1, "20-04")))
                .when(harvest("19-05"))
                .expectException(refused(new PlotRefusal.PondRests(
                        "disease", day("16-04"), day("20-04"), day("19-05"), day("20-05"), 30, SOURCE)));
    }

    @Test
    void a_disinfection_before_the_disease_is_no_help_in_whatever_order_they_are_told() {
        farm.given(stock(disease(2, "16-04"), disinfection(3, 1, "15-04")))
                .when(harvest("20-06"))
                .expectException(
                        refused(new PlotRefusal.PondIsClosed("disease", day("16-04"), day("20-06"), 30, SOURCE)));
    }

    @Test
    void a_disinfected_pond_that_falls_ill_again_is_closed_again() {
        farm.given(stock(disease(2, "16-04"), disinfection(3, 1, "20-04"), disease(4, "25-04")))
                .when(harvest("20-06"))
                .expectException(
                        refused(new PlotRefusal.PondIsClosed("disease", day("25-04"), day("20-06"), 30, SOURCE)));
    }

    @Test
    void a_pond_that_was_only_disinfected_is_open() {
        farm.given(stock(disinfection(2, 1, "20-04"))).when(harvest("21-04")).expectSuccessfulHandlerExecution();
    }

    @Test
    void a_harvest_told_late_was_before_the_disease() {
        farm.given(stock(disease(2, "16-04"))).when(harvest("15-04")).expectSuccessfulHandlerExecution();
    }

    // ---- across cycles

    @Test
    void a_new_cycle_does_not_wash_a_disease_away() {
        farm.given(stock(
                        disease(2, "16-04"),
                        closed(1, "17-04"),
                        shrimp(2, WHITELEG, 200_000, "18-04"),
                        stocked(3, 2, 200_000, "18-04")))
                .when(harvest("20-07"))
                .expectException(
                        refused(new PlotRefusal.PondIsClosed("disease", day("16-04"), day("20-07"), 30, SOURCE)));
    }

    @Test
    void a_pond_is_disinfected_after_its_cycle_or_in_the_next_one() {
        farm.given(stock(
                        disease(2, "16-04"),
                        closed(1, "17-04"),
                        disinfection(3, 1, "20-04"),
                        shrimp(2, WHITELEG, 200_000, "21-04"),
                        stocked(4, 2, 200_000, "21-04")))
                .when(harvest("20-05"))
                .expectSuccessfulHandlerExecution();
        farm.given(stock(
                        disease(2, "16-04"),
                        closed(1, "17-04"),
                        shrimp(2, WHITELEG, 200_000, "18-04"),
                        disinfection(3, 2, "20-04"),
                        stocked(4, 2, 200_000, "21-04")))
                .when(harvest("20-05"))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void a_disinfection_between_two_cycles_may_be_told_late() {
        farm.given(stock(disease(2, "16-04"), closed(1, "17-04"), shrimp(2, WHITELEG, 200_000, "25-04")))
                .when(doing("disinfection", "20-04", Map.of()))
                .expectEvents(disinfection(3, 1, "20-04"));
        farm.given(stock(disease(2, "16-04"), closed(1, "17-04")))
                .when(doing("disinfection", "20-04", Map.of()))
                .expectEvents(disinfection(3, 1, "20-04"));
    }

    @Test
    void a_disinfection_told_late_counts_for_the_open_cycle() {
        farm.given(stock(
                        disease(2, "16-04"),
                        closed(1, "17-04"),
                        shrimp(2, WHITELEG, 200_000, "25-04"),
                        stocked(3, 2, 200_000, "25-04"),
                        disinfection(4, 1, "20-04")))
                .when(harvest("20-05"))
                .expectSuccessfulHandlerExecution();
    }

    // ---- what was destroyed does not live

    @Test
    void what_was_destroyed_is_not_harvested_afterwards() {
        farm.given(stock(destruction(2, "17-04"), disinfection(3, 1, "20-04")))
                .when(harvest("25-05"))
                .expectException(refused(new PlotRefusal.MoreThanWereStocked(5_000, 0, 0)));
    }

    @Test
    void what_was_stocked_after_a_destruction_is() {
        farm.given(stock(destruction(2, "17-04"), disinfection(3, 1, "20-04"), stocked(4, 1, 5_000, "21-04")))
                .when(harvest("25-05"))
                .expectSuccessfulHandlerExecution();
        farm.given(stock(destruction(2, "17-04"), disinfection(3, 1, "20-04"), stocked(4, 1, 4_999, "21-04")))
                .when(harvest("25-05"))
                .expectException(refused(new PlotRefusal.MoreThanWereStocked(5_000, 4_999, 4_999)));
    }

    @Test
    void what_was_destroyed_does_not_die_again() {
        farm.given(stock(destruction(2, "17-04")))
                .when(doing("mortality", "18-04", Map.of("pieces", "1")))
                .expectException(refused(new PlotRefusal.MoreThanWereStocked(1, 0, 0)));
        farm.given(stock(destruction(2, "17-04")))
                .when(doing("mortality", "16-04", Map.of("pieces", "200000")))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void what_died_or_was_taken_of_a_destroyed_stock_is_not_missing_from_the_next() {
        var second = stock(
                did(2, 1, "mortality", "02-04", Map.of("pieces", "150000"), null),
                taken(1, LOT, kilograms(800), 40_000L, "03-04"),
                destruction(3, "17-04"),
                disinfection(4, 1, "20-04"),
                stocked(5, 1, 5_000, "21-04"));
        farm.given(second)
                .when(doing("mortality", "22-04", Map.of("pieces", "5000")))
                .expectSuccessfulHandlerExecution();
        farm.given(second)
                .when(doing("mortality", "22-04", Map.of("pieces", "5001")))
                .expectException(refused(new PlotRefusal.MoreThanWereStocked(5_001, 5_000, 5_000)));
    }

    @Test
    void a_field_does_not_fall_ill() {
        farm.given(plot(), cycle())
                .when(doing("disease", "16-04", Map.of("agent", "WSSV")))
                .expectException(refused(new PlotRefusal.NotDoneHere(
                        "disease", "rice-field", List.of("extensive-pond", "lined-pond", "pond", "rice-shrimp"))));
    }

    @Test
    void nothing_is_disinfected_before_the_cycle_before() {
        farm.given(stock(closed(1, "17-04")))
                .when(doing("disinfection", "28-02", Map.of()))
                .expectException(refused(new PlotRefusal.BeforeItsPredecessor(on("28-02"), on("01-03"))));
    }
}
