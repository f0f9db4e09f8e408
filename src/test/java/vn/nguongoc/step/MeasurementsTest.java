package vn.nguongoc.step;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nguongoc.Farm.LOT;
import static vn.nguongoc.Farm.OTHER_LOT;
import static vn.nguongoc.Farm.PADDY;
import static vn.nguongoc.Farm.kilograms;
import static vn.nguongoc.Farm.on;
import static vn.nguongoc.Farm.percent;
import static vn.nguongoc.Refusals.refusalOf;
import static vn.nguongoc.step.Steps.check;
import static vn.nguongoc.step.Steps.flag;
import static vn.nguongoc.step.Steps.in;
import static vn.nguongoc.step.Steps.out;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nguongoc.lot.LotCommand.Drawn;
import vn.nguongoc.lot.event.Goods;
import vn.nguongoc.lot.event.Pedigree;
import vn.nguongoc.shared.Flag;

/** What is measured during a step, and how long after the harvest it began. */
class MeasurementsTest {

    private static List<Flag> measured(String kind, String product, String name, String value) {
        return check(
                kind,
                List.of(in(product, kilograms(100), "14")),
                List.of(out(product, kilograms(100), "14")),
                List.of(),
                Map.of(name, percent(value)));
    }

    @ParameterizedTest
    @CsvSource({
        "drying, paddy-st25, airCelsius, 45, 45.1",
        "packing, graded-rice, brokenPercent, 5, 5.01",
        "packing, graded-rice, foreignPercent, 0.1, 0.11",
        "packing, graded-rice, moisturePercent, 14.5, 14.6",
        "cooling, whiteleg-hoso, productCelsius, 4, 4.1",
        "freezing, whiteleg-pd, coreCelsius, -18, -17.9",
        "cold-storage, whiteleg-pd, storeCelsius, -15, -14.9",
        "cold-storage, whiteleg-pd, storeCelsius, -21, -21.1",
    })
    void a_measurement_beyond_what_is_usual_is_flagged(
            String kind, String product, String name, String usual, String unusual) {
        assertThat(measured(kind, product, name, usual)).isEmpty();
        assertThat(measured(kind, product, name, unusual)).singleElement().satisfies(doubt -> {
            assertThat(doubt.code()).isEqualTo("measurement-unusual");
            assertThat(doubt.subject()).isEqualTo(name);
            assertThat(doubt.value()).isEqualTo(percent(unusual));
            assertThat(doubt.limit()).isEqualByComparingTo(usual);
            assertThat(doubt.source()).startsWith("rules.md");
        });
    }

    @Test
    void at_most_a_fifth_of_frozen_shrimp_is_glaze() {
        assertThat(measured("freezing", "whiteleg-pd", "glazePercent", "20")).isEmpty();
        assertThat(measured("freezing", "whiteleg-pd", "glazePercent", "0")).isEmpty();
        assertThat(refusalOf(() -> measured("freezing", "whiteleg-pd", "glazePercent", "20.1")))
                .isEqualTo(new StepRefusal.MeasurementImpossible(
                        "glazePercent",
                        percent("20.1"),
                        percent("20"),
                        "rules.md shrimp (net weight without glaze, glaze ≤ 20 %) [K]"));
        assertThat(refusalOf(() -> measured("freezing", "whiteleg-pd", "glazePercent", "-0.1")))
                .isInstanceOf(StepRefusal.MeasurementImpossible.class);
    }

    @Test
    void shrimp_with_injected_matter_is_not_taken_in() {
        assertThat(measured("sorting", "whiteleg-hoso", "impuritySamplesPositive", "0"))
                .isEmpty();
        assertThat(refusalOf(() -> measured("sorting", "whiteleg-hoso", "impuritySamplesPositive", "1")))
                .isInstanceOf(StepRefusal.MeasurementImpossible.class);
    }

    @Test
    void what_the_catalogue_does_not_know_is_only_written_down() {
        assertThat(measured("storage", PADDY, "moonPhase", "3")).isEmpty();
    }

    // ---- the moisture of what is milled

    private static List<Flag> mill(String moisture) {
        return check(
                "milling",
                List.of(in(PADDY, kilograms(100), moisture)),
                List.of(out("brown-rice-st25", 80), out("husk", 20)),
                List.of());
    }

    @ParameterizedTest
    @CsvSource({"13, 12.9", "15, 15.1"})
    void paddy_is_milled_at_13_to_15_per_cent(String possible, String impossible) {
        assertThat(mill(possible)).isEmpty();
        assertThat(refusalOf(() -> mill(impossible)))
                .isEqualTo(new StepRefusal.MoistureImpossible(
                        "milling", LOT, percent(impossible), percent(possible), "rules.md 10 [K]"));
    }

    @Test
    void each_input_is() {
        var wet = new Drawn(OTHER_LOT, kilograms(100), new Goods(PADDY, percent("16"), null, null, Pedigree.UNKNOWN));
        assertThat(refusalOf(() -> check(
                        "milling",
                        List.of(in(PADDY, kilograms(100), "14"), wet),
                        List.of(out("brown-rice-st25", 160), out("husk", 40)),
                        List.of())))
                .isInstanceOf(StepRefusal.MoistureImpossible.class);
    }

    @Test
    void paddy_of_unknown_moisture_is_not_milled() {
        assertThat(refusalOf(() -> check(
                        "milling",
                        List.of(in(PADDY, 100)),
                        List.of(out("brown-rice-st25", 80), out("husk", 20)),
                        List.of())))
                .isEqualTo(new StepRefusal.MoistureMissing("milling"));
    }

    // ---- hours since the harvest; the step begins on 12 May at eight

    private static List<Flag> after(String kind, String product, OffsetDateTime harvestedAt) {
        return check(
                kind,
                List.of(in(LOT, product, kilograms(100), "14", Pedigree.of(harvestedAt))),
                List.of(out(product, kilograms(100), "14")),
                List.of());
    }

    @Test
    void drying_begins_within_a_day_of_the_harvest() {
        assertThat(after("drying", PADDY, on("11-05"))).isEmpty();
        assertThat(after("drying", PADDY, on("11-05").minusSeconds(1)))
                .containsExactly(flag("late-after-harvest", "drying", "24.0003", "24", "rules.md 10 [K]"));
        assertThat(after("drying", PADDY, on("11-05").minusHours(1)))
                .containsExactly(flag("late-after-harvest", "drying", "25.0", "24", "rules.md 10 [K]"));
    }

    @Test
    void shrimp_is_at_the_plant_within_half_a_day() {
        assertThat(after("cooling", "whiteleg-hoso", on("12-05").minusHours(12)))
                .isEmpty();
        assertThat(after("cooling", "whiteleg-hoso", on("12-05").minusHours(12).minusSeconds(360)))
                .containsExactly(
                        flag("late-after-harvest", "cooling", "12.1", "12", "rules.md shrimp (plant within 12 h) [K]"));
    }

    @Test
    void the_earliest_harvest_counts() {
        var old = in(LOT, PADDY, kilograms(50), "14", Pedigree.of(on("10-05")));
        var young = in(OTHER_LOT, PADDY, kilograms(50), "14", Pedigree.of(on("12-05")));
        assertThat(check("drying", List.of(young, old), List.of(out(PADDY, kilograms(100), "14")), List.of()))
                .containsExactly(flag("late-after-harvest", "drying", "48.0", "24", "rules.md 10 [K]"));
    }

    @Test
    void where_no_harvest_is_known_or_no_hours_are_counted_nothing_is_late() {
        assertThat(check(
                        "drying",
                        List.of(in(PADDY, kilograms(100), "14")),
                        List.of(out(PADDY, kilograms(100), "14")),
                        List.of()))
                .isEmpty();
        assertThat(after("storage", PADDY, on("10-01"))).isEmpty();
    }
}
