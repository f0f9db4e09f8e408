package vn.nguongoc.step;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nguongoc.Farm.PADDY;
import static vn.nguongoc.Farm.kilograms;
import static vn.nguongoc.Farm.percent;
import static vn.nguongoc.Refusals.refusalOf;
import static vn.nguongoc.step.Steps.check;
import static vn.nguongoc.step.Steps.flag;
import static vn.nguongoc.step.Steps.in;
import static vn.nguongoc.step.Steps.loss;
import static vn.nguongoc.step.Steps.other;
import static vn.nguongoc.step.Steps.out;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.nguongoc.Farm;
import vn.nguongoc.catalogue.StepKind;
import vn.nguongoc.lot.LotCommand.Drawn;
import vn.nguongoc.shared.Flag;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.step.event.StepEvent.Output;

/** What can be made of what, and what usually is: ten tonnes go in, and grams decide. */
class ShareRulesTest {
    private static final String WHITE = "broken-rice, broken-rice-st25, head-rice, head-rice-st25";
    private static final String DOUBTED_WHITE = "rules.md 5 (white rice, doubted above 72 %) [I]";
    private static final List<String> EDIBLE =
            List.of("broken-rice", "broken-rice-st25", "brown-rice", "brown-rice-st25", "head-rice", "head-rice-st25");
    private static final String ALL_BUT_HUSK = "rules.md 5 (all that is not husk was brown rice) [K]";
    private static final List<String> PEELED =
            List.of("black-tiger-pd", "black-tiger-pto", "whiteleg-pd", "whiteleg-pto");
    private static final String HUSK = "rules.md rice (husk 19–23 %) [K]";
    private static final long TEN_TONNES = 10_000_000;

    // ---- storing

    private static List<Flag> store(long days, long lostGrams) {
        var storage = new ShareRules(Farm.CATALOGUE.step("storage").orElseThrow());
        var end = Farm.on("12-05");
        return storage.check(new Done(
                List.of(in(PADDY, 1_000)),
                List.of(),
                List.of(loss("storage", new Mass(lostGrams))),
                Map.of(),
                end.minusDays(days),
                end));
    }

    private static Flag stolen(String percent, String limit) {
        var source = "rules.md rice (storage loss ≤ 0.5 % for each month begun) [K]";
        return flag("share-unusual", "storage", percent, limit, source);
    }

    @Test
    void half_a_per_cent_is_lost_in_a_month_of_storage_and_in_less() {
        assertThat(store(0, 5_000)).isEmpty();
        assertThat(store(30, 5_000)).isEmpty();
        assertThat(store(30, 5_001)).containsExactly(stolen("0.5001", "0.5"));
        assertThat(store(6, 900_000)).containsExactly(stolen("90.0", "0.5"));
    }

    @Test
    void each_month_begun_may_cost_as_much_again() {
        assertThat(store(31, 10_000)).isEmpty();
        assertThat(store(60, 10_001)).containsExactly(stolen("1.0001", "1.0"));
        assertThat(store(61, 15_000)).isEmpty();
    }

    // ---- milling

    /** Ten tonnes of paddy; what is left over is husk up to 19 %, then bran up to 10 %, then husk again. */
    private static List<Flag> mill(Output... white) {
        var outputs = new ArrayList<>(List.of(white));
        var rest = TEN_TONNES
                - outputs.stream().mapToLong(it -> it.quantity().grams()).sum();
        var bran = Math.clamp(rest - TEN_TONNES / 100 * 19, 0, TEN_TONNES / 10);
        outputs.add(out("bran", new Mass(bran), null));
        outputs.add(out("husk", new Mass(rest - bran), null));
        return check("milling", List.of(in(PADDY, kilograms(10_000), "14")), outputs, List.of());
    }

    private static Output head(long grams) {
        return out("head-rice-st25", new Mass(grams), null);
    }

    private static Output broken(long grams) {
        return out("broken-rice-st25", new Mass(grams), null);
    }

    @Test
    void up_to_72_per_cent_white_rice_is_usual_and_a_gram_more_is_not() {
        assertThat(mill(head(6_000_000), broken(1_200_000))).isEmpty();
        assertThat(mill(head(6_000_000), broken(1_200_001)))
                .containsExactly(flag("share-unusual", WHITE, "72.00001", "72", DOUBTED_WHITE));
        assertThat(mill(head(6_000_000), broken(1_210_000)))
                .containsExactly(flag("share-unusual", WHITE, "72.1", "72", DOUBTED_WHITE));
    }

    @Test
    void three_quarters_of_paddy_can_be_white_rice_and_not_a_gram_more() {
        assertThat(mill(head(6_000_000), broken(1_500_000))).hasSize(1);
        assertThat(refusalOf(() -> mill(head(6_000_000), broken(1_500_001))))
                .isEqualTo(new StepRefusal.ShareImpossible(
                        "milling",
                        List.of("broken-rice", "broken-rice-st25", "head-rice", "head-rice-st25"),
                        new Mass(7_500_001),
                        kilograms(7_500),
                        percent("75"),
                        "rules.md 5 (white rice 60–75 %) [V]"));
    }

    @Test
    void it_makes_no_difference_under_which_names() {
        assertThat(refusalOf(() -> mill(
                        head(3_000_000),
                        out("head-rice", kilograms(3_000), null),
                        broken(750_000),
                        out("broken-rice", new Mass(750_001), null))))
                .isInstanceOf(StepRefusal.ShareImpossible.class);
    }

    @Test
    void up_to_60_per_cent_head_rice_is_usual_65_is_possible_and_not_a_gram_more() {
        assertThat(mill(head(6_000_000))).extracting(Flag::subject).doesNotContain("head-rice, head-rice-st25");
        assertThat(mill(head(6_000_001)))
                .contains(flag(
                        "share-unusual", "head-rice, head-rice-st25", "60.00001", "60", "rules.md 5 (head rice) [K]"));
        assertThat(mill(head(6_500_000))).isNotEmpty();
        assertThat(refusalOf(() -> mill(head(6_500_001))))
                .isEqualTo(new StepRefusal.ShareImpossible(
                        "milling",
                        List.of("head-rice", "head-rice-st25"),
                        new Mass(6_500_001),
                        kilograms(6_500),
                        percent("65"),
                        "rules.md 5 (head rice) [K]"));
    }

    private static List<Flag> millBrown(long grams) {
        return check(
                "milling",
                List.of(in(PADDY, kilograms(10_000), "14")),
                List.of(out("brown-rice-st25", new Mass(grams), null), out("husk", new Mass(TEN_TONNES - grams), null)),
                List.of());
    }

    @Test
    void paddy_can_be_82_per_cent_brown_rice_and_not_a_gram_more() {
        assertThat(millBrown(8_200_000)).containsExactly(flag("share-unusual", "husk", "18.0", "19", HUSK));
        assertThat(refusalOf(() -> millBrown(8_200_001)))
                .isEqualTo(new StepRefusal.ShareImpossible(
                        "milling", EDIBLE, new Mass(8_200_001), kilograms(8_200), percent("82"), ALL_BUT_HUSK));
    }

    @Test
    void where_less_than_19_per_cent_is_husk_something_else_went_in() {
        assertThat(millBrown(8_100_000)).isEmpty();
        assertThat(millBrown(8_100_001)).containsExactly(flag("share-unusual", "husk", "18.99999", "19", HUSK));
    }

    @Test
    void up_to_18_per_cent_broken_rice_is_usual_and_a_gram_more_is_not() {
        assertThat(mill(head(5_000_000), broken(1_800_000)))
                .extracting(Flag::subject)
                .doesNotContain("broken-rice, broken-rice-st25");
        assertThat(mill(head(5_000_000), broken(1_800_001)))
                .contains(flag(
                        "share-unusual",
                        "broken-rice, broken-rice-st25",
                        "18.00001",
                        "18",
                        "rules.md rice (broken 8–18 %) [K]"));
    }

    private static List<Flag> millBoth(long white) {
        return check(
                "milling",
                List.of(in(PADDY, kilograms(10_000), "14")),
                List.of(
                        out("brown-rice-st25", kilograms(4_200), null),
                        head(white),
                        out("husk", new Mass(5_800_000 - white), null)),
                List.of());
    }

    @Test
    void white_rice_was_brown_rice_before_so_both_together_are_no_more() {
        assertThat(millBoth(4_000_000)).extracting(Flag::subject).containsExactly("husk");
        assertThat(refusalOf(() -> millBoth(4_000_001)))
                .isEqualTo(new StepRefusal.ShareImpossible(
                        "milling", EDIBLE, new Mass(8_200_001), kilograms(8_200), percent("82"), ALL_BUT_HUSK));
    }

    private static List<Flag> whiten(Output... white) {
        var outputs = new ArrayList<>(List.of(white));
        var rest = TEN_TONNES
                - outputs.stream().mapToLong(it -> it.quantity().grams()).sum();
        outputs.add(out("bran", new Mass(rest), null));
        return check("whitening", List.of(in("brown-rice-st25", 10_000)), outputs, List.of());
    }

    @Test
    void what_was_milled_brown_gives_no_more_white_rice_than_paddy_does() {
        assertThat(whiten(head(7_930_000), broken(1_220_000))).isEmpty();
        assertThat(whiten(head(7_000_000), broken(2_150_001)))
                .containsExactly(flag(
                        "share-unusual",
                        WHITE,
                        "91.50001",
                        "91.5",
                        "rules.md 5 (white 75 % ÷ brown 82 % of paddy) [I]"));
        assertThat(whiten(head(7_930_001)))
                .containsExactly(flag(
                        "share-unusual",
                        "head-rice, head-rice-st25",
                        "79.30001",
                        "79.3",
                        "rules.md 5 (head 65 % ÷ brown 82 % of paddy) [I]"));
        assertThat(whiten(head(7_000_000), broken(2_500_000))).hasSize(1);
        assertThat(refusalOf(() -> whiten(head(7_000_000), broken(2_500_001))))
                .isInstanceOf(StepRefusal.ShareImpossible.class);
    }

    private static List<Flag> millWith(long bran, long husk, long unexplained) {
        var rest = 10_000 - bran - husk - unexplained;
        return check(
                "milling",
                List.of(in(PADDY, kilograms(10_000), "14")),
                List.of(out("brown-rice-st25", rest), out("bran", bran), out("husk", husk)),
                List.of(loss("unexplained", unexplained)));
    }

    @Test
    void bran_husk_and_what_nobody_can_explain_have_their_limits() {
        assertThat(millWith(1_100, 2_300, 300)).isEmpty();
        assertThat(millWith(1_101, 2_301, 300))
                .containsExactly(
                        flag("share-unusual", "husk", "23.01", "23", "rules.md rice (husk 19–23 %) [K]"),
                        flag("share-unusual", "bran", "11.01", "11", "rules.md rice (bran 8–11 %) [K]"));
        assertThat(refusalOf(() -> millWith(1_100, 2_300, 301)))
                .isEqualTo(new StepRefusal.ShareImpossible(
                        "milling",
                        List.of("unexplained"),
                        kilograms(301),
                        kilograms(300),
                        percent("3"),
                        "rules.md rice (unexplained ≤ 3 %) [K]"));
    }

    // ---- transport

    private static void carry(long lost) {
        check(
                "transport",
                List.of(in(PADDY, kilograms(10_000), "24")),
                List.of(out(PADDY, new Mass(TEN_TONNES - lost), "24")),
                List.of(loss("handling", new Mass(lost))));
    }

    @Test
    void one_per_cent_falls_off_the_boat_and_not_a_gram_more() {
        carry(100_000);
        assertThat(refusalOf(() -> carry(100_001)))
                .isEqualTo(new StepRefusal.ShareImpossible(
                        "transport",
                        List.of("handling"),
                        new Mass(100_001),
                        kilograms(100),
                        percent("1"),
                        "rules.md rice (transport loss ≤ 1 %) [K]"));
    }

    // ---- shrimp

    private static List<Flag> headOff(long grams) {
        return check(
                "head-off",
                List.of(in("whiteleg-hoso", 10_000)),
                List.of(
                        out("whiteleg-hlso", new Mass(grams), null),
                        out("shrimp-heads", new Mass(TEN_TONNES - grams), null)),
                List.of());
    }

    @Test
    void heads_weigh_something() {
        assertThat(headOff(6_200_000)).isEmpty();
        assertThat(headOff(6_800_000)).isEmpty();
        assertThat(headOff(6_190_000))
                .containsExactly(flag(
                        "share-unusual",
                        "black-tiger-hlso, whiteleg-hlso",
                        "61.9",
                        "62",
                        "rules.md 5 (HLSO of HOSO) [K]"));
        assertThat(headOff(7_000_000)).hasSize(1);
        assertThat(refusalOf(() -> headOff(7_000_001)))
                .isEqualTo(new StepRefusal.ShareImpossible(
                        "head-off",
                        List.of("black-tiger-hlso", "whiteleg-hlso"),
                        new Mass(7_000_001),
                        kilograms(7_000),
                        percent("70"),
                        "rules.md 5 (HLSO of HOSO) [K]"));
    }

    private static List<Flag> peel(List<Drawn> in, String product, long grams) {
        var whole = Done.mass(in, Drawn::quantity).grams();
        return check(
                "peeling",
                in,
                List.of(out(product, new Mass(grams), null), out("shrimp-shells", new Mass(whole - grams), null)),
                List.of());
    }

    private static final List<Drawn> WHOLE = List.of(in("whiteleg-hoso", 10_000));
    private static final List<Drawn> HEADLESS = List.of(in("whiteleg-hlso", 10_000));

    @Test
    void heads_and_shells_weigh_more() {
        assertThat(peel(WHOLE, "whiteleg-pd", 5_800_000)).isEmpty();
        assertThat(peel(WHOLE, "whiteleg-pd", 6_000_000)).hasSize(1);
        assertThat(refusalOf(() -> peel(WHOLE, "whiteleg-pd", 6_000_001)))
                .isEqualTo(new StepRefusal.ShareImpossible(
                        "peeling",
                        List.of("black-tiger-pd", "whiteleg-pd"),
                        new Mass(6_000_001),
                        kilograms(6_000),
                        percent("60"),
                        "rules.md 5 (PD of HOSO) [K]"));
        assertThat(peel(WHOLE, "whiteleg-pto", 6_000_000)).isEmpty();
        assertThat(peel(WHOLE, "whiteleg-pto", 6_200_000)).hasSize(1);
        assertThat(refusalOf(() -> peel(WHOLE, "whiteleg-pto", 6_200_001)))
                .isInstanceOf(StepRefusal.ShareImpossible.class);
    }

    private static List<Flag> peelBoth(long tailOn) {
        return check(
                "peeling",
                WHOLE,
                List.of(
                        out("whiteleg-pd", kilograms(700), null),
                        out("whiteleg-pto", new Mass(tailOn), null),
                        out("shrimp-shells", new Mass(9_300_000 - tailOn), null)),
                List.of());
    }

    @Test
    void nobody_gets_more_by_leaving_the_tail_on_some() {
        assertThat(peelBoth(5_500_000)).extracting(Flag::subject).containsExactly("black-tiger-pd, whiteleg-pd");
        assertThat(refusalOf(() -> peelBoth(5_500_001)))
                .isEqualTo(new StepRefusal.ShareImpossible(
                        "peeling",
                        PEELED,
                        new Mass(6_200_001),
                        kilograms(6_200),
                        percent("62"),
                        "rules.md 5 (all that is peeled, of HOSO) [I]"));
    }

    @Test
    void shells_alone_weigh_less() {
        assertThat(peel(HEADLESS, "whiteleg-pd", 8_700_000)).isEmpty();
        assertThat(peel(HEADLESS, "whiteleg-pd", 9_000_000)).hasSize(1);
        assertThat(refusalOf(() -> peel(HEADLESS, "whiteleg-pd", 9_000_001)))
                .isInstanceOf(StepRefusal.ShareImpossible.class);
        assertThat(peel(HEADLESS, "whiteleg-pto", 9_000_000)).isEmpty();
        assertThat(peel(HEADLESS, "whiteleg-pto", 9_300_000)).hasSize(1);
        assertThat(refusalOf(() -> peel(HEADLESS, "whiteleg-pto", 9_300_001)))
                .isInstanceOf(StepRefusal.ShareImpossible.class);
    }

    /** 60 % of three parts and 90 % of one: 67.5 %. */
    @Test
    void nobody_gets_more_out_of_whole_shrimp_by_putting_headless_ones_beside_them() {
        var mixed = List.of(in("whiteleg-hoso", 7_500), other("whiteleg-hlso", 2_500));
        assertThat(peel(mixed, "whiteleg-pd", 6_750_000))
                .containsExactly(flag(
                        "share-unusual",
                        "black-tiger-pd, whiteleg-pd",
                        "67.5",
                        "65.25",
                        "rules.md 5 (PD of HOSO) [K]; rules.md 5 (PD 60 % ÷ HLSO 66.7 % of HOSO) [I]"));
        assertThat(refusalOf(() -> peel(mixed, "whiteleg-pd", 6_750_001)))
                .isEqualTo(new StepRefusal.ShareImpossible(
                        "peeling",
                        List.of("black-tiger-pd", "whiteleg-pd"),
                        new Mass(6_750_001),
                        kilograms(6_750),
                        percent("67.5"),
                        "rules.md 5 (PD of HOSO) [K]; rules.md 5 (PD 60 % ÷ HLSO 66.7 % of HOSO) [I]"));
        assertThat(peel(mixed, "whiteleg-pd", 5_625_000)).as("50 and 75 %").isEmpty();
        assertThat(peel(mixed, "whiteleg-pd", 5_624_000)).hasSize(1);
    }

    @Test
    void what_has_no_limit_of_its_own_leaves_the_others_without() {
        var peeling = Farm.CATALOGUE.step("peeling").orElseThrow();
        var ofWhole = peeling.limits().stream()
                .filter(limit -> limit.of().contains("whiteleg-hoso"))
                .toList();
        var rules = new ShareRules(new StepKind(
                "peeling",
                1,
                "plant",
                peeling.inputs(),
                peeling.outputs(),
                false,
                peeling.losses(),
                peeling.balance(),
                ofWhole,
                null,
                null,
                null,
                Map.of(),
                false,
                false,
                null));
        var mixed = List.of(in("whiteleg-hoso", 7_500), other("whiteleg-hlso", 2_500));
        var much = List.of(out("whiteleg-pto", 9_000));
        assertThat(rules.check(new Done(mixed, much, List.of(), Map.of(), Farm.on("12-05"), Farm.on("12-05"))))
                .isEmpty();
        assertThat(refusalOf(() ->
                        rules.check(new Done(WHOLE, much, List.of(), Map.of(), Farm.on("12-05"), Farm.on("12-05")))))
                .isInstanceOf(StepRefusal.ShareImpossible.class);
    }

    @Test
    void a_limit_that_has_more_decimals_is_told_with_two() {
        var mixed = List.of(in("whiteleg-hoso", 7_000), other("whiteleg-hlso", 1));
        assertThat(refusalOf(() -> peel(mixed, "whiteleg-pd", 4_202_000)))
                .isEqualTo(new StepRefusal.ShareImpossible(
                        "peeling",
                        List.of("black-tiger-pd", "whiteleg-pd"),
                        kilograms(4_202),
                        new Mass(4_200_900),
                        percent("60.00"),
                        "rules.md 5 (PD of HOSO) [K]; rules.md 5 (PD 60 % ÷ HLSO 66.7 % of HOSO) [I]"));
    }

    // ---- fruit

    @Test
    void packing_leaves_some_fruit_behind() {
        assertThat(pack(6_000)).isEmpty();
        assertThat(pack(8_500)).isEmpty();
        assertThat(pack(5_999)).hasSize(1);
        assertThat(pack(8_501)).hasSize(1);
    }

    private static List<Flag> pack(long kilograms) {
        return check(
                "fruit-packing",
                List.of(in("longan", 10_000)),
                List.of(out("packed-longan", kilograms), out("rejected-fruit", 10_000 - kilograms)),
                List.of());
    }
}
