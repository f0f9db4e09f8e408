package vn.nguongoc.lot;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.eventlog.Rewrites;
import vn.nguongoc.evidence.FileId;
import vn.nguongoc.lot.event.Goods;
import vn.nguongoc.lot.event.HoldCause;
import vn.nguongoc.lot.event.LotEvent.Finding;
import vn.nguongoc.lot.event.LotEvent.Portion;
import vn.nguongoc.lot.event.LotEvent.Reading;
import vn.nguongoc.lot.event.LotEvent.Verdict;
import vn.nguongoc.lot.event.Pedigree;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.PlotId;
import vn.nguongoc.shared.ShipmentId;
import vn.nguongoc.shared.StepId;

/** What a lot can be asked; {@code organisation} is whoever asks, and a lot answers only to its own. */
public sealed interface LotCommand {

    /**
     * Take a harvest off a plot.
     *
     * @param countPerKilogram size of shrimp
     * @param block of the orchard
     * @param last whether the plot's crop cycle ends with it
     * @param onBehalfOf code of the farmer whose harvest it is, if somebody else records it
     * @param evidence photographs, files of the cooperative
     */
    record RecordHarvest(
            @TargetAggregateIdentifier LotId lot,
            OrganisationId cooperative,
            PlotId plot,
            String product,
            Mass quantity,
            @Nullable BigDecimal moisturePercent,
            @Nullable String label,
            @Nullable BigDecimal countPerKilogram,
            @Nullable String block,
            boolean last,
            OffsetDateTime happenedAt,
            @Nullable String onBehalfOf,
            List<FileId> evidence)
            implements LotCommand {

        /** On nobody's behalf, and without evidence. */
        public RecordHarvest(
                LotId lot,
                OrganisationId cooperative,
                PlotId plot,
                String product,
                Mass quantity,
                @Nullable BigDecimal moisturePercent,
                @Nullable String label,
                @Nullable BigDecimal countPerKilogram,
                @Nullable String block,
                boolean last,
                OffsetDateTime happenedAt) {
            this(
                    lot,
                    cooperative,
                    plot,
                    product,
                    quantity,
                    moisturePercent,
                    label,
                    countPerKilogram,
                    block,
                    last,
                    happenedAt,
                    null,
                    List.of());
        }
    }

    /** Come out of a processing step; sent by the step within its own commit. */
    record Produce(
            @TargetAggregateIdentifier LotId lot,
            OrganisationId organisation,
            StepId step,
            Mass quantity,
            Goods goods,
            @Nullable String label,
            OffsetDateTime happenedAt)
            implements LotCommand {}

    /**
     * Give part of the lot to a step; sent by it within its own commit. Answers with {@link Drawn}.
     *
     * @param evenHeld whether a lot on hold may be drawn from, because nothing comes of it for sale
     */
    record Draw(
            @TargetAggregateIdentifier LotId lot,
            OrganisationId organisation,
            StepId step,
            Mass quantity,
            boolean evenHeld,
            OffsetDateTime happenedAt)
            implements LotCommand {}

    /**
     * Put part of the lot on board; sent by the shipment within its own commit. Answers with {@link Drawn}.
     *
     * @param market code of where it is to be sold, if it is told
     */
    record Ship(
            @TargetAggregateIdentifier LotId lot,
            OrganisationId organisation,
            ShipmentId shipment,
            Mass quantity,
            @Nullable String market,
            OffsetDateTime happenedAt)
            implements LotCommand {}

    /**
     * Let what was shipped be the receiver's; sent by the shipment within its own commit, which makes the lot
     * {@code receivedAs}.
     */
    record HandOver(
            @TargetAggregateIdentifier LotId lot,
            ShipmentId shipment,
            OrganisationId receiver,
            LotId receivedAs,
            Mass sent,
            Mass received,
            OffsetDateTime happenedAt)
            implements LotCommand {}

    /** Arrive from another organisation; sent by the lot it was there. */
    record Receive(
            @TargetAggregateIdentifier LotId lot,
            OrganisationId organisation,
            ShipmentId shipment,
            LotId from,
            Mass quantity,
            Goods goods,
            @Nullable String label,
            List<Hold> holds,
            OffsetDateTime happenedAt)
            implements LotCommand {}

    /**
     * Say what labels of the lot are about; sent by a run of labels within its own commit. A lot that is held back gets
     * none. Answers with {@link Labelled}.
     */
    record Label(@TargetAggregateIdentifier LotId lot, OrganisationId organisation, OffsetDateTime happenedAt)
            implements LotCommand {}

    /** Make lots of their own of parts. */
    record Split(
            @TargetAggregateIdentifier LotId lot,
            OrganisationId organisation,
            List<Portion> portions,
            OffsetDateTime happenedAt)
            implements LotCommand {}

    /** Become a lot of its own; sent by the lot it was part of. */
    record SplitOff(
            @TargetAggregateIdentifier LotId lot,
            OrganisationId organisation,
            LotId from,
            Mass quantity,
            Goods goods,
            @Nullable String label,
            OffsetDateTime happenedAt)
            implements LotCommand {}

    /** Take a lot number for this lot, once and for all; sent by the lot within its own commit. */
    record TakeNumber(@TargetAggregateIdentifier String key, LotId lot, OffsetDateTime happenedAt)
            implements LotCommand {}

    /**
     * Ask a laboratory to test the lot, so that it sees it.
     *
     * @param laboratory a partner
     * @param tests codes of the catalogue's laboratory tests; at least one
     * @param by code of the person who asks
     */
    record OrderTests(
            @TargetAggregateIdentifier LotId lot,
            OrganisationId organisation,
            OrganisationId laboratory,
            List<String> tests,
            String by,
            OffsetDateTime happenedAt)
            implements LotCommand {}

    /**
     * Enter what a laboratory found.
     *
     * @param laboratory the partner that signed the report
     * @param evidence the report itself, a file of the laboratory
     */
    record RecordLabResult(
            @TargetAggregateIdentifier LotId lot,
            OrganisationId organisation,
            String test,
            Verdict verdict,
            OrganisationId laboratory,
            @Nullable String report,
            List<Finding> findings,
            OffsetDateTime happenedAt,
            List<FileId> evidence)
            implements LotCommand {

        /** Without evidence. */
        public RecordLabResult(
                LotId lot,
                OrganisationId organisation,
                String test,
                Verdict verdict,
                OrganisationId laboratory,
                @Nullable String report,
                List<Finding> findings,
                OffsetDateTime happenedAt) {
            this(lot, organisation, test, verdict, laboratory, report, findings, happenedAt, List.of());
        }
    }

    /** Enter what a thermometer beside the lot showed, in any order. */
    record RecordTemperatures(
            @TargetAggregateIdentifier LotId lot,
            OrganisationId organisation,
            @Nullable String device,
            List<Reading> readings,
            OffsetDateTime happenedAt)
            implements LotCommand {}

    /**
     * Hold the lot back.
     *
     * @param by a person's code
     */
    record PlaceHold(
            @TargetAggregateIdentifier LotId lot,
            OrganisationId organisation,
            String reason,
            String by,
            OffsetDateTime happenedAt)
            implements LotCommand {}

    /**
     * Hold the lot back whoever has it; sent by a recall or an automation. A hold that is there already changes
     * nothing. Answers with {@link Held}.
     */
    record HoldBack(@TargetAggregateIdentifier LotId lot, Hold hold, OffsetDateTime happenedAt) implements LotCommand {}

    /**
     * Say that a hold may end: it does when a second person says so.
     *
     * @param by a person's code
     */
    record Release(
            @TargetAggregateIdentifier LotId lot,
            OrganisationId organisation,
            String hold,
            String by,
            String reason,
            OffsetDateTime happenedAt)
            implements LotCommand {}

    /**
     * Say what was written wrong of this lot; what is absent was right.
     *
     * @param by a person's code
     */
    record Correct(
            @TargetAggregateIdentifier LotId lot,
            OrganisationId organisation,
            @Nullable Mass quantity,
            @Nullable BigDecimal moisturePercent,
            @Nullable BigDecimal countPerKilogram,
            @Nullable String label,
            String reason,
            String by,
            OffsetDateTime happenedAt)
            implements LotCommand, Rewrites {}

    /**
     * Be what the record of the step that made it was corrected to; sent by the step.
     *
     * @param moisturePercent absent where it was right
     */
    record CorrectMade(
            @TargetAggregateIdentifier LotId lot,
            StepId step,
            Mass quantity,
            @Nullable BigDecimal moisturePercent,
            String reason,
            String by,
            OffsetDateTime happenedAt)
            implements LotCommand {

        /** The same as its holder would say it. */
        Correct told(OrganisationId holder) {
            return new Correct(lot, holder, quantity, moisturePercent, null, null, reason, by, happenedAt);
        }
    }

    /** What came out of a lot when it was drawn from. */
    record Drawn(LotId lot, Mass quantity, Goods goods) {
        public String product() {
            return goods.product();
        }

        public @Nullable BigDecimal moisturePercent() {
            return goods.moisturePercent();
        }

        public Pedigree pedigree() {
            return goods.pedigree();
        }
    }

    /**
     * A lot that gets labels.
     *
     * @param quantity that there was when it began, as far as it is known now
     * @param origin id of the record that made it; absent for a harvest
     */
    record Labelled(
            LotId lot, Mass quantity, Goods goods, @Nullable String origin) {}

    /**
     * What holds a lot back.
     *
     * @param id what it is known by on each lot
     * @param test that the lot must pass before it can end
     * @param by who held it: a person's code, or what caused it
     */
    record Hold(String id, HoldCause cause, @Nullable String test, String reason, String by) {

        /**
         * As it is known on what was made of a lot. A number names a hold on its own lot only, where another one may
         * have it elsewhere.
         */
        public Hold inheritedFrom(LotId lot) {
            var number = id.chars().allMatch(Character::isDigit);
            return number ? new Hold(lot + "/" + id, cause, test, reason, by) : this;
        }
    }

    /**
     * A lot that is held.
     *
     * @param already whether it was before
     * @param gone shipped and not arrived at any organisation that takes part
     */
    record Held(LotId lot, boolean already, OrganisationId organisation, Mass quantity, Mass left, Mass gone) {}
}
