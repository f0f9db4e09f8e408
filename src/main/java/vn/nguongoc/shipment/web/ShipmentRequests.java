package vn.nguongoc.shipment.web;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Refusal;
import vn.nguongoc.shared.ShipmentId;
import vn.nguongoc.shared.Stamp;
import vn.nguongoc.shipment.ShipmentCommand.Arrival;
import vn.nguongoc.shipment.ShipmentCommand.ConfirmReceipt;
import vn.nguongoc.shipment.ShipmentCommand.Dispatch;
import vn.nguongoc.shipment.ShipmentCommand.Dispute;
import vn.nguongoc.shipment.ShipmentCommand.Settle;
import vn.nguongoc.shipment.event.ShipmentEvent.Line;
import vn.nguongoc.web.Form;
import vn.nguongoc.web.Form.Quantity;
import vn.nguongoc.web.PersonCode;

/** The bodies of requests to {@code /api/shipments}, as they come: every field may be missing or wrong. */
final class ShipmentRequests {
    private ShipmentRequests() {}

    /** A shipment named in the address; what is no shipment id is no shipment. */
    static ShipmentId shipment(String id) {
        return LogRefusal.named(id, ShipmentId::new);
    }

    record Dispatching(
            @Nullable String organisation,
            @Nullable String to,
            @Nullable String receiver,
            @Nullable String market,
            @Nullable List<LinePart> lines,
            @Nullable String happenedAt) {

        Dispatch command(ShipmentId id) {
            var form = new Form();
            var by = form.of("/organisation", organisation, OrganisationId::new);
            var whom = whom(form);
            var business = form.optional(receiver, it -> form.of("/receiver", it, OrganisationId::new));
            var sold = form.optional(market, it -> form.text("/market", it));
            var loaded = form.each("/lines", lines, (part, line, i) -> line.read(part));
            var happened = form.happenedAt("/happenedAt", happenedAt);
            form.refuseFaults();
            return new Dispatch(
                    id,
                    by.get(),
                    whom.get(),
                    business.get().orElse(null),
                    sold.get().orElse(null),
                    loaded.stream().map(Supplier::get).toList(),
                    happened.get());
        }

        /** A business that takes part has a name already. */
        private Supplier<@Nullable String> whom(Form form) {
            if (receiver == null) {
                var named = form.text("/to", to);
                return named::get;
            }
            if (to != null) {
                form.of("/to", to, Dispatching::needless);
            }
            return () -> null;
        }

        private static String needless(String name) {
            throw new Refusal.WrongForm("receiver-known");
        }
    }

    record LinePart(@Nullable String lot, @Nullable Quantity quantity) {
        Supplier<Line> read(Form form) {
            var from = form.of("/lot", lot, LotId::new);
            var shipped = form.mass("/quantity", quantity);
            return () -> new Line(from.get(), shipped.get());
        }

        /** What was weighed or counted on arrival, which may be nothing. */
        Supplier<Line> readFound(Form form) {
            var from = form.of("/lot", lot, LotId::new);
            var found = form.massOrNothing("/quantity", quantity);
            return () -> new Line(from.get(), found.get());
        }
    }

    record Receiving(
            @Nullable String organisation,
            @Nullable List<LinePart> lines,
            @Nullable String by,
            @Nullable String happenedAt) {

        ConfirmReceipt command(ShipmentId id, Stamp stamp) {
            var form = new Form();
            var of = form.of("/organisation", organisation, OrganisationId::new);
            var arrived = form.each("/lines", lines, (part, line, i) -> arrival(line.readFound(part), stamp.newLot(i)));
            var who = form.of("/by", by, PersonCode::require);
            var happened = form.happenedAt("/happenedAt", happenedAt);
            form.refuseFaults();
            return new ConfirmReceipt(
                    id, of.get(), arrived.stream().map(Supplier::get).toList(), who.get(), happened.get());
        }

        private static Supplier<Arrival> arrival(Supplier<Line> line, LotId as) {
            return () -> new Arrival(line.get().lot(), line.get().quantity(), as);
        }
    }

    record Disputing(
            @Nullable String organisation,
            @Nullable String reason,
            @Nullable List<LinePart> lines,
            @Nullable String by,
            @Nullable String happenedAt) {

        Dispute command(ShipmentId id) {
            var form = new Form();
            var of = form.of("/organisation", organisation, OrganisationId::new);
            var why = form.text("/reason", reason);
            var counted = form.any("/lines", lines, (part, line, i) -> line.readFound(part));
            var who = form.of("/by", by, PersonCode::require);
            var happened = form.happenedAt("/happenedAt", happenedAt);
            form.refuseFaults();
            return new Dispute(
                    id, of.get(), why.get(), counted.stream().map(Supplier::get).toList(), who.get(), happened.get());
        }
    }

    record Settling(
            @Nullable String organisation,
            @Nullable String reason,
            @Nullable String by,
            @Nullable String happenedAt) {

        Settle command(ShipmentId id) {
            var form = new Form();
            var of = form.of("/organisation", organisation, OrganisationId::new);
            var why = form.text("/reason", reason);
            var who = form.of("/by", by, PersonCode::require);
            var happened = form.happenedAt("/happenedAt", happenedAt);
            form.refuseFaults();
            return new Settle(id, of.get(), why.get(), who.get(), happened.get());
        }
    }
}
