package vn.nguongoc.step;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nguongoc.Farm.LOT;
import static vn.nguongoc.Farm.OTHER_LOT;
import static vn.nguongoc.Farm.PADDY;
import static vn.nguongoc.Farm.kilograms;
import static vn.nguongoc.Farm.percent;
import static vn.nguongoc.Refusals.refusalOf;
import static vn.nguongoc.step.Steps.check;
import static vn.nguongoc.step.Steps.flag;
import static vn.nguongoc.step.Steps.in;
import static vn.nguongoc.step.Steps.loss;
import static vn.nguongoc.step.Steps.out;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nguongoc.lot.event.Pedigree;
import vn.nguongoc.shared.Flag;
import vn.nguongoc.shared.Mass;

/** Drying: dry matter cannot come from nowhere. The numbers are those of chain R1. */
class DryMatterRulesTest {

    private static List<Flag> dry(Mass out) {
        var in = kilograms(23_050);
        return check(
                "drying",
                List.of(in(PADDY, in, "24.5")),
                List.of(out(PADDY, out, "14.0")),
                List.of(loss("water", in.minus(out))));
    }

    @Test
    void what_r1_dried_is_possible() {
        assertThat(dry(kilograms(19_950))).isEmpty();
    }

    /** 23,050 kg · (100 − 24.5) / (100 − 14) · 1.005 = 20,336.934… kg. */
    @Test
    void drying_leaves_at_most_the_dry_matter_and_the_new_moisture() {
        assertThat(dry(new Mass(20_336_934))).isEmpty();
        assertThat(refusalOf(() -> dry(new Mass(20_336_935))))
                .isEqualTo(new StepRefusal.GainsDryMatter(
                        new Mass(20_336_935),
                        new Mass(20_336_934),
                        percent("24.5"),
                        percent("14.0"),
                        "rules.md 4 [I]"));
    }

    /** 23,050 kg · (100 − 24.5) / (100 − 14) · 0.95 = 19,223.968… kg. */
    @Test
    void more_than_five_per_cent_less_is_doubted() {
        assertThat(dry(new Mass(19_223_969))).isEmpty();
        assertThat(dry(new Mass(19_223_968)))
                .containsExactly(flag("dry-matter-unusual", null, "0.950000", "0.95", "rules.md 4 [I]"));
        assertThat(dry(kilograms(19_000)))
                .containsExactly(flag("dry-matter-unusual", null, "0.939", "0.95", "rules.md 4 [I]"));
    }

    /** 60 t at 20 % and 40 t at 25 % hold 78 t of dry matter: 90 t at 13.333… %. */
    @Test
    void what_is_dried_together_is_judged_together() {
        var wet = List.of(
                in(LOT, PADDY, kilograms(60_000), "20", Pedigree.UNKNOWN),
                in(OTHER_LOT, PADDY, kilograms(40_000), "25", Pedigree.UNKNOWN));
        var dry = List.of(out(PADDY, kilograms(45_000), "13"), out(PADDY, kilograms(45_000), "14"));
        assertThat(check("drying", wet, dry, List.of(loss("water", 10_000)))).isEmpty();
        var tooDry = List.of(out(PADDY, kilograms(45_000), "12.5"), out(PADDY, kilograms(45_000), "13"));
        assertThat(refusalOf(() -> check("drying", wet, tooDry, List.of(loss("water", 10_000)))))
                .isEqualTo(new StepRefusal.GainsDryMatter(
                        kilograms(90_000), new Mass(89_845_272), percent("22.0"), percent("12.7"), "rules.md 4 [I]"));
    }

    @Test
    void drying_needs_the_moisture_before_and_after() {
        var missing = new StepRefusal.MoistureMissing("drying");
        var water = List.of(loss("water", 10));
        assertThat(refusalOf(() ->
                        check("drying", List.of(in(PADDY, 100)), List.of(out(PADDY, kilograms(90), "14")), water)))
                .isEqualTo(missing);
        assertThat(refusalOf(() ->
                        check("drying", List.of(in(PADDY, kilograms(100), "24")), List.of(out(PADDY, 90)), water)))
                .isEqualTo(missing);
    }

    // ---- what is not dried

    private static List<Flag> keep(String step, Mass in, String moistureBefore, Mass out, String moistureAfter) {
        return check(
                step, List.of(in("paddy", in, moistureBefore)), List.of(out("paddy", out, moistureAfter)), List.of());
    }

    /** 10 t at 14 % and 10 t at 13 % would be 86 and 87 parts of dry matter: 1.0116 times as much. */
    @ParameterizedTest
    @ValueSource(strings = {"transport", "storage", "blending"})
    void paddy_does_not_dry_by_being_carried_stored_or_mixed(String step) {
        var tonnes = kilograms(10_000);
        var source = "rules.md 4 (what is not dried) [I]";
        assertThat(keep(step, tonnes, "14", tonnes, "13.57")).isEmpty();
        assertThat(keep(step, tonnes, "14", tonnes, "13.56"))
                .containsExactly(flag("dry-matter-unusual", null, "1.0051", "1.005", source));
        assertThat(keep(step, tonnes, "14", tonnes, "12.28")).hasSize(1);
        assertThat(refusalOf(() -> keep(step, tonnes, "14", tonnes, "12.27")))
                .isEqualTo(new StepRefusal.GainsDryMatter(
                        tonnes, new Mass(9_998_860), percent("14.0"), percent("12.3"), source));
    }

    @ParameterizedTest
    @ValueSource(strings = {"transport", "storage", "blending"})
    void where_nobody_measured_the_moisture_nothing_is_said_of_it(String step) {
        assertThat(check(step, List.of(in("paddy", 100)), List.of(out("paddy", kilograms(100), "14")), List.of()))
                .isEmpty();
        assertThat(check(step, List.of(in("paddy", kilograms(100), "24")), List.of(out("paddy", 100)), List.of()))
                .isEmpty();
    }
}
