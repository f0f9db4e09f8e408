package vn.nguongoc.step;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.Refusal;
import vn.nguongoc.shared.StepId;

/** Why a step cannot have been so. */
public sealed interface StepRefusal extends Refusal {

    @Override
    default Kind refusalKind() {
        return Kind.INVALID;
    }

    record UnknownKind(String kind, List<String> known) implements StepRefusal {}

    /** This kind of step does not take this product. */
    record DoesNotTake(String kind, String product, List<String> takes) implements StepRefusal {}

    /** This kind of step does not make this product. */
    record DoesNotMake(String kind, String product, List<String> makes) implements StepRefusal {}

    /** This kind of step does not lose that way. */
    record DoesNotLose(String kind, String loss, List<String> losses) implements StepRefusal {}

    /** One lot stands twice among the inputs. */
    record LotDrawnTwice(LotId lot) implements StepRefusal {}

    /** Inputs and outputs + losses are further apart than the scales. */
    record DoesNotBalance(Mass inputs, Mass outputs, Mass losses, BigDecimal tolerancePercent, String source)
            implements StepRefusal {}

    /** Each product stays what it is in such a step: no more of one comes out than went in. */
    record MoreThanWentIn(String product, Mass requested, Mass wentIn, BigDecimal tolerancePercent, String source)
            implements StepRefusal {}

    /** More of something came out, or was lost, than such a step can give; or less than it must. */
    record ShareImpossible(
            String kind, List<String> of, Mass requested, Mass limit, BigDecimal limitPercent, String source)
            implements StepRefusal {}

    /** A measurement that such a step cannot have. */
    record MeasurementImpossible(String name, BigDecimal requested, BigDecimal limit, String source)
            implements StepRefusal {}

    /** What goes in is too wet or too dry for such a step. */
    record MoistureImpossible(
            String kind, LotId lot, BigDecimal moisturePercent, BigDecimal limitPercent, String source)
            implements StepRefusal {}

    /** A step that takes water away needs the moisture before and after. */
    record MoistureMissing(String kind) implements StepRefusal {}

    /** More dry matter came out than went in. */
    record GainsDryMatter(
            Mass requested, Mass limit, BigDecimal moistureBefore, BigDecimal moistureAfter, String source)
            implements StepRefusal {}

    /** Such a step makes something. */
    record NothingCameOut(String kind) implements StepRefusal {}

    /** The product's name promises a variety that this input is not of. */
    record NotOfTheVariety(String product, String variety, LotId input, String inputProduct) implements StepRefusal {}

    /**
     * Lots are blended under a variety's name only if each proved it.
     *
     * @param passed day of the last pass; absent if there was none
     */
    record VarietyNotProved(
            LotId lot,
            String variety,
            String test,
            @Nullable LocalDate passed,
            LocalDate notBefore,
            int months,
            String source)
            implements StepRefusal {}

    /** The lot did not come out of this step. */
    record NotAnOutput(LotId lot, List<LotId> outputs) implements StepRefusal {}

    /** One lot stands twice among the corrected weights. */
    record WeighedTwice(LotId lot) implements StepRefusal {}

    /** A correction that changes nothing. */
    record NothingToCorrect(StepId step) implements StepRefusal {}

    /** A step is corrected after it was done. */
    record CorrectedTooEarly(OffsetDateTime requested, OffsetDateTime notBefore) implements StepRefusal {}

    record EndsBeforeItBegins(OffsetDateTime begins, OffsetDateTime ends) implements StepRefusal {}
}
