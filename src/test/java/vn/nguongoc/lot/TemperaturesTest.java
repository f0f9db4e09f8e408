package vn.nguongoc.lot;

import static vn.nguongoc.Farm.HOA_TU;
import static vn.nguongoc.Farm.HO_DAC_KIEN;
import static vn.nguongoc.Farm.LOT;
import static vn.nguongoc.Farm.kilograms;
import static vn.nguongoc.Farm.on;
import static vn.nguongoc.Refusals.refused;
import static vn.nguongoc.lot.Lots.frozenShrimp;
import static vn.nguongoc.lot.Lots.minutes;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.lot.LotCommand.RecordTemperatures;
import vn.nguongoc.lot.event.HoldCause;
import vn.nguongoc.lot.event.LotEvent.LotHeld;
import vn.nguongoc.lot.event.LotEvent.LotReleased;
import vn.nguongoc.lot.event.LotEvent.Reading;
import vn.nguongoc.lot.event.LotEvent.ReleaseProposed;
import vn.nguongoc.lot.event.LotEvent.TemperaturesRecorded;
import vn.nguongoc.lot.event.Pedigree;

class TemperaturesTest {
    private static final String DEVICE = "NK-07";
    private static final String WARM = "-14.9";

    private final FixtureConfiguration<HarvestLot> barn = Lots.barn();

    private static Reading reading(OffsetDateTime at, String celsius) {
        return new Reading(at, new BigDecimal(celsius));
    }

    private static Reading reading(long minutes, String celsius) {
        return reading(minutes(minutes), celsius);
    }

    private static RecordTemperatures shown(Reading... readings) {
        return by(DEVICE, readings);
    }

    private static RecordTemperatures by(@Nullable String device, Reading... readings) {
        var latest = List.of(readings).stream()
                .map(Reading::at)
                .max(OffsetDateTime.timeLineOrder())
                .orElseThrow();
        return new RecordTemperatures(LOT, HO_DAC_KIEN, device, List.of(readings), latest);
    }

    /** What is stored: the readings in the order of time. */
    private static TemperaturesRecorded stored(int warmMinutes, Reading... readings) {
        return by(DEVICE, warmMinutes, readings);
    }

    private static TemperaturesRecorded by(@Nullable String device, int warmMinutes, Reading... readings) {
        var all = List.of(readings);
        return new TemperaturesRecorded(
                LOT, device, all, warmMinutes, all.getLast().at());
    }

    private static LotHeld heldFor(int warmMinutes, OffsetDateTime at) {
        return heldFor("1", warmMinutes, at);
    }

    private static LotHeld heldFor(String hold, int warmMinutes, OffsetDateTime at) {
        return new LotHeld(
                LOT,
                hold,
                HoldCause.COLD_CHAIN,
                null,
                "> -15 °C: " + warmMinutes + " > 30 min (rules.md 19 [I])",
                "thermometer",
                at);
    }

    // ---- warmer than −15 °C for more than 30 minutes

    @Test
    void thirty_minutes_of_warmth_are_written_down() {
        barn.given(frozenShrimp())
                .when(shown(reading(0, WARM), reading(30, WARM)))
                .expectEvents(stored(30, reading(0, WARM), reading(30, WARM)));
    }

    @Test
    void a_second_more_holds_the_lot() {
        var late = minutes(30).plusSeconds(1);
        barn.given(frozenShrimp())
                .when(shown(reading(0, WARM), reading(late, WARM)))
                .expectEvents(stored(31, reading(0, WARM), reading(late, WARM)), heldFor(31, late));
    }

    @Test
    void fifteen_below_zero_is_cold_enough_for_ever() {
        barn.given(frozenShrimp())
                .when(shown(reading(0, "-15"), reading(600, "-15.0")))
                .expectEvents(stored(0, reading(0, "-15"), reading(600, "-15.0")));
    }

    @Test
    void a_cold_reading_between_ends_a_warm_spell() {
        barn.given(frozenShrimp())
                .when(shown(
                        reading(0, WARM), reading(20, WARM), reading(25, "-18"), reading(30, WARM), reading(40, WARM)))
                .expectEvents(stored(
                        20,
                        reading(0, WARM),
                        reading(20, WARM),
                        reading(25, "-18"),
                        reading(30, WARM),
                        reading(40, WARM)));
    }

    @Test
    void the_longest_of_several_spells_counts() {
        barn.given(frozenShrimp())
                .when(shown(
                        reading(0, WARM), reading(35, "5"), reading(40, "-18"), reading(50, WARM), reading(55, WARM)))
                .expectEvents(
                        stored(
                                35,
                                reading(0, WARM),
                                reading(35, "5"),
                                reading(40, "-18"),
                                reading(50, WARM),
                                reading(55, WARM)),
                        heldFor(35, minutes(55)));
    }

    @Test
    void readings_come_in_any_order() {
        barn.given(frozenShrimp())
                .when(shown(reading(40, WARM), reading(0, WARM), reading(20, "-18")))
                .expectEvents(stored(0, reading(0, WARM), reading(20, "-18"), reading(40, WARM)));
    }

    @Test
    void what_was_never_frozen_may_be_warm() {
        barn.given(Lots.made("whiteleg-pd", kilograms(10), null, Pedigree.UNKNOWN))
                .when(shown(reading(0, "2"), reading(600, "2")))
                .expectEvents(stored(600, reading(0, "2"), reading(600, "2")));
    }

    // ---- a thermometer that tells a little at a time

    @Test
    void a_warm_spell_goes_on_over_several_records() {
        barn.given(
                        frozenShrimp(),
                        stored(0, reading(0, WARM)),
                        stored(15, reading(15, WARM)),
                        stored(30, reading(30, WARM)))
                .when(shown(reading(31, WARM)))
                .expectEvents(stored(31, reading(31, WARM)), heldFor(31, minutes(31)));
    }

    @Test
    void a_cold_record_ends_it() {
        barn.given(frozenShrimp(), stored(30, reading(0, WARM), reading(30, WARM)), stored(0, reading(35, "-15")))
                .when(shown(reading(40, WARM)))
                .expectEvents(stored(0, reading(40, WARM)));
    }

    @Test
    void records_come_in_any_order_too() {
        barn.given(frozenShrimp(), stored(10, reading(25, WARM), reading(35, WARM)))
                .when(shown(reading(0, WARM), reading(20, WARM)))
                .expectEvents(stored(35, reading(0, WARM), reading(20, WARM)), heldFor(35, minutes(20)));
    }

    @Test
    void each_thermometer_tells_its_own() {
        barn.given(frozenShrimp(), stored(30, reading(0, WARM), reading(30, WARM)), by(null, 0, reading(30, WARM)))
                .when(by("NK-08", reading(40, WARM)))
                .expectEvents(by("NK-08", 0, reading(40, WARM)));
        Lots.barn()
                .given(frozenShrimp(), stored(30, reading(0, WARM), reading(30, WARM)), by(null, 0, reading(5, WARM)))
                .when(by(null, reading(40, WARM)))
                .expectEvents(by(null, 35, reading(40, WARM)), heldFor(35, minutes(40)));
    }

    @Test
    void a_spell_that_ended_long_ago_is_not_held_against_what_is_cold_now() {
        barn.given(
                        frozenShrimp(),
                        stored(35, reading(0, WARM), reading(35, WARM)),
                        heldFor(35, minutes(35)),
                        new LotReleased(LOT, "1", "KCS-01", "KCS-02", minutes(36)))
                .when(shown(reading(40, "-18")))
                .expectEvents(stored(0, reading(40, "-18")));
    }

    @Test
    void the_same_readings_told_again_hold_nothing_anew() {
        barn.given(
                        frozenShrimp(),
                        stored(35, reading(0, WARM), reading(35, WARM)),
                        heldFor(35, minutes(35)),
                        new LotReleased(LOT, "1", "KCS-01", "KCS-02", minutes(36)))
                .when(shown(reading(0, WARM), reading(35, WARM)))
                .expectEvents(stored(0, reading(0, WARM), reading(35, WARM)));
    }

    @Test
    void one_spell_is_held_once() {
        barn.given(frozenShrimp(), stored(35, reading(0, WARM), reading(35, WARM)), heldFor(35, minutes(35)))
                .when(shown(reading(40, WARM)))
                .expectEvents(stored(40, reading(40, WARM)));
    }

    @Test
    void what_gets_warmer_while_somebody_wants_to_release_it_is_held_anew() {
        barn.given(
                        frozenShrimp(),
                        stored(35, reading(0, WARM), reading(35, WARM)),
                        heldFor(35, minutes(35)),
                        new ReleaseProposed(LOT, "1", "KCS-01", "ổn", minutes(36)))
                .when(shown(reading(40, WARM)))
                .expectEvents(stored(40, reading(40, WARM)), heldFor("2", 40, minutes(40)));
    }

    @Test
    void readings_of_hours_ago_are_forgotten_and_the_last_never() {
        barn.given(frozenShrimp(), stored(0, reading(0, WARM)), stored(0, reading(0, WARM), reading(121, "-18")))
                .when(shown(reading(60, WARM)))
                .expectEvents(stored(0, reading(60, WARM)));
        Lots.barn()
                .given(frozenShrimp(), stored(0, reading(0, WARM)))
                .when(shown(reading(600, WARM)))
                .expectEvents(stored(600, reading(600, WARM)), heldFor(600, minutes(600)));
    }

    @Test
    void readings_of_the_last_two_hours_are_remembered() {
        barn.given(frozenShrimp(), stored(0, reading(0, WARM)), stored(0, reading(0, WARM), reading(120, "-18")))
                .when(shown(reading(60, WARM)))
                .expectEvents(stored(60, reading(60, WARM)), heldFor(60, minutes(60)));
    }

    // ---- what a thermometer can show

    @ParameterizedTest
    @CsvSource({"-60", "100"})
    void as_cold_and_as_warm_as_a_thermometer_shows_is_written_down(String celsius) {
        barn.given(Lots.made("whiteleg-pd", kilograms(10), null, Pedigree.UNKNOWN))
                .when(shown(reading(0, celsius)))
                .expectEvents(stored(0, reading(0, celsius)));
    }

    @ParameterizedTest
    @CsvSource({"-60.1,-60", "-500,-60", "100.1,100", "999,100"})
    void what_no_thermometer_shows_is_a_typing_error(String celsius, String limit) {
        barn.given(frozenShrimp())
                .when(shown(reading(0, "-18"), reading(10, celsius)))
                .expectException(refused(new LotRefusal.NotMeasurable(
                        new BigDecimal(celsius), new BigDecimal(limit), "rules.md 19 (what a thermometer shows) [I]")))
                .expectNoEvents();
    }

    // ---- who measures

    @Test
    void they_are_of_a_lot_that_is_there_and_ones_own() {
        barn.given(frozenShrimp())
                .when(new RecordTemperatures(LOT, HOA_TU, DEVICE, List.of(reading(0, "-18")), minutes(0)))
                .expectException(refused(new LogRefusal.NotFound(LOT.value())));
        Lots.barn()
                .given(frozenShrimp())
                .when(shown(reading(0, "-18"), reading(on("17-05"), "-18")))
                .expectException(refused(new LotRefusal.BeforeItExisted(LOT, on("17-05"), on("18-05"))));
    }
}
