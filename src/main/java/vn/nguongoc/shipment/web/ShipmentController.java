package vn.nguongoc.shipment.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.nguongoc.eventlog.Recorder;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.ShipmentId;
import vn.nguongoc.shared.Stamp;
import vn.nguongoc.shipment.ShipmentCommand;
import vn.nguongoc.shipment.ShipmentCommand.Arrival;
import vn.nguongoc.shipment.web.ShipmentRequests.Dispatching;
import vn.nguongoc.shipment.web.ShipmentRequests.Disputing;
import vn.nguongoc.shipment.web.ShipmentRequests.Receiving;
import vn.nguongoc.shipment.web.ShipmentRequests.Settling;
import vn.nguongoc.web.Created;

/** {@code /api/shipments}: goods that leave, what arrived of them, and where the two sides disagree. */
@RestController
@RequestMapping("/api/shipments")
class ShipmentController {
    private final Recorder recorder;

    ShipmentController(Recorder recorder) {
        this.recorder = recorder;
    }

    @PostMapping
    ResponseEntity<Map<String, ShipmentId>> dispatch(@RequestBody Dispatching request, Stamp stamp) {
        var shipment = stamp.newShipment();
        return record(shipment, request.command(shipment), stamp);
    }

    @PostMapping("/{id}/receipts")
    ResponseEntity<Arrived> confirmReceipt(@PathVariable String id, @RequestBody Receiving request, Stamp stamp) {
        var command = request.command(ShipmentRequests.shipment(id), stamp);
        var receipt = recorder.record(stamp, command);
        var lots = command.lines().stream().map(Arrived::as).toList();
        return Created.at("/api/shipments/" + id, command.shipment(), receipt, new Arrived(command.shipment(), lots));
    }

    /** @param lots what arrived, as the receiver has it now, in the order of the request's lines */
    record Arrived(ShipmentId id, List<As> lots) {
        /** @param as absent where nothing arrived */
        record As(LotId lot, @Nullable LotId as) {}

        static As as(Arrival arrival) {
            return new As(arrival.lot(), arrival.received().isZero() ? null : arrival.as());
        }
    }

    @PostMapping("/{id}/disputes")
    ResponseEntity<Map<String, ShipmentId>> dispute(
            @PathVariable String id, @RequestBody Disputing request, Stamp stamp) {
        var shipment = ShipmentRequests.shipment(id);
        return record(shipment, request.command(shipment), stamp);
    }

    @PostMapping("/{id}/settlements")
    ResponseEntity<Map<String, ShipmentId>> settle(
            @PathVariable String id, @RequestBody Settling request, Stamp stamp) {
        var shipment = ShipmentRequests.shipment(id);
        return record(shipment, request.command(shipment), stamp);
    }

    private ResponseEntity<Map<String, ShipmentId>> record(ShipmentId shipment, ShipmentCommand command, Stamp stamp) {
        var receipt = recorder.record(stamp, command);
        return Created.at("/api/shipments/" + shipment, shipment, receipt, Map.of("id", shipment));
    }
}
