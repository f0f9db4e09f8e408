package vn.nguongoc.step;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nguongoc.Farm.LOT;
import static vn.nguongoc.Farm.OTHER_LOT;
import static vn.nguongoc.Farm.PADDY;
import static vn.nguongoc.Farm.kilograms;
import static vn.nguongoc.Refusals.refusalOf;
import static vn.nguongoc.step.Steps.check;
import static vn.nguongoc.step.Steps.in;
import static vn.nguongoc.step.Steps.other;
import static vn.nguongoc.step.Steps.out;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.nguongoc.lot.LotCommand.Drawn;
import vn.nguongoc.lot.event.Pedigree;
import vn.nguongoc.shared.Flag;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;

/** What may bear a variety's name. */
class VarietyRulesTest {
    private static final LocalDate A_YEAR_BEFORE = LocalDate.of(2025, 5, 12);

    @Test
    void what_is_wholly_of_a_variety_keeps_its_name_and_may_lose_it() {
        assertThat(check(
                        "grading",
                        List.of(in("head-rice-st25", 100)),
                        List.of(out("graded-rice-st25", 100)),
                        List.of()))
                .isEmpty();
        assertThat(check("grading", List.of(in("head-rice-st25", 100)), List.of(out("graded-rice", 100)), List.of()))
                .isEmpty();
        assertThat(check(
                        "grading",
                        List.of(in("broken-rice-st25", 100)),
                        List.of(out("broken-rice-st25", 100)),
                        List.of()))
                .isEmpty();
    }

    @Test
    void what_is_of_no_variety_gets_no_name() {
        assertThat(refusalOf(() -> check(
                        "grading", List.of(in("head-rice", 100)), List.of(out("graded-rice-st25", 100)), List.of())))
                .isEqualTo(new StepRefusal.NotOfTheVariety("graded-rice-st25", "st25", LOT, "head-rice"));
    }

    @Test
    void a_gram_of_something_else_takes_the_name_away() {
        var mixed =
                List.of(in("head-rice-st25", 100), in(OTHER_LOT, "broken-rice", new Mass(1), null, Pedigree.UNKNOWN));
        assertThat(refusalOf(() -> check("grading", mixed, List.of(out("graded-rice-st25", 100)), List.of())))
                .isEqualTo(new StepRefusal.NotOfTheVariety("graded-rice-st25", "st25", OTHER_LOT, "broken-rice"));
        assertThat(check("grading", mixed, List.of(out("graded-rice", 100)), List.of()))
                .isEmpty();
    }

    @Test
    void every_output_is_judged() {
        assertThat(refusalOf(() -> check(
                        "grading",
                        List.of(in("head-rice", 100)),
                        List.of(out("graded-rice", 90), out("broken-rice-st25", 10)),
                        List.of())))
                .isEqualTo(new StepRefusal.NotOfTheVariety("broken-rice-st25", "st25", LOT, "head-rice"));
    }

    @Test
    void one_species_is_not_packed_as_the_other() {
        assertThat(refusalOf(() -> check(
                        "peeling",
                        List.of(in("whiteleg-hlso", 100)),
                        List.of(out("black-tiger-pd", 80), out("shrimp-shells", 20)),
                        List.of())))
                .isEqualTo(new StepRefusal.NotOfTheVariety("black-tiger-pd", "black-tiger", LOT, "whiteleg-hlso"));
    }

    // ---- blending

    private static Drawn proved(LotId lot, @Nullable LocalDate passed) {
        var bare = Pedigree.UNKNOWN;
        return in(lot, PADDY, kilograms(50), null, passed == null ? bare : bare.passing("variety-dna", passed));
    }

    private static List<Flag> blend(@Nullable LocalDate one, @Nullable LocalDate other, String product) {
        return check(
                "blending", List.of(proved(LOT, one), proved(OTHER_LOT, other)), List.of(out(product, 100)), List.of());
    }

    @Test
    void lots_are_blended_under_its_name_if_each_proved_it_within_twelve_months() {
        assertThat(blend(A_YEAR_BEFORE, LocalDate.of(2026, 5, 12), PADDY)).isEmpty();
    }

    @Test
    void a_proof_a_day_older_is_none() {
        assertThat(refusalOf(() -> blend(LocalDate.of(2026, 5, 1), A_YEAR_BEFORE.minusDays(1), PADDY)))
                .isEqualTo(new StepRefusal.VarietyNotProved(
                        OTHER_LOT,
                        "st25",
                        "variety-dna",
                        A_YEAR_BEFORE.minusDays(1),
                        A_YEAR_BEFORE,
                        12,
                        "rules.md 15 [I]"));
    }

    @Test
    void one_lot_without_proof_is_enough() {
        assertThat(refusalOf(() -> blend(null, LocalDate.of(2026, 5, 1), PADDY)))
                .isEqualTo(new StepRefusal.VarietyNotProved(
                        LOT, "st25", "variety-dna", null, A_YEAR_BEFORE, 12, "rules.md 15 [I]"));
    }

    @Test
    void what_bears_no_name_needs_no_proof() {
        assertThat(check(
                        "blending",
                        List.of(in("paddy", 50), other("paddy", 50)),
                        List.of(out("paddy", 100)),
                        List.of()))
                .isEmpty();
    }

    @Test
    void no_other_step_asks_for_a_proof() {
        assertThat(check(
                        "storage",
                        List.of(proved(LOT, null), proved(OTHER_LOT, null)),
                        List.of(out(PADDY, 100)),
                        List.of()))
                .isEmpty();
    }
}
