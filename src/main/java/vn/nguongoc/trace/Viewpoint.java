package vn.nguongoc.trace;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.view.LotFlow;
import vn.nguongoc.view.LotFlow.Correction;
import vn.nguongoc.view.LotFlow.When;
import vn.nguongoc.view.Milestone;
import vn.nguongoc.view.ViewOfShipment;
import vn.nguongoc.view.ViewOfStep;

/**
 * From where a trace looks at the record: as it stands now, as it stood at a position of the log, or at a moment.
 *
 * @param position the last event that counts
 * @param moment the last moment that counts; at most one of both is given
 * @param known what was known then, or what is known now about then
 */
public record Viewpoint(@Nullable Long position, @Nullable OffsetDateTime moment, Known known) {

    /** The record as it stands. */
    public static final Viewpoint TODAY = new Viewpoint(null, null, Known.THEN);

    /** Whose knowledge counts. */
    public enum Known {
        /** Only what had been recorded by then, right or wrong. */
        @JsonProperty("then")
        THEN,
        /** What had happened by then, whenever it was recorded, and as it was corrected since. */
        @JsonProperty("now")
        NOW
    }

    boolean sees(When fact) {
        if (position != null) {
            return fact.position() <= position;
        }
        if (moment == null) {
            return true;
        }
        return known == Known.THEN
                ? !fact.recordedAt().isAfter(moment.toInstant())
                : !fact.happenedAt().isAfter(moment);
    }

    private boolean seesCorrection(When correction) {
        return known == Known.NOW || sees(correction);
    }

    static When when(Milestone.Fact fact) {
        return new When(fact.position(), fact.happenedAt(), fact.recordedAt());
    }

    /** The lot as it looks from here; empty where it had not begun. Its quantity is the corrected one. */
    Optional<LotFlow> of(LotFlow lot) {
        if (!sees(lot.begun())) {
            return Optional.empty();
        }
        if (moment == null && position == null && lot.corrections().isEmpty()) {
            return Optional.of(lot);
        }
        var quantity = lot.corrections().stream()
                .filter(it -> seesCorrection(it.when()))
                .map(Correction::quantity)
                .reduce(lot.quantity(), (before, after) -> after);
        var outflows = lot.outflows().stream().filter(it -> sees(it.when())).toList();
        var holds = lot.holds().stream()
                .filter(it -> sees(it.from()))
                .map(it -> it.until() == null || sees(it.until())
                        ? it
                        : new LotFlow.Hold(it.hold(), it.cause(), it.from(), null))
                .toList();
        return Optional.of(lot.with(quantity, outflows, List.of(), holds));
    }

    /** The step as it looks from here; empty where it had not been done. */
    Optional<StepFlow> of(ViewOfStep step) {
        var milestone = step.milestone();
        if (!sees(when(milestone.fact()))) {
            return Optional.empty();
        }
        var corrections = step.corrections().stream()
                .filter(it -> seesCorrection(when(it.fact())))
                .toList();
        return Optional.of(StepFlow.of(step, corrections));
    }

    /** Whether anything of this shipment was on its way. */
    boolean sees(ViewOfShipment shipment) {
        return shipment.milestones().stream().anyMatch(it -> sees(when(it.fact())));
    }

    /** What the receiver said of a lot on board; empty where nothing was said yet. */
    Optional<Mass> received(ViewOfShipment shipment, LotFlow lot) {
        var receipt = shipment.receipt();
        return receipt == null || !sees(when(receipt.fact()))
                ? Optional.empty()
                : receipt.lines().stream()
                        .filter(it -> it.lot().equals(lot.id()))
                        .map(it -> it.received())
                        .findFirst();
    }
}
