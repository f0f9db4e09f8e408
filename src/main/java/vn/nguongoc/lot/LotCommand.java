package vn.nguongoc.lot;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.lot.event.LotEvent.Verdict;
import vn.nguongoc.lot.event.TradeItem;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.PlotId;
import vn.nguongoc.shared.StepId;

/** What a lot can be asked; {@code organisation} is whoever asks, and a lot answers only to its own. */
public sealed interface LotCommand {

    /**
     * Take a harvest off a plot.
     *
     * @param last whether the plot's crop cycle ends with it
     */
    record RecordHarvest(
            @TargetAggregateIdentifier LotId lot,
            OrganisationId cooperative,
            PlotId plot,
            String product,
            Mass quantity,
            @Nullable BigDecimal moisturePercent,
            @Nullable String label,
            boolean last,
            OffsetDateTime happenedAt)
            implements LotCommand {}

    /** Come out of a processing step; sent by the step within its own commit. */
    record Produce(
            @TargetAggregateIdentifier LotId lot,
            OrganisationId organisation,
            StepId step,
            String product,
            Mass quantity,
            @Nullable BigDecimal moisturePercent,
            @Nullable String label,
            @Nullable TradeItem item,
            OffsetDateTime happenedAt)
            implements LotCommand {}

    /**
     * Give part of the lot to a step or a shipment; sent by it within its own commit. Answers with {@link Drawn}.
     *
     * @param by id of that step or shipment
     */
    record Draw(
            @TargetAggregateIdentifier LotId lot,
            OrganisationId organisation,
            String by,
            Mass quantity,
            OffsetDateTime happenedAt)
            implements LotCommand {}

    /** Take a lot number for this lot, once and for all; sent by the lot within its own commit. */
    record TakeNumber(@TargetAggregateIdentifier String key, LotId lot, OffsetDateTime happenedAt)
            implements LotCommand {}

    /** Enter what a laboratory found. */
    record RecordLabResult(
            @TargetAggregateIdentifier LotId lot,
            OrganisationId organisation,
            String test,
            Verdict verdict,
            String laboratory,
            @Nullable String report,
            OffsetDateTime happenedAt)
            implements LotCommand {}

    /** What came out of a lot when it was drawn from. */
    record Drawn(
            LotId lot,
            String product,
            Mass quantity,
            @Nullable BigDecimal moisturePercent) {}
}
