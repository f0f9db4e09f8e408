package vn.nguongoc.shipment.web;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.nguongoc.eventlog.Recorder;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.ShipmentId;
import vn.nguongoc.shared.Stamp;
import vn.nguongoc.shipment.ShipmentCommand.Dispatch;
import vn.nguongoc.shipment.event.ShipmentEvent.Line;
import vn.nguongoc.web.Created;
import vn.nguongoc.web.Form;
import vn.nguongoc.web.Form.Quantity;

/** {@code /api/shipments}: recording goods that leave. */
@RestController
@RequestMapping("/api/shipments")
class ShipmentController {
    private final Recorder recorder;

    ShipmentController(Recorder recorder) {
        this.recorder = recorder;
    }

    @PostMapping
    ResponseEntity<Map<String, ShipmentId>> dispatch(@RequestBody DispatchRequest request, Stamp stamp) {
        var command = request.command(stamp.newShipment());
        var receipt = recorder.record(stamp, command);
        var id = command.shipment();
        return Created.at("/api/shipments/" + id, id, receipt, Map.of("id", id));
    }

    record DispatchRequest(
            @Nullable String organisation,
            @Nullable String to,
            @Nullable List<LinePart> lines,
            @Nullable String happenedAt) {

        Dispatch command(ShipmentId id) {
            var form = new Form();
            var by = form.of("/organisation", organisation, OrganisationId::new);
            var whom = form.text("/to", to);
            var loaded = form.each("/lines", lines, (part, line, i) -> line.read(part));
            var happened = form.happenedAt("/happenedAt", happenedAt);
            form.refuseFaults();
            return new Dispatch(
                    id, by.get(), whom.get(), loaded.stream().map(Supplier::get).toList(), happened.get());
        }
    }

    record LinePart(@Nullable String lot, @Nullable Quantity quantity) {
        Supplier<Line> read(Form form) {
            var from = form.of("/lot", lot, LotId::new);
            var shipped = form.mass("/quantity", quantity);
            return () -> new Line(from.get(), shipped.get());
        }
    }
}
