package vn.nguongoc.recall.event;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import vn.nguongoc.eventlog.EventName;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.RecallId;

/** What happened in a recall. */
public sealed interface RecallEvent {

    RecallId recall();

    OffsetDateTime happenedAt();

    /**
     * @param organisation that recalls what it holds
     * @param lots that it named
     * @param by who opened it, a person's code
     */
    @EventName("recall.opened")
    record RecallOpened(
            RecallId recall,
            OrganisationId organisation,
            List<LotId> lots,
            String reason,
            String by,
            OffsetDateTime happenedAt)
            implements RecallEvent {
        public RecallOpened {
            lots = List.copyOf(lots);
        }
    }

    /** The lot is recalled by name: it cannot be in another recall. */
    @EventName("recall.lot-named")
    record LotNamed(String key, RecallId recall, LotId lot, OffsetDateTime happenedAt) implements RecallEvent {}

    /**
     * Lots are held because of the recall: those that were named, or one that was made of them. Of a lot it is said
     * again when some of what had gone arrived at an organisation that takes part, and is held there.
     */
    @EventName("recall.lots-reached")
    record LotsReached(RecallId recall, List<Reached> lots, OffsetDateTime happenedAt) implements RecallEvent {
        public LotsReached {
            lots = List.copyOf(lots);
        }
    }

    /**
     * One lot.
     *
     * @param organisation that holds it
     * @param quantity that there was
     * @param left that is still there
     * @param gone shipped and not arrived at any organisation that takes part
     */
    record Reached(LotId lot, OrganisationId organisation, Mass quantity, Mass left, Mass gone) {}

    /**
     * Some of what had gone came back.
     *
     * @param organisation that has it
     * @param lot that it was part of
     * @param where it was found, in words
     * @param by who wrote it, a person's code
     */
    @EventName("recall.recovered")
    record Recovered(
            RecallId recall,
            OrganisationId organisation,
            LotId lot,
            Mass quantity,
            String where,
            String by,
            OffsetDateTime happenedAt)
            implements RecallEvent {}

    /**
     * Nothing more is looked for. Lots that are reached later are held all the same.
     *
     * @param lots how many were reached
     * @param gone of all of them together
     * @param recoveredPercent of what had gone, with two decimals; 100 if nothing had
     * @param by who closed it, a person's code
     */
    @EventName("recall.closed")
    record RecallClosed(
            RecallId recall,
            int lots,
            Mass gone,
            Mass recovered,
            BigDecimal recoveredPercent,
            String by,
            OffsetDateTime happenedAt)
            implements RecallEvent {}
}
