package vn.nguongoc.view;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.shared.Flag;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.ShipmentId;
import vn.nguongoc.shipment.event.ShipmentEvent.Line;
import vn.nguongoc.shipment.event.ShipmentEvent.ReceivedLine;

/**
 * Goods that left, and what the receiver says of them.
 *
 * @param organisation that held the goods
 * @param to the business they went to, by name
 * @param receiver that business, where it takes part
 * @param milestones one for each lot on board
 * @param receipt what the receiver said that arrived, once it did
 * @param disputes in the order of recording; at most the last is open
 */
public record ViewOfShipment(
        ShipmentId id,
        OrganisationId organisation,
        String to,
        @Nullable OrganisationId receiver,
        @Nullable String market,
        OffsetDateTime since,
        List<Milestone.Dispatch> milestones,
        @Nullable Receipt receipt,
        List<Dispute> disputes)
        implements View {

    public ViewOfShipment received(Receipt arrived) {
        return with(arrived, disputes);
    }

    public ViewOfShipment disputed(Dispute dispute) {
        return with(receipt, OneMore.after(disputes, dispute));
    }

    public ViewOfShipment settled(Settlement settlement) {
        return with(
                receipt,
                disputes.stream()
                        .map(it -> it.settled() == null ? it.settledBy(settlement) : it)
                        .toList());
    }

    private ViewOfShipment with(@Nullable Receipt arrived, List<Dispute> all) {
        return new ViewOfShipment(id, organisation, to, receiver, market, since, milestones, arrived, all);
    }

    public boolean isDisputed() {
        return disputes.stream().anyMatch(it -> it.settled() == null);
    }

    /**
     * What the receiver said that arrived.
     *
     * @param flags doubts about what was lost on the way
     */
    public record Receipt(Milestone.Fact fact, List<ReceivedLine> lines, List<Flag> flags) {}

    /**
     * One side does not agree.
     *
     * @param lines what this side counted instead, of the lots that it is about
     */
    public record Dispute(
            Milestone.Fact fact,
            OrganisationId organisation,
            String reason,
            List<Line> lines,
            @Nullable Settlement settled) {
        private Dispute settledBy(Settlement settlement) {
            return new Dispute(fact, organisation, reason, lines, settlement);
        }
    }

    /** The other side agreed in the end. */
    public record Settlement(Milestone.Fact fact, OrganisationId organisation, String reason) {}
}
