package vn.nguongoc.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nguongoc.Farm.HOA_TU;
import static vn.nguongoc.Farm.HO_DAC_KIEN;
import static vn.nguongoc.Farm.P1;
import static vn.nguongoc.Farm.on;
import static vn.nguongoc.Refusals.refused;
import static vn.nguongoc.plot.Seasons.WHITELEG;
import static vn.nguongoc.plot.Seasons.closed;
import static vn.nguongoc.plot.Seasons.flag;
import static vn.nguongoc.plot.Seasons.pond;
import static vn.nguongoc.plot.Seasons.shrimp;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.plot.PlotCommand.MeasureWater;
import vn.nguongoc.plot.event.PlotEvent.WaterMeasured;
import vn.nguongoc.plot.event.PlotEvent.WaterReading;
import vn.nguongoc.shared.Flag;
import vn.nguongoc.shared.Vietnam;

class WaterTest extends PlotTest {
    private static final String SOURCE = "rules.md water [K]";
    private static final OffsetDateTime MORNING = on("01-04");

    private static WaterReading reading(OffsetDateTime at, String parameter, String value) {
        return new WaterReading(at, Map.of(parameter, new BigDecimal(value)));
    }

    private static WaterReading ph(OffsetDateTime at, String value) {
        return reading(at, "ph", value);
    }

    private static MeasureWater measuring(WaterReading... readings) {
        return measuring(List.of(readings));
    }

    private static MeasureWater measuring(List<WaterReading> readings) {
        return new MeasureWater(P1, HO_DAC_KIEN, "probe-1", readings, on("02-04"));
    }

    private static WaterMeasured measured(@Nullable Integer cycle, List<WaterReading> readings, Flag... flags) {
        return new WaterMeasured(P1, cycle, "probe-1", readings, List.of(flags), on("02-04"));
    }

    private static Flag water(String code, String parameter, String value, String limit) {
        return flag(code, parameter, value, limit, SOURCE);
    }

    private void expect(List<WaterReading> readings, Flag... flags) {
        farm.given(pond(), shrimp(1, WHITELEG, 200_000, "01-03"))
                .when(measuring(readings))
                .expectEvents(measured(1, readings, flags));
    }

    // ---- limits

    @ParameterizedTest
    @CsvSource({
        "temperature,26",
        "temperature,32",
        "ph,7.5",
        "ph,8.5",
        "dissolvedOxygen,4",
        "salinity,5",
        "salinity,30",
        "alkalinity,80",
        "alkalinity,180",
        "ammonia,0.1",
        "nitrite,1",
        "hydrogenSulphide,0.02",
        "transparency,30",
        "transparency,45"
    })
    void good_water_is_no_doubt(String parameter, String value) {
        expect(List.of(reading(MORNING, parameter, value)));
    }

    @ParameterizedTest
    @CsvSource({
        "temperature,25.9,26",
        "temperature,32.1,32",
        "temperature,24,26",
        "temperature,34,32",
        "ph,7.49,7.5",
        "ph,8.51,8.5",
        "ph,7,7.5",
        "ph,9,8.5",
        "dissolvedOxygen,3.9,4",
        "dissolvedOxygen,3,4",
        "salinity,4.9,5",
        "salinity,2,5",
        "salinity,30.1,30",
        "salinity,35,30",
        "alkalinity,79,80",
        "alkalinity,60,80",
        "alkalinity,181,180",
        "alkalinity,999,180",
        "ammonia,0.11,0.1",
        "ammonia,0.3,0.1",
        "nitrite,1.1,1",
        "nitrite,5,1",
        "hydrogenSulphide,0.021,0.02",
        "hydrogenSulphide,0.05,0.02",
        "transparency,29,30",
        "transparency,300,45"
    })
    void unusual_water_is_a_doubt(String parameter, String value, String limit) {
        expect(List.of(reading(MORNING, parameter, value)), water("water-unusual", parameter, value, limit));
    }

    @ParameterizedTest
    @CsvSource({
        "temperature,23.9,24", "temperature,34.1,34", "ph,6.99,7", "ph,9.01,9", "dissolvedOxygen,2.9,3",
        "salinity,1.9,2", "salinity,35.1,35", "alkalinity,59,60", "ammonia,0.31,0.3", "nitrite,5.1,5",
        "hydrogenSulphide,0.051,0.05"
    })
    void water_in_which_animals_die_is_an_alarm(String parameter, String value, String limit) {
        expect(List.of(reading(MORNING, parameter, value)), water("water-alarm", parameter, value, limit));
    }

    @ParameterizedTest
    @CsvSource({"ph,0", "ph,14", "temperature,50"})
    void a_probe_can_show_all_that_there_is(String parameter, String value) {
        farm.given(pond(), shrimp(1, WHITELEG, 200_000, "01-03"))
                .when(measuring(reading(MORNING, parameter, value)))
                .expectSuccessfulHandlerExecution();
    }

    @ParameterizedTest
    @CsvSource({"ph,14.1,14,–", "ph,-0.1,0,–", "temperature,50.1,50,°C", "salinity,80.1,80,‰"})
    void beyond_that_it_is_a_typing_error(String parameter, String value, String limit, String unit) {
        farm.given(pond(), shrimp(1, WHITELEG, 200_000, "01-03"))
                .when(measuring(reading(MORNING, parameter, value)))
                .expectException(refused(new PlotRefusal.NotMeasurable(
                        parameter, new BigDecimal(value), new BigDecimal(limit), unit, SOURCE)))
                .expectNoEvents();
    }

    @Test
    void a_parameter_is_one_of_the_catalogue() {
        farm.given(pond())
                .when(measuring(ph(MORNING, "8"), reading(MORNING, "colour", "1")))
                .expectException(refused(new PlotRefusal.UnknownWaterParameter(
                        "colour",
                        List.of(
                                "alkalinity",
                                "ammonia",
                                "dissolvedOxygen",
                                "hydrogenSulphide",
                                "nitrite",
                                "ph",
                                "salinity",
                                "temperature",
                                "transparency"))))
                .expectNoEvents();
    }

    @Test
    void others_measure_nothing() {
        farm.given(pond())
                .when(new MeasureWater(P1, HOA_TU, null, List.of(ph(MORNING, "8")), on("02-04")))
                .expectException(refused(new LogRefusal.NotFound(P1.value())));
    }

    // ---- the worst

    private static List<WaterReading> days(String parameter, String... values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> reading(MORNING.plusDays(i), parameter, values[i]))
                .toList();
    }

    @Test
    void of_each_parameter_the_worst_is_told() {
        expect(days("salinity", "31", "4.5", "33"), water("water-unusual", "salinity", "33", "30"));
        expect(days("salinity", "34", "4.5", "33"), water("water-unusual", "salinity", "34", "30"));
    }

    @Test
    void an_alarm_is_worse_than_anything_unusual() {
        expect(days("salinity", "1.9", "33"), water("water-alarm", "salinity", "1.9", "2"));
        expect(days("salinity", "33", "1.9"), water("water-alarm", "salinity", "1.9", "2"));
    }

    @Test
    void of_several_parameters_each_is_told() {
        var reading =
                new WaterReading(MORNING, Map.of("salinity", new BigDecimal("33"), "ammonia", new BigDecimal("0.4")));
        expect(
                List.of(reading),
                water("water-alarm", "ammonia", "0.4", "0.3"),
                water("water-unusual", "salinity", "33", "30"));
    }

    // ---- swings

    @Test
    void ph_may_move_by_half_in_a_day() {
        expect(List.of(ph(MORNING, "7.6"), ph(MORNING.plusHours(6), "8.1"), ph(MORNING.plusHours(8), "7.9")));
    }

    @Test
    void ph_that_moves_by_more_is_a_doubt() {
        expect(
                List.of(ph(MORNING, "7.6"), ph(MORNING.plusHours(6), "8.2"), ph(MORNING.plusHours(8), "7.9")),
                water("water-swing", "ph", "0.6", "0.5"));
    }

    @Test
    void the_widest_day_is_told() {
        expect(
                List.of(
                        ph(MORNING, "7.6"),
                        ph(MORNING.plusHours(6), "8.2"),
                        ph(MORNING.plusDays(1), "7.6"),
                        ph(MORNING.plusHours(30), "8.4")),
                water("water-swing", "ph", "0.8", "0.5"));
    }

    @Test
    void from_one_day_to_the_next_it_may_move() {
        expect(List.of(ph(MORNING, "7.6"), ph(MORNING.plusDays(1), "8.4")));
    }

    @Test
    void temperature_may_swing() {
        expect(List.of(reading(MORNING, "temperature", "26"), reading(MORNING.plusHours(6), "temperature", "32")));
    }

    @Test
    void readings_that_come_one_by_one_swing_as_well() {
        var before = measured(1, List.of(ph(MORNING, "7.6"), ph(MORNING.plusHours(1), "7.8")));
        var noon = List.of(ph(MORNING.plusHours(6), "8.2"));
        farm.given(pond(), shrimp(1, WHITELEG, 200_000, "01-03"), before)
                .when(measuring(noon))
                .expectEvents(measured(1, noon, water("water-swing", "ph", "0.6", "0.5")));
        var calm = List.of(ph(MORNING.plusHours(6), "8.1"));
        farm.given(pond(), shrimp(1, WHITELEG, 200_000, "01-03"), before)
                .when(measuring(calm))
                .expectEvents(measured(1, calm));
        var nextDay = List.of(ph(MORNING.plusDays(1), "8.2"));
        farm.given(pond(), shrimp(1, WHITELEG, 200_000, "01-03"), before)
                .when(measuring(nextDay))
                .expectEvents(measured(1, nextDay));
    }

    @Test
    void a_swing_is_told_again_only_when_it_grows() {
        var before = measured(1, List.of(ph(MORNING, "7.6"), ph(MORNING.plusHours(6), "8.2")));
        var within = List.of(ph(MORNING.plusHours(8), "8.0"));
        farm.given(pond(), shrimp(1, WHITELEG, 200_000, "01-03"), before)
                .when(measuring(within))
                .expectEvents(measured(1, within));
        var wider = List.of(ph(MORNING.plusHours(8), "8.3"));
        farm.given(pond(), shrimp(1, WHITELEG, 200_000, "01-03"), before)
                .when(measuring(wider))
                .expectEvents(measured(1, wider, water("water-swing", "ph", "0.7", "0.5")));
    }

    // ---- many

    private static List<WaterReading> many(int readings) {
        return IntStream.range(0, readings)
                .mapToObj(i -> ph(MORNING.plusDays(i), "8"))
                .toList();
    }

    @Test
    void readings_come_in_any_order_and_are_stored_in_that_of_time() {
        var readings = new ArrayList<>(many(3));
        var sorted = List.copyOf(readings);
        Collections.reverse(readings);
        farm.given(pond(), shrimp(1, WHITELEG, 200_000, "01-03"))
                .when(measuring(readings))
                .expectEvents(measured(1, sorted));
    }

    @Test
    void two_hundred_readings_are_one_event_and_one_more_is_another() {
        expect(many(200));
        var all = many(201);
        farm.given(pond(), shrimp(1, WHITELEG, 200_000, "01-03"))
                .when(measuring(all))
                .expectEvents(measured(1, all.subList(0, 200)), measured(1, all.subList(200, 201)));
    }

    @Test
    void a_day_that_two_events_share_swings_all_the_same() {
        var all = new ArrayList<>(many(199));
        var day = MORNING.plusDays(199);
        all.add(ph(day, "7.6"));
        all.add(ph(day.plusHours(6), "8.2"));
        farm.given(pond(), shrimp(1, WHITELEG, 200_000, "01-03"))
                .when(measuring(all))
                .expectEvents(
                        measured(1, all.subList(0, 200)),
                        measured(1, all.subList(200, 201), water("water-swing", "ph", "0.6", "0.5")));
    }

    // ---- whose water it was

    @Test
    void water_is_measured_for_the_cycle_of_its_time() {
        var reading = List.of(ph(MORNING, "8"));
        farm.given(pond()).when(measuring(reading)).expectEvents(measured(null, reading));
        farm.given(pond(), shrimp(1, WHITELEG, 200_000, "01-03"), closed(1, "01-04"), shrimp(2, WHITELEG, 1, "02-04"))
                .when(measuring(reading))
                .expectEvents(measured(1, reading));
        farm.given(pond(), shrimp(1, WHITELEG, 200_000, "01-03"), closed(1, "31-03"), shrimp(2, WHITELEG, 1, "02-04"))
                .when(measuring(reading))
                .expectEvents(measured(null, reading));
        farm.given(pond(), shrimp(1, WHITELEG, 200_000, "01-03"), closed(1, "31-03"), shrimp(2, WHITELEG, 1, "01-04"))
                .when(measuring(reading))
                .expectEvents(measured(2, reading));
    }

    // ---- what is remembered

    private static Water after(WaterReading... readings) {
        return Water.UNKNOWN.with(List.of(readings));
    }

    @Test
    void the_latest_reading_of_the_latest_day_counts_in_whatever_order_they_come() {
        var early = reading(MORNING, "salinity", "3");
        var late = reading(MORNING.plusHours(6), "salinity", "5");
        var next = reading(MORNING.plusDays(1), "salinity", "4");
        for (var water :
                List.of(after(early, late), after(late, early), after(late).with(List.of(early)))) {
            assertThat(water.salinity(Vietnam.day(MORNING))).isEqualTo("5");
            var day = water.on(Vietnam.day(MORNING), "salinity").orElseThrow();
            assertThat(day.least()).isEqualTo("3");
            assertThat(day.most()).isEqualTo("5");
        }
        for (var water : List.of(after(early, next), after(next, early))) {
            assertThat(water.salinity(Vietnam.day(MORNING.plusDays(9)))).isEqualTo("4");
            assertThat(water.on(Vietnam.day(MORNING.plusDays(1)), "salinity")
                            .orElseThrow()
                            .least())
                    .isEqualTo("4");
            assertThat(water.on(Vietnam.day(MORNING), "salinity")).isEmpty();
            assertThat(water.salinity(Vietnam.day(MORNING))).isNull();
        }
        assertThat(Water.UNKNOWN.salinity(Vietnam.day(MORNING))).isNull();
    }
}
