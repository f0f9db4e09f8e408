package vn.nguongoc.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static vn.nguongoc.Farm.LOT;
import static vn.nguongoc.Farm.PADDY;
import static vn.nguongoc.Farm.kilograms;
import static vn.nguongoc.Farm.percent;
import static vn.nguongoc.Refusals.refusalOf;
import static vn.nguongoc.step.Steps.check;
import static vn.nguongoc.step.Steps.in;
import static vn.nguongoc.step.Steps.loss;
import static vn.nguongoc.step.Steps.other;
import static vn.nguongoc.step.Steps.out;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.nguongoc.shared.Mass;

/** What every step keeps to. */
class StepRulesTest {

    // ---- outputs + losses = inputs ± 0.5 %

    private static void storeTenTonnes(Mass out) {
        check("storage", List.of(in(PADDY, kilograms(10_000), null)), List.of(out(PADDY, out, null)), List.of());
    }

    @Test
    void the_scales_may_be_half_a_per_cent_apart() {
        assertThatCode(() -> storeTenTonnes(kilograms(9_950))).doesNotThrowAnyException();
        assertThatCode(() -> storeTenTonnes(kilograms(10_050))).doesNotThrowAnyException();
    }

    @Test
    void the_scales_may_be_no_gram_further_apart() {
        assertThat(refusalOf(() -> storeTenTonnes(new Mass(9_949_999))))
                .isEqualTo(new StepRefusal.DoesNotBalance(
                        kilograms(10_000), new Mass(9_949_999), Mass.ZERO, percent("0.5"), "rules.md 1 [I]"));
        assertThat(refusalOf(() -> storeTenTonnes(new Mass(10_050_001))))
                .isInstanceOf(StepRefusal.DoesNotBalance.class);
    }

    // ---- where each product stays what it is

    @Test
    void in_a_store_no_product_grows_at_the_cost_of_another() {
        var both = List.of(in("head-rice", 100), other("bran", 100));
        assertThatCode(() -> check("storage", both, List.of(out("head-rice", 100), out("bran", 100)), List.of()))
                .doesNotThrowAnyException();
        assertThatCode(() -> check(
                        "storage",
                        both,
                        List.of(out("head-rice", new Mass(100_500), null), out("bran", 99)),
                        List.of()))
                .doesNotThrowAnyException();
        assertThat(refusalOf(() -> check(
                        "storage",
                        both,
                        List.of(out("head-rice", new Mass(100_501), null), out("bran", 99)),
                        List.of())))
                .isEqualTo(new StepRefusal.MoreThanWentIn(
                        "head-rice", new Mass(100_501), kilograms(100), percent("0.5"), "rules.md 1 [I]"));
    }

    @Test
    void headless_shrimp_is_not_made_of_whole_shrimp_by_cooling_it() {
        var both = List.of(in("black-tiger-hoso", 99), other("black-tiger-hlso", 1));
        assertThat(refusalOf(() -> check("cooling", both, List.of(out("black-tiger-hlso", 100)), List.of())))
                .isInstanceOf(StepRefusal.MoreThanWentIn.class);
    }

    @Test
    void what_is_blended_stays_what_it_was() {
        assertThatCode(() -> check(
                        "blending",
                        List.of(in("paddy", 50), other("paddy", 50)),
                        List.of(out("paddy", 100)),
                        List.of()))
                .doesNotThrowAnyException();
        assertThat(refusalOf(() -> check(
                        "blending",
                        List.of(in("paddy", 50), other("paddy", 50)),
                        List.of(out("graded-rice", 100)),
                        List.of())))
                .isEqualTo(new StepRefusal.DoesNotMake("blending", "graded-rice", List.of("paddy")));
    }

    // ---- what a kind of step takes, makes and loses

    @Test
    void a_mill_takes_no_bran() {
        assertThat(refusalOf(() -> check(
                        "milling",
                        List.of(in("bran", kilograms(1), null)),
                        List.of(out("husk", kilograms(1), null)),
                        List.of())))
                .isEqualTo(new StepRefusal.DoesNotTake("milling", "bran", List.of("paddy", PADDY)));
    }

    @Test
    void a_dryer_makes_no_rice() {
        assertThat(refusalOf(() -> check(
                        "drying",
                        List.of(in(PADDY, kilograms(1), "20")),
                        List.of(out("head-rice-st25", kilograms(1), "14")),
                        List.of())))
                .isEqualTo(new StepRefusal.DoesNotMake("drying", "head-rice-st25", List.of(PADDY)));
    }

    @Test
    void a_store_loses_no_water() {
        assertThat(refusalOf(() -> check(
                        "storage",
                        List.of(in(PADDY, kilograms(10), null)),
                        List.of(out(PADDY, kilograms(9), null)),
                        List.of(loss("water", kilograms(1))))))
                .isEqualTo(new StepRefusal.DoesNotLose("storage", "water", List.of("storage")));
    }

    @Test
    void a_mill_makes_something_and_whoever_destroys_goods_does_not() {
        assertThat(refusalOf(() -> check("milling", List.of(in(PADDY, kilograms(1), "14")), List.of(), List.of())))
                .isEqualTo(new StepRefusal.NothingCameOut("milling"));
        assertThatCode(() -> check("disposal", List.of(in(PADDY, 10)), List.of(), List.of(loss("destroyed", 10))))
                .doesNotThrowAnyException();
        assertThat(refusalOf(() -> check("disposal", List.of(in(PADDY, 10)), List.of(out(PADDY, 10)), List.of())))
                .isEqualTo(new StepRefusal.DoesNotMake("disposal", PADDY, List.of()));
    }

    @Test
    void a_sample_does_not_come_back() {
        assertThatCode(() -> check("sampling", List.of(in(PADDY, 2)), List.of(), List.of(loss("sample", 2))))
                .doesNotThrowAnyException();
        assertThat(refusalOf(() ->
                        check("sampling", List.of(in(PADDY, 2)), List.of(out(PADDY, 1)), List.of(loss("sample", 1)))))
                .isEqualTo(new StepRefusal.DoesNotMake("sampling", PADDY, List.of()));
    }

    @Test
    void nothing_is_sampled_without_a_trace() {
        assertThat(refusalOf(() -> check("sampling", List.of(in(PADDY, 2)), List.of(), List.of())))
                .isInstanceOf(StepRefusal.DoesNotBalance.class);
    }

    @Test
    void a_lot_goes_in_once() {
        assertThat(refusalOf(() -> check(
                        "storage",
                        List.of(in(PADDY, kilograms(5), null), in(PADDY, kilograms(5), null)),
                        List.of(out(PADDY, kilograms(10), null)),
                        List.of())))
                .isEqualTo(new StepRefusal.LotDrawnTwice(LOT));
    }
}
