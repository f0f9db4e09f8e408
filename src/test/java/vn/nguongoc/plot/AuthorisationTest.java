package vn.nguongoc.plot;

import static vn.nguongoc.Farm.HOA_TU;
import static vn.nguongoc.Farm.HO_DAC_KIEN;
import static vn.nguongoc.Farm.LOT;
import static vn.nguongoc.Farm.P1;
import static vn.nguongoc.Farm.PADDY;
import static vn.nguongoc.Farm.cycle;
import static vn.nguongoc.Farm.day;
import static vn.nguongoc.Farm.kilograms;
import static vn.nguongoc.Farm.on;
import static vn.nguongoc.Farm.plot;
import static vn.nguongoc.Farm.sown;
import static vn.nguongoc.Farm.sprayed;
import static vn.nguongoc.Refusals.refused;
import static vn.nguongoc.plot.Seasons.WHITELEG;
import static vn.nguongoc.plot.Seasons.authorised;
import static vn.nguongoc.plot.Seasons.closed;
import static vn.nguongoc.plot.Seasons.did;
import static vn.nguongoc.plot.Seasons.pond;
import static vn.nguongoc.plot.Seasons.rice;
import static vn.nguongoc.plot.Seasons.shrimp;
import static vn.nguongoc.plot.Seasons.stocked;
import static vn.nguongoc.plot.Seasons.tested;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.plot.PlotCommand.AuthoriseHarvest;

/** A waiting time is overruled by two people and a laboratory, and by no fewer. */
class AuthorisationTest extends PlotTest {
    private static final PlotRefusal TOO_EARLY = new PlotRefusal.BeforeHarvestIsAllowed(
            day("10-04"), day("15-04"), "tricyclazole", day("18-03"), "rules.md 7 [K]");

    private static AuthoriseHarvest authorising(String by, String dayMonth) {
        return new AuthoriseHarvest(P1, HO_DAC_KIEN, by, "bão đến", on(dayMonth));
    }

    /** A field that was sprayed on 18 March, and what happened since. */
    private static List<Object> field(Object... since) {
        var all = new ArrayList<Object>(
                List.of(plot(), cycle(), sown(130), sprayed("tricyclazole", "18-03", day("15-04"))));
        all.addAll(List.of(since));
        return all;
    }

    private void isTaken(Object... since) {
        farm.given(field(since)).when(harvest()).expectSuccessfulHandlerExecution();
    }

    private void isTooEarly(Object... since) {
        farm.given(field(since)).when(harvest()).expectException(refused(TOO_EARLY));
    }

    private static PlotCommand.Harvest harvest() {
        return harvesting(PADDY, LOT, kilograms(100), null, "10-04");
    }

    @Test
    void a_harvest_that_two_people_authorised_and_a_laboratory_passed_need_not_wait() {
        isTaken(authorised(1, "A", "18-03"), authorised(1, "B", "10-04"), tested(3, 1, "residue", "PASS", "18-03"));
    }

    @Test
    void one_person_is_not_enough_however_often() {
        isTooEarly(authorised(1, "A", "20-03"), tested(3, 1, "residue", "PASS", "20-03"));
        isTooEarly(authorised(1, "A", "20-03"), authorised(1, "A", "21-03"), tested(3, 1, "residue", "PASS", "20-03"));
    }

    @Test
    void a_code_in_other_letters_is_the_same_person() {
        var test = tested(3, 1, "residue", "PASS", "20-03");
        isTooEarly(authorised(1, "QL-Đỗ", "20-03"), authorised(1, "ql-đỗ", "21-03"), test);
        isTaken(authorised(1, "QL-1", "20-03"), authorised(1, "ql-2", "21-03"), test);
        farm.given(field(authorised(1, "QL-1", "20-03")))
                .when(authorising("ql-1", "21-03"))
                .expectException(refused(new PlotRefusal.SecondPersonNeeded("ql-1")));
    }

    @Test
    void two_people_without_a_laboratory_are_not_enough() {
        isTooEarly(authorised(1, "A", "20-03"), authorised(1, "B", "20-03"));
        isTooEarly(authorised(1, "A", "20-03"), authorised(1, "B", "20-03"), tested(3, 1, "residue", "FAIL", "20-03"));
    }

    @Test
    void a_laboratory_that_did_not_look_for_residues_is_no_help() {
        isTooEarly(
                authorised(1, "A", "20-03"), authorised(1, "B", "20-03"), tested(3, 1, "variety-dna", "PASS", "20-03"));
    }

    @Test
    void the_last_test_counts() {
        var people = List.of(authorised(1, "A", "20-03"), authorised(1, "B", "20-03"));
        isTooEarly(
                people.getFirst(),
                people.getLast(),
                tested(3, 1, "residue", "FAIL", "25-03"),
                tested(4, 1, "residue", "PASS", "24-03"));
        isTaken(
                people.getFirst(),
                people.getLast(),
                tested(3, 1, "residue", "FAIL", "24-03"),
                tested(4, 1, "residue", "PASS", "25-03"));
    }

    @Test
    void what_was_said_before_the_last_use_does_not_count() {
        isTooEarly(authorised(1, "A", "17-03"), authorised(1, "B", "20-03"), tested(3, 1, "residue", "PASS", "20-03"));
        isTooEarly(authorised(1, "A", "20-03"), authorised(1, "B", "20-03"), tested(3, 1, "residue", "PASS", "17-03"));
    }

    @Test
    void nor_does_what_was_said_after_the_harvest() {
        isTooEarly(authorised(1, "A", "20-03"), authorised(1, "B", "11-04"), tested(3, 1, "residue", "PASS", "20-03"));
        isTooEarly(authorised(1, "A", "20-03"), authorised(1, "B", "20-03"), tested(3, 1, "residue", "PASS", "11-04"));
    }

    @Test
    void each_spray_is_to_be_overruled_not_only_the_one_that_waits_longest() {
        var given = field(
                authorised(1, "A", "20-03"),
                authorised(1, "B", "20-03"),
                tested(3, 1, "residue", "PASS", "20-03"),
                sprayed("validamycin", "30-03", day("13-04")));
        farm.given(given)
                .when(harvest())
                .expectException(refused(new PlotRefusal.BeforeHarvestIsAllowed(
                        day("10-04"), day("13-04"), "validamycin", day("30-03"), "rules.md 7 [K]")));
    }

    @Test
    void of_medicine_the_last_day_counts_and_the_test_is_for_antibiotics() {
        var fields = Map.of("active", "oxytetracycline", "until", "2026-04-14");
        var given = new ArrayList<Object>(List.of(
                pond(),
                shrimp(1, WHITELEG, 450_000, "01-03"),
                stocked(1, 1, 450_000, "05-03"),
                did(2, 1, "medicine", "10-04", fields, day("12-05")),
                authorised(1, "A", "14-04"),
                authorised(1, "B", "14-04")));
        var harvest = harvesting(WHITELEG, LOT, kilograms(100), "50", "20-04");
        var tooEarly = refused(new PlotRefusal.BeforeHarvestIsAllowed(
                day("20-04"), day("12-05"), "oxytetracycline", day("14-04"), "VASEP, rules.md 7 [V]"));
        for (var useless :
                List.of(tested(3, 1, "antibiotics", "PASS", "13-04"), tested(3, 1, "residue", "PASS", "14-04"))) {
            var and = new ArrayList<>(given);
            and.add(useless);
            farm.given(and).when(harvest).expectException(tooEarly);
        }
        given.add(tested(3, 1, "antibiotics", "PASS", "14-04"));
        farm.given(given).when(harvest).expectSuccessfulHandlerExecution();
    }

    // ---- saying so

    @Test
    void what_two_people_say_is_recorded() {
        farm.given(field()).when(authorising("A", "20-03")).expectEvents(authorised(1, "A", "20-03"));
        farm.given(field(authorised(1, "A", "20-03")))
                .when(authorising("B", "20-03"))
                .expectEvents(authorised(1, "B", "20-03"));
    }

    @Test
    void nobody_says_so_before_the_cycle_began() {
        var given = field(closed(1, "21-03"), rice(2, 130, "22-03"));
        farm.given(given).when(authorising("A", "22-03")).expectEvents(authorised(2, "A", "22-03"));
        farm.given(given)
                .when(authorising("A", "21-03"))
                .expectException(refused(new PlotRefusal.BeforeItsPredecessor(on("21-03"), on("22-03"))));
    }

    @Test
    void others_authorise_nothing() {
        farm.given(field())
                .when(new AuthoriseHarvest(P1, HOA_TU, "A", "bão đến", on("20-03")))
                .expectException(refused(new LogRefusal.NotFound(P1.value())));
    }

    @Test
    void nobody_is_two_people() {
        farm.given(field(authorised(1, "A", "20-03")))
                .when(authorising("A", "21-03"))
                .expectException(refused(new PlotRefusal.SecondPersonNeeded("A")));
    }

    @Test
    void after_another_spray_the_same_people_say_so_again() {
        farm.given(field(authorised(1, "A", "20-03"), sprayed("validamycin", "21-03", day("04-04"))))
                .when(authorising("A", "22-03"))
                .expectEvents(authorised(1, "A", "22-03"));
        farm.given(field(authorised(1, "A", "21-03"), sprayed("validamycin", "21-03", day("04-04"))))
                .when(authorising("A", "22-03"))
                .expectException(refused(new PlotRefusal.SecondPersonNeeded("A")));
    }

    @Test
    void where_nothing_is_waited_for_there_is_nothing_to_authorise() {
        var no = refused(new PlotRefusal.NothingToAuthorise());
        farm.given(plot(), cycle(), sown(130)).when(authorising("A", "20-03")).expectException(no);
        farm.given(field()).when(authorising("A", "14-04")).expectSuccessfulHandlerExecution();
        farm.given(field()).when(authorising("A", "15-04")).expectException(no);
        farm.given(field()).when(authorising("A", "17-03")).expectException(no);
    }

    @Test
    void nothing_is_authorised_without_an_open_cycle_or_before_it() {
        farm.given(plot()).when(authorising("A", "20-03")).expectException(refused(new PlotRefusal.NoOpenCycle(P1)));
        farm.given(field())
                .when(authorising("A", "01-01"))
                .expectException(refused(new PlotRefusal.BeforeItsPredecessor(on("01-01"), on("02-01"))));
    }
}
