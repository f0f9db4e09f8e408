package vn.nguongoc.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static vn.nguongoc.Farm.CATALOGUE;
import static vn.nguongoc.Farm.LOT;
import static vn.nguongoc.Farm.OTHER_LOT;
import static vn.nguongoc.Farm.PADDY;
import static vn.nguongoc.Farm.kilograms;
import static vn.nguongoc.Farm.on;
import static vn.nguongoc.Farm.percent;
import static vn.nguongoc.Refusals.refusalOf;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.nguongoc.lot.LotCommand.Drawn;
import vn.nguongoc.lot.event.Goods;
import vn.nguongoc.lot.event.Pedigree;
import vn.nguongoc.shared.Flag;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.step.event.StepEvent.Loss;
import vn.nguongoc.step.event.StepEvent.Output;

/** The numbers of chain R1 and what lies just beyond them. */
class StepRulesTest {

    private static List<Flag> check(String kind, List<Drawn> in, List<Output> out, List<Loss> lost) {
        return check(kind, in, out, lost, Map.of());
    }

    private static List<Flag> check(
            String kind, List<Drawn> in, List<Output> out, List<Loss> lost, Map<String, BigDecimal> measured) {
        return new StepRules(CATALOGUE.step(kind).orElseThrow(), CATALOGUE)
                .check(new Done(in, out, lost, measured, on("12-05")));
    }

    private static Drawn in(String product, Mass quantity, @Nullable String moisture) {
        return new Drawn(
                LOT,
                quantity,
                new Goods(product, moisture == null ? null : percent(moisture), null, null, Pedigree.UNKNOWN));
    }

    private static Output out(String product, Mass quantity, @Nullable String moisture) {
        return new Output(OTHER_LOT, product, quantity, moisture == null ? null : percent(moisture), null, null, null);
    }

    private static Loss loss(String kind, Mass quantity) {
        return new Loss(kind, quantity);
    }

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

    // ---- drying: dry matter cannot come from nowhere

    private static void dry(Mass out) {
        var in = kilograms(23_050);
        check(
                "drying",
                List.of(in(PADDY, in, "24.5")),
                List.of(out(PADDY, out, "14.0")),
                List.of(loss("water", in.minus(out))));
    }

    @Test
    void what_r1_dried_is_possible() {
        assertThatCode(() -> dry(kilograms(19_950))).doesNotThrowAnyException();
    }

    /** 23,050 kg · (100 − 24.5) / (100 − 14) · 1.005 = 20,336.934… kg. */
    @Test
    void drying_leaves_at_most_the_dry_matter_and_the_new_moisture() {
        assertThatCode(() -> dry(new Mass(20_336_934))).doesNotThrowAnyException();
        assertThat(refusalOf(() -> dry(new Mass(20_336_935))))
                .isEqualTo(new StepRefusal.GainsDryMatter(
                        new Mass(20_336_935),
                        new Mass(20_336_934),
                        percent("24.5"),
                        percent("14.0"),
                        "rules.md 4 [I]"));
    }

    @Test
    void drying_needs_the_moisture() {
        assertThat(refusalOf(() -> check(
                        "drying",
                        List.of(in(PADDY, kilograms(100), null)),
                        List.of(out(PADDY, kilograms(90), "14")),
                        List.of(loss("water", kilograms(10))))))
                .isEqualTo(new StepRefusal.MoistureMissing("drying"));
    }

    // ---- milling: what paddy yields

    private static void millTenTonnes(long head, long broken) {
        var rest = 10_000 - head - broken - 1_000;
        check(
                "milling",
                List.of(in(PADDY, kilograms(10_000), "14")),
                List.of(
                        out("head-rice-st25", kilograms(head), null),
                        out("broken-rice-st25", kilograms(broken), null),
                        out("bran", kilograms(1_000), null),
                        out("husk", kilograms(rest), null)),
                List.of());
    }

    @Test
    void three_quarters_of_paddy_can_be_white_rice() {
        assertThatCode(() -> millTenTonnes(6_000, 1_500)).doesNotThrowAnyException();
    }

    @Test
    void no_more_than_three_quarters_of_paddy_can_be_white_rice() {
        assertThat(refusalOf(() -> millTenTonnes(6_000, 1_501)))
                .isEqualTo(new StepRefusal.ShareImpossible(
                        "milling",
                        List.of("broken-rice", "broken-rice-st25", "head-rice", "head-rice-st25"),
                        kilograms(7_501),
                        kilograms(7_500),
                        percent("75"),
                        "rules.md 5 (white rice) [V]"));
    }

    @Test
    void no_more_than_65_per_cent_of_paddy_can_be_head_rice() {
        assertThatCode(() -> millTenTonnes(6_500, 500)).doesNotThrowAnyException();
        assertThat(refusalOf(() -> millTenTonnes(6_501, 500))).isInstanceOf(StepRefusal.ShareImpossible.class);
    }

    private static void millBrown(long brown) {
        check(
                "milling",
                List.of(in(PADDY, kilograms(10_000), "14")),
                List.of(out("brown-rice-st25", kilograms(brown), null), out("husk", kilograms(10_000 - brown), null)),
                List.of());
    }

    @Test
    void no_more_than_82_per_cent_of_paddy_can_be_brown_rice() {
        assertThatCode(() -> millBrown(8_200)).doesNotThrowAnyException();
        assertThat(refusalOf(() -> millBrown(8_201))).isInstanceOf(StepRefusal.ShareImpossible.class);
    }

    private static void carry(long lost) {
        check(
                "transport",
                List.of(in(PADDY, kilograms(10_000), "24")),
                List.of(out(PADDY, kilograms(10_000 - lost), "24")),
                List.of(loss("handling", kilograms(lost))));
    }

    @Test
    void no_more_than_one_per_cent_falls_off_the_boat() {
        assertThatCode(() -> carry(100)).doesNotThrowAnyException();
        assertThat(refusalOf(() -> carry(101))).isInstanceOf(StepRefusal.ShareImpossible.class);
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
    void a_lot_goes_in_once() {
        assertThat(refusalOf(() -> check(
                        "storage",
                        List.of(in(PADDY, kilograms(5), null), in(PADDY, kilograms(5), null)),
                        List.of(out(PADDY, kilograms(10), null)),
                        List.of())))
                .isEqualTo(new StepRefusal.LotDrawnTwice(LOT));
    }
}
