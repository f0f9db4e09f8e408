package vn.nguongoc.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nguongoc.Farm.HO_DAC_KIEN;
import static vn.nguongoc.Farm.LOT;
import static vn.nguongoc.Farm.P1;
import static vn.nguongoc.Farm.PADDY;
import static vn.nguongoc.Farm.cycle;
import static vn.nguongoc.Farm.day;
import static vn.nguongoc.Farm.kilograms;
import static vn.nguongoc.Farm.plot;
import static vn.nguongoc.Farm.sown;
import static vn.nguongoc.Farm.sprayed;
import static vn.nguongoc.Refusals.refused;
import static vn.nguongoc.plot.Seasons.POMELO;
import static vn.nguongoc.plot.Seasons.TIGER;
import static vn.nguongoc.plot.Seasons.WHITELEG;
import static vn.nguongoc.plot.Seasons.closed;
import static vn.nguongoc.plot.Seasons.did;
import static vn.nguongoc.plot.Seasons.doubted;
import static vn.nguongoc.plot.Seasons.fruit;
import static vn.nguongoc.plot.Seasons.orchard;
import static vn.nguongoc.plot.Seasons.pond;
import static vn.nguongoc.plot.Seasons.rice;
import static vn.nguongoc.plot.Seasons.riceAndShrimp;
import static vn.nguongoc.plot.Seasons.shrimp;
import static vn.nguongoc.plot.Seasons.sowed;
import static vn.nguongoc.plot.Seasons.stocked;
import static vn.nguongoc.plot.Seasons.taken;
import static vn.nguongoc.plot.Seasons.used;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nguongoc.organisation.OrganisationCommand.AskClaims;
import vn.nguongoc.plot.PlotCommand.Harvest;
import vn.nguongoc.plot.PlotCommand.RecordActivity;
import vn.nguongoc.plot.event.PlotEvent.ActivityRecorded;
import vn.nguongoc.shared.Flag;

/** Waiting times after sprays and medicine, and what may not be used at all. */
class SubstancesTest extends PlotTest {
    private static final String PHI = "rules.md 7 [K]";

    private static Harvest harvest(String dayMonth) {
        return harvesting(PADDY, LOT, kilograms(13_200), null, dayMonth);
    }

    private static PlotRefusal tooEarly(String requested, String allowed, String active, String used, String source) {
        return new PlotRefusal.BeforeHarvestIsAllowed(day(requested), day(allowed), active, day(used), source);
    }

    // ---- sprays

    @Test
    void a_spray_keeps_the_harvest_waiting_for_the_days_of_its_active_ingredient() {
        farm.given(plot(), cycle())
                .when(doing("pesticide", "18-03", Map.of("active", "Tricyclazole")))
                .expectEvents(did(1, 1, "pesticide", "18-03", Map.of("active", "Tricyclazole"), day("15-04")));
    }

    @Test
    void an_unknown_active_ingredient_waits_thirty_days_and_is_a_doubt() {
        var doubt = new Flag(
                "unlisted-substance",
                "novelty",
                null,
                BigDecimal.valueOf(30),
                "rules.md 7 (unknown active ingredient) [K]");
        farm.given(plot(), cycle())
                .when(doing("pesticide", "01-03", Map.of("active", "novelty")))
                .expectEvents(did(1, 1, "pesticide", "01-03", Map.of("active", "novelty"), day("31-03"), doubt));
    }

    @ParameterizedTest
    @CsvSource({"14,15-03", "15,16-03"})
    void a_label_may_ask_for_as_long_a_wait_or_a_longer_one(String days, String harvestFrom) {
        var fields = Map.of("active", "validamycin", "preHarvestDays", days);
        farm.given(plot(), cycle())
                .when(doing("pesticide", "01-03", fields))
                .expectEvents(did(1, 1, "pesticide", "01-03", fields, day(harvestFrom)));
    }

    @Test
    void nobody_may_ask_for_a_shorter_wait() {
        farm.given(plot(), cycle())
                .when(doing("pesticide", "01-03", Map.of("active", "validamycin", "preHarvestDays", "13")))
                .expectException(refused(new PlotRefusal.IntervalTooShort("validamycin", 13, 14, PHI)));
    }

    @Test
    void what_is_used_before_the_rice_comes_up_keeps_no_harvest_waiting() {
        farm.given(plot(), cycle())
                .when(doing("pesticide", "09-01", Map.of("active", "pretilachlor")))
                .expectEvents(did(1, 1, "pesticide", "09-01", Map.of("active", "pretilachlor"), null));
    }

    /** Six in the morning of the 19th in Vietnam is still the 18th in UTC, the zone of many a device. */
    @Test
    void days_are_those_of_vietnam_whatever_clock_the_device_goes_by() {
        var dawn = OffsetDateTime.parse("2026-03-18T23:00:00Z");
        var spraying = new RecordActivity(P1, HO_DAC_KIEN, "pesticide", Map.of("active", "tricyclazole"), dawn);
        farm.given(plot(), cycle())
                .when(spraying)
                .expectEvents(new ActivityRecorded(
                        P1,
                        1,
                        "pesticide",
                        1,
                        Map.of("active", "tricyclazole"),
                        day("16-04"),
                        1,
                        "SPRAYS",
                        List.of(),
                        dawn));
    }

    @Test
    void a_harvest_on_the_day_the_wait_is_over_is_taken() {
        farm.given(plot(), cycle(), sown(130), sprayed("tricyclazole", "18-03", day("15-04")))
                .when(harvest("15-04"))
                .expectEvents(taken(1, LOT, kilograms(13_200), null, "15-04"));
    }

    @Test
    void a_harvest_a_day_before_the_wait_is_over_is_refused() {
        farm.given(plot(), cycle(), sown(130), sprayed("tricyclazole", "18-03", day("15-04")))
                .when(harvest("14-04"))
                .expectException(refused(tooEarly("14-04", "15-04", "tricyclazole", "18-03", PHI)))
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
                .when(harvest("14-04"))
                .expectException(refused(tooEarly("14-04", "15-04", "tricyclazole", "18-03", PHI)));
    }

    @Test
    void a_harvest_told_late_does_not_wait_for_what_was_sprayed_after_it() {
        farm.given(plot(), cycle(), sown(130), sprayed("tricyclazole", "21-04", day("19-05")))
                .when(harvest("20-04"))
                .expectSuccessfulHandlerExecution();
        farm.given(plot(), cycle(), sown(130), sprayed("tricyclazole", "20-04", day("18-05")))
                .when(harvest("20-04"))
                .expectException(refused(tooEarly("20-04", "18-05", "tricyclazole", "20-04", PHI)));
    }

    // ---- across cycles

    @Test
    void a_new_cycle_does_not_wash_the_last_spray_away() {
        farm.given(
                        plot(),
                        cycle(),
                        sprayed("tricyclazole", "18-03", day("15-04")),
                        closed(1, "18-03"),
                        rice(2, 130, "18-03"),
                        sowed(2, 2, 130, "18-03"))
                .when(harvest("14-04"))
                .expectException(refused(tooEarly("14-04", "15-04", "tricyclazole", "18-03", PHI)));
    }

    @Test
    void nor_do_two_new_cycles_whenever_the_spray_is_told() {
        farm.given(
                        plot(),
                        cycle(),
                        closed(1, "20-03"),
                        rice(2, 130, "20-03"),
                        sprayed("tricyclazole", "18-03", day("15-04")),
                        closed(2, "21-03"),
                        rice(3, 130, "21-03"),
                        sowed(2, 3, 130, "21-03"))
                .when(harvest("14-04"))
                .expectException(refused(tooEarly("14-04", "15-04", "tricyclazole", "18-03", PHI)));
    }

    @Test
    void a_spray_of_the_rice_is_told_with_its_own_source_when_shrimp_are_harvested() {
        farm.given(
                        riceAndShrimp(),
                        rice(1, 130, "01-01"),
                        sprayed("tricyclazole", "18-03", day("15-04")),
                        closed(1, "18-03"),
                        shrimp(2, TIGER, 50_000, "19-03"),
                        stocked(2, 2, 50_000, "19-03"))
                .when(harvesting(TIGER, LOT, kilograms(10), "30", "14-04"))
                .expectException(refused(tooEarly("14-04", "15-04", "tricyclazole", "18-03", PHI)));
    }

    // ---- medicine

    private static final Map<String, String> FIVE_DAYS = Map.of("active", "OTC", "until", "2026-04-14");

    @Test
    void medicine_keeps_the_harvest_waiting_from_its_last_day() {
        farm.given(pond(), shrimp(1, WHITELEG, 450_000, "01-03"), stocked(1, 1, 450_000, "05-03"))
                .when(doing("medicine", "10-04", FIVE_DAYS))
                .expectEvents(did(2, 1, "medicine", "10-04", FIVE_DAYS, day("12-05")));
    }

    @Test
    void medicine_without_a_last_day_was_given_on_one() {
        var fields = Map.of("active", "florfenicol", "withdrawalDays", "12");
        farm.given(pond(), shrimp(1, WHITELEG, 450_000, "01-03"))
                .when(doing("medicine", "10-04", fields))
                .expectEvents(did(1, 1, "medicine", "10-04", fields, day("22-04")));
    }

    @Test
    void medicine_does_not_end_before_it_begins() {
        farm.given(pond(), shrimp(1, WHITELEG, 450_000, "01-03"))
                .when(doing("medicine", "10-04", Map.of("active", "OTC", "until", "2026-04-10")))
                .expectSuccessfulHandlerExecution();
        farm.given(pond(), shrimp(1, WHITELEG, 450_000, "01-03"))
                .when(doing("medicine", "10-04", Map.of("active", "OTC", "until", "2026-04-09")))
                .expectException(refused(new PlotRefusal.EndsBeforeItBegins(day("10-04"), day("09-04"))));
    }

    @Test
    void shrimp_are_harvested_when_the_withdrawal_is_over_and_not_a_day_before() {
        var given = new Object[] {
            pond(),
            shrimp(1, WHITELEG, 450_000, "01-03"),
            stocked(1, 1, 450_000, "05-03"),
            did(2, 1, "medicine", "10-04", FIVE_DAYS, day("12-05"))
        };
        farm.given(given)
                .when(harvesting(WHITELEG, LOT, kilograms(100), "50", "12-05"))
                .expectSuccessfulHandlerExecution();
        farm.given(given)
                .when(harvesting(WHITELEG, LOT, kilograms(100), "50", "11-05"))
                .expectException(refused(tooEarly("11-05", "12-05", "OTC", "14-04", "VASEP, rules.md 7 [V]")));
    }

    @Test
    void probiotics_keep_no_harvest_waiting() {
        farm.given(pond(), shrimp(1, WHITELEG, 450_000, "01-03"))
                .when(doing("medicine", "10-04", Map.of("active", "probiotics")))
                .expectEvents(did(1, 1, "medicine", "10-04", Map.of("active", "probiotics"), null));
    }

    // ---- banned

    private static Flag banned(String active, String source) {
        return new Flag("banned-substance", active, null, null, source);
    }

    @Test
    void a_banned_spray_is_recorded_with_a_doubt() {
        var fields = Map.of("active", "Carbendazim", "preHarvestDays", "1");
        farm.given(plot(), cycle())
                .when(doing("pesticide", "18-03", fields))
                .expectEvents(did(
                        1,
                        1,
                        "pesticide",
                        "18-03",
                        fields,
                        null,
                        banned("Carbendazim", "rules.md 8 (banned on crops) [K]")));
    }

    @Test
    void a_spray_that_is_banned_in_ponds_is_banned_there_under_any_name() {
        var fields = Map.of("active", "cypermethrin");
        farm.given(pond(), shrimp(1, WHITELEG, 450_000, "01-03"))
                .when(doing("pesticide", "10-04", fields))
                .expectEvents(did(
                        1,
                        1,
                        "pesticide",
                        "10-04",
                        fields,
                        null,
                        banned("cypermethrin", "Circular 10/2016/TT-BNNPTNT [V]")));
        var unlisted = new Flag(
                "unlisted-substance",
                "cypermethrin",
                null,
                BigDecimal.valueOf(30),
                "rules.md 7 (unknown active ingredient) [K]");
        farm.given(plot(), cycle())
                .when(doing("pesticide", "10-04", fields))
                .expectEvents(did(1, 1, "pesticide", "10-04", fields, day("10-05"), unlisted));
    }

    @Test
    void a_harvest_after_a_banned_substance_carries_the_doubt() {
        farm.given(plot(), cycle(), sown(130), used(2, 1, "pesticide", "carbendazim", "18-03"))
                .when(harvest("24-04"))
                .expectResultMessagePayload(doubted(1, new PlotCommand.BannedSubstanceUsed(P1 + "/2", "carbendazim")));
    }

    @Test
    void a_harvest_told_late_carries_no_doubt_of_what_came_after() {
        farm.given(plot(), cycle(), sown(130), used(2, 1, "pesticide", "carbendazim", "25-04"))
                .when(harvest("24-04"))
                .expectResultMessagePayload(doubted(1));
    }

    @Test
    void a_new_cycle_of_trees_does_not_wash_a_banned_substance_away() {
        farm.given(
                        orchard(),
                        fruit(1, "01-02"),
                        used(1, 1, "pesticide", "carbendazim", "18-03"),
                        closed(1, "19-03"),
                        fruit(2, "19-03"),
                        closed(2, "20-03"),
                        fruit(3, "20-03"))
                .when(harvesting(POMELO, LOT, kilograms(100), null, "24-04"))
                .expectResultMessagePayload(doubted(3, new PlotCommand.BannedSubstanceUsed(P1 + "/1", "carbendazim")));
    }

    @Test
    void but_the_harvest_after_it_does_and_so_does_a_new_sowing() {
        farm.given(
                        orchard(),
                        fruit(1, "01-02"),
                        used(1, 1, "pesticide", "carbendazim", "18-03"),
                        taken(1, "19-03"),
                        closed(1, "19-03"),
                        fruit(2, "19-03"))
                .when(harvesting(POMELO, LOT, kilograms(100), null, "24-04"))
                .expectResultMessagePayload(doubted(2));
        farm.given(
                        plot(),
                        cycle(),
                        used(1, 1, "pesticide", "carbendazim", "18-01"),
                        closed(1, "19-01"),
                        rice(2, 130, "19-01"),
                        sowed(2, 2, 130, "19-01"))
                .when(harvest("25-04"))
                .expectResultMessagePayload(doubted(2));
    }

    @Test
    void a_harvest_before_it_does_not_wash_it_away_either() {
        farm.given(
                        orchard(),
                        fruit(1, "01-02"),
                        taken(1, "17-03"),
                        used(1, 1, "pesticide", "carbendazim", "18-03"),
                        closed(1, "19-03"),
                        fruit(2, "19-03"))
                .when(harvesting(POMELO, LOT, kilograms(100), null, "24-04"))
                .expectResultMessagePayload(doubted(2, new PlotCommand.BannedSubstanceUsed(P1 + "/1", "carbendazim")));
    }

    @Test
    void substances_of_which_markets_allow_little_close_them() {
        farm.given(
                        plot(),
                        cycle(),
                        sown(130),
                        sprayed("Tricyclazole", "18-03", day("15-04")),
                        sprayed("validamycin", "19-03", day("02-04")))
                .when(harvest("24-04"))
                .expectResultMessagePayload(new PlotCommand.Picked(
                        1, Set.of(), Map.of(), Map.of("eu", "tricyclazole"), List.of(), List.of()));
        assertThat(asked(AskClaims.class)).hasSize(1);
    }
}
