package vn.nguongoc.lot.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.eventlog.EventName;
import vn.nguongoc.evidence.FileId;
import vn.nguongoc.shared.Flag;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.PlotId;
import vn.nguongoc.shared.ShipmentId;
import vn.nguongoc.shared.StepId;

/** What happened to a lot. */
public sealed interface LotEvent {

    LotId lot();

    OffsetDateTime happenedAt();

    /** The ways a lot begins. */
    sealed interface Begun extends LotEvent {
        Mass quantity();
    }

    /**
     * @param cycle number of the crop cycle on that plot
     * @param moisturePercent water as a share of the whole
     * @param label what the cooperative calls the lot
     * @param countPerKilogram size of shrimp
     * @param block of the orchard
     * @param onBehalfOf code of the farmer whose harvest it is, if somebody else recorded it
     * @param evidence files of the cooperative
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
            @Nullable BigDecimal countPerKilogram,
            @Nullable String block,
            @Nullable Pedigree pedigree,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Flag> flags,
            OffsetDateTime happenedAt,
            @Nullable String onBehalfOf,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FileId> evidence)
            implements Begun {
        public LotHarvested {
            flags = flags == null ? List.of() : List.copyOf(flags);
            evidence = evidence == null ? List.of() : List.copyOf(evidence);
        }

        /** On nobody's behalf, and without evidence. */
        public LotHarvested(
                LotId lot,
                OrganisationId cooperative,
                PlotId plot,
                int cycle,
                String product,
                Mass quantity,
                @Nullable BigDecimal moisturePercent,
                @Nullable String label,
                @Nullable BigDecimal countPerKilogram,
                @Nullable String block,
                @Nullable Pedigree pedigree,
                List<Flag> flags,
                OffsetDateTime happenedAt) {
            this(
                    lot,
                    cooperative,
                    plot,
                    cycle,
                    product,
                    quantity,
                    moisturePercent,
                    label,
                    countPerKilogram,
                    block,
                    pedigree,
                    flags,
                    happenedAt,
                    null,
                    List.of());
        }
    }

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
            @Nullable BigDecimal countPerKilogram,
            @Nullable Pedigree pedigree,
            OffsetDateTime happenedAt)
            implements Begun {}

    /** It was part of another lot of the same goods. */
    @EventName("lot.split-off")
    record LotSplitOff(
            LotId lot,
            OrganisationId organisation,
            LotId from,
            Mass quantity,
            Goods goods,
            @Nullable String label,
            OffsetDateTime happenedAt)
            implements Begun {}

    /**
     * It came from another organisation, which had it as the lot {@code from}.
     *
     * @param quantity what was weighed on arrival
     */
    @EventName("lot.received")
    record LotReceived(
            LotId lot,
            OrganisationId organisation,
            ShipmentId shipment,
            LotId from,
            Mass quantity,
            Goods goods,
            @Nullable String label,
            OffsetDateTime happenedAt)
            implements Begun {}

    /**
     * @param by id of the step or shipment it went into
     * @param left what the lot holds after it
     */
    @EventName("lot.drawn")
    record LotDrawn(LotId lot, String by, Mass quantity, Mass left, OffsetDateTime happenedAt) implements LotEvent {}

    /** @param left what the lot holds after it */
    @EventName("lot.split")
    record LotSplit(LotId lot, List<Portion> portions, Mass left, OffsetDateTime happenedAt) implements LotEvent {
        public LotSplit {
            portions = List.copyOf(portions);
        }
    }

    /** A part that became a lot of its own. */
    record Portion(LotId lot, Mass quantity) {}

    /**
     * What was shipped arrived at another organisation.
     *
     * @param receivedAs the lot that it is there
     * @param sent of this lot, in that shipment
     * @param received weighed on arrival
     */
    @EventName("lot.handed-over")
    record LotHandedOver(
            LotId lot,
            ShipmentId shipment,
            OrganisationId receiver,
            LotId receivedAs,
            Mass sent,
            Mass received,
            OffsetDateTime happenedAt)
            implements LotEvent {}

    /**
     * Who has the lot asked a laboratory to test it: from then on the laboratory sees it.
     *
     * @param tests codes of the catalogue's laboratory tests
     * @param by a person's code
     */
    @EventName("lot.tests-ordered")
    record TestsOrdered(LotId lot, OrganisationId laboratory, List<String> tests, String by, OffsetDateTime happenedAt)
            implements LotEvent {}

    /**
     * @param test code of the catalogue's laboratory test
     * @param laboratory the laboratory's name, as on its report
     * @param signedBy the laboratory, where it takes part
     * @param pedigree the lot's after it, where the result changed it
     * @param evidence files of the laboratory that signed
     */
    @EventName("lot.lab-result-recorded")
    record LabResultRecorded(
            LotId lot,
            String test,
            Verdict verdict,
            String laboratory,
            @Nullable String report,
            @Nullable OrganisationId signedBy,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Finding> findings,
            @Nullable Pedigree pedigree,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Flag> flags,
            OffsetDateTime happenedAt,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FileId> evidence)
            implements LotEvent {
        public LabResultRecorded {
            findings = findings == null ? List.of() : List.copyOf(findings);
            flags = flags == null ? List.of() : List.copyOf(flags);
            evidence = evidence == null ? List.of() : List.copyOf(evidence);
        }

        /** Without evidence. */
        public LabResultRecorded(
                LotId lot,
                String test,
                Verdict verdict,
                String laboratory,
                @Nullable String report,
                @Nullable OrganisationId signedBy,
                List<Finding> findings,
                @Nullable Pedigree pedigree,
                List<Flag> flags,
                OffsetDateTime happenedAt) {
            this(lot, test, verdict, laboratory, report, signedBy, findings, pedigree, flags, happenedAt, List.of());
        }
    }

    /** How much of a substance a laboratory found. */
    record Finding(String substance, BigDecimal milligramsPerKilogram) {}

    /** What a laboratory says. */
    enum Verdict {
        PASS,
        FAIL
    }

    /** The lot number is taken: no other lot can have it under that GTIN. */
    @EventName("lot.number-taken")
    record LotNumberTaken(String key, LotId lot, OffsetDateTime happenedAt) implements LotEvent {}

    /**
     * @param hold what the hold is known by on this lot: the id of the recall, or a number
     * @param test that the lot must pass before the hold can end
     * @param by who held it: a person's code, or what caused it
     */
    @EventName("lot.held")
    record LotHeld(
            LotId lot,
            String hold,
            HoldCause cause,
            @Nullable String test,
            String reason,
            String by,
            OffsetDateTime happenedAt)
            implements LotEvent {}

    /** One of two people says that a hold may end. */
    @EventName("lot.release-proposed")
    record ReleaseProposed(LotId lot, String hold, String by, String reason, OffsetDateTime happenedAt)
            implements LotEvent {}

    /** The second of two people agreed: the hold is over. */
    @EventName("lot.released")
    record LotReleased(LotId lot, String hold, String proposedBy, String approvedBy, OffsetDateTime happenedAt)
            implements LotEvent {}

    /**
     * What was written of the lot was wrong. The old value stays in the record.
     *
     * @param field quantity, moisturePercent, countPerKilogram or label
     * @param left what the lot holds after it
     * @param by who corrected it, a person's code
     */
    @EventName("lot.corrected")
    record LotCorrected(
            LotId lot,
            String field,
            @Nullable String before,
            String after,
            Mass left,
            String reason,
            String by,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Flag> flags,
            OffsetDateTime happenedAt)
            implements LotEvent {
        public LotCorrected {
            flags = flags == null ? List.of() : List.copyOf(flags);
        }
    }

    /**
     * What a thermometer beside the lot showed.
     *
     * @param readings in the order of time
     * @param warmMinutes the longest time that it was surely too warm
     */
    @EventName("lot.temperatures-recorded")
    record TemperaturesRecorded(
            LotId lot, @Nullable String device, List<Reading> readings, int warmMinutes, OffsetDateTime happenedAt)
            implements LotEvent {
        public TemperaturesRecorded {
            readings = List.copyOf(readings);
        }
    }

    /** @param celsius what it showed */
    record Reading(OffsetDateTime at, BigDecimal celsius) {}
}
