package vn.nguongoc.province;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.lot.LotCommand.PlaceHold;
import vn.nguongoc.lot.LotCommand.RecordLabResult;
import vn.nguongoc.lot.LotCommand.Release;
import vn.nguongoc.lot.LotCommand.Split;
import vn.nguongoc.lot.event.LotEvent.Portion;
import vn.nguongoc.lot.event.LotEvent.Verdict;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.ShipmentId;
import vn.nguongoc.shipment.ShipmentCommand.Arrival;
import vn.nguongoc.shipment.ShipmentCommand.ConfirmReceipt;
import vn.nguongoc.shipment.ShipmentCommand.Dispatch;
import vn.nguongoc.shipment.event.ShipmentEvent.Line;
import vn.nguongoc.step.StepCommand.Part;
import vn.nguongoc.step.StepCommand.RecordStep;
import vn.nguongoc.step.event.StepEvent.Loss;

/** An organisation that holds lots, and what it does with them. */
record Holder(OrganisationId id, Clerk clerk) {
    /** One shipment's; a receipt tells of at most 150. */
    private static final int LOTS_ABOARD = 50;

    /** Goods on their way to somebody who will say what arrived. */
    record Consignment(ShipmentId shipment, List<Batch> batches) {}

    /** @return what came out, in the order of {@code made} */
    List<Batch> process(
            String kind,
            String facility,
            List<Part> inputs,
            List<Made> made,
            @Nullable Loss loss,
            Map<String, BigDecimal> measurements,
            OffsetDateTime at) {
        var stamp = clerk.stamp();
        var outputs = IntStream.range(0, made.size())
                .mapToObj(i -> made.get(i).output(stamp.newLot(i)))
                .toList();
        clerk.record(
                stamp,
                new RecordStep(
                        stamp.newStep(),
                        id,
                        kind,
                        facility,
                        inputs,
                        outputs,
                        loss == null || loss.quantity().isZero() ? List.of() : List.of(loss),
                        measurements,
                        null,
                        at));
        clerk.count(outputs.size());
        return outputs.stream().map(Batch::of).toList();
    }

    /** The whole batch becomes another of the same product. */
    Batch pass(
            String kind,
            String facility,
            Batch batch,
            Mass out,
            @Nullable BigDecimal moisture,
            String loss,
            OffsetDateTime at) {
        var made = new Made(batch.product(), out, moisture, batch.count(), batch.item());
        var lost = new Loss(loss, batch.quantity().minus(out));
        return process(kind, facility, List.of(batch.whole()), List.of(made), lost, Map.of(), at)
                .getFirst();
    }

    List<Batch> split(Batch batch, List<Mass> parts, OffsetDateTime at) {
        var stamp = clerk.stamp();
        var portions = IntStream.range(0, parts.size())
                .mapToObj(i -> new Portion(stamp.newLot(i), parts.get(i)))
                .toList();
        clerk.record(stamp, new Split(batch.lot(), id, portions, at));
        clerk.count(portions.size());
        return portions.stream()
                .map(portion -> batch.as(portion.lot(), portion.quantity()))
                .toList();
    }

    /** All of these to somebody who takes part, in as many shipments as it takes. */
    List<Consignment> ship(OrganisationId receiver, List<Batch> batches, OffsetDateTime at) {
        var consignments = new ArrayList<Consignment>();
        for (var some : inLoads(batches)) {
            consignments.add(new Consignment(dispatch(null, receiver, some, at), some));
        }
        return consignments;
    }

    /** All of these to a business that takes no part. */
    void sell(String to, List<Batch> batches, OffsetDateTime at) {
        inLoads(batches).forEach(some -> dispatch(to, null, some, at));
    }

    private static List<List<Batch>> inLoads(List<Batch> batches) {
        return IntStream.range(0, Math.ceilDiv(batches.size(), LOTS_ABOARD))
                .mapToObj(i -> batches.subList(i * LOTS_ABOARD, Math.min((i + 1) * LOTS_ABOARD, batches.size())))
                .toList();
    }

    private ShipmentId dispatch(
            @Nullable String to, @Nullable OrganisationId receiver, List<Batch> batches, OffsetDateTime at) {
        var stamp = clerk.stamp();
        var lines = batches.stream()
                .map(batch -> new Line(batch.lot(), batch.quantity()))
                .toList();
        clerk.record(stamp, new Dispatch(stamp.newShipment(), id, to, receiver, null, lines, at));
        return stamp.newShipment();
    }

    /** All of it arrived as it was sent. */
    List<Batch> receive(Consignment consignment, OffsetDateTime at) {
        var stamp = clerk.stamp();
        var sent = consignment.batches();
        var received = IntStream.range(0, sent.size())
                .mapToObj(i -> sent.get(i).as(stamp.newLot(i), sent.get(i).quantity()))
                .toList();
        var lines = IntStream.range(0, sent.size())
                .mapToObj(i -> new Arrival(
                        sent.get(i).lot(),
                        received.get(i).quantity(),
                        received.get(i).lot()))
                .toList();
        clerk.record(stamp, new ConfirmReceipt(consignment.shipment(), id, lines, "kho-1", at));
        clerk.count(received.size());
        return received;
    }

    void test(LotId lot, String test, Verdict verdict, OrganisationId laboratory, OffsetDateTime at) {
        clerk.record(new RecordLabResult(lot, id, test, verdict, laboratory, "PT-" + lot, List.of(), at));
    }

    /** Somebody holds a new lot back, and two people let it go. */
    void hesitate(LotId lot, OffsetDateTime at) {
        clerk.record(new PlaceHold(lot, id, "cân lại", "kho-1", at));
        clerk.record(new Release(lot, id, "1", "kho-1", "cân đúng", at));
        clerk.record(new Release(lot, id, "1", "kho-2", "cân đúng", at));
    }
}
