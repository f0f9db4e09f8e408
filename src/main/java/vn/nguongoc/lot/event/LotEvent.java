package vn.nguongoc.lot.event;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.eventlog.EventName;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.PlotId;
import vn.nguongoc.shared.StepId;

/** What happened to a lot. */
public sealed interface LotEvent {

    LotId lot();

    OffsetDateTime happenedAt();

    /**
     * @param cycle number of the crop cycle on that plot
     * @param moisturePercent water as a share of the whole
     * @param label what the cooperative calls the lot
     */
    @EventName("lot.harvested")
    record LotHarvested(
            LotId lot,
            OrganisationId cooperative,
            PlotId plot,
            int cycle,
            String product,
            Mass quantity,
            @Nullable BigDecimal moisturePercent,
            @Nullable String label,
            OffsetDateTime happenedAt)
            implements LotEvent {}

    /**
     * A processing step made it.
     *
     * @param organisation that holds it: a cooperative, a mill, a trader
     * @param item present where it is goods on a shelf
     */
    @EventName(value = "lot.produced", revision = 2)
    record LotProduced(
            LotId lot,
            OrganisationId organisation,
            StepId step,
            String product,
            Mass quantity,
            @Nullable BigDecimal moisturePercent,
            @Nullable String label,
            @Nullable TradeItem item,
            OffsetDateTime happenedAt)
            implements LotEvent {}

    /**
     * @param by id of the step or shipment it went into
     * @param left what the lot holds after it
     */
    @EventName("lot.drawn")
    record LotDrawn(LotId lot, String by, Mass quantity, Mass left, OffsetDateTime happenedAt) implements LotEvent {}

    /**
     * @param test code of the catalogue's laboratory test
     * @param laboratory the laboratory's name, as on its report
     */
    @EventName("lot.lab-result-recorded")
    record LabResultRecorded(
            LotId lot,
            String test,
            Verdict verdict,
            String laboratory,
            @Nullable String report,
            OffsetDateTime happenedAt)
            implements LotEvent {}

    /** The lot number is taken: no other lot can have it under that GTIN. */
    @EventName("lot.number-taken")
    record LotNumberTaken(String key, LotId lot, OffsetDateTime happenedAt) implements LotEvent {}

    /** What a laboratory says. */
    enum Verdict {
        PASS,
        FAIL
    }
}
