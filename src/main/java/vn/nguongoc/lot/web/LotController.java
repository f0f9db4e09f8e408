package vn.nguongoc.lot.web;

import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.nguongoc.eventlog.Recorder;
import vn.nguongoc.lot.LotCommand;
import vn.nguongoc.lot.event.LotEvent.Portion;
import vn.nguongoc.lot.web.LotRequests.Correcting;
import vn.nguongoc.lot.web.LotRequests.Harvest;
import vn.nguongoc.lot.web.LotRequests.Holding;
import vn.nguongoc.lot.web.LotRequests.LabResult;
import vn.nguongoc.lot.web.LotRequests.Releasing;
import vn.nguongoc.lot.web.LotRequests.Splitting;
import vn.nguongoc.lot.web.LotRequests.Temperatures;
import vn.nguongoc.lot.web.LotRequests.TestOrder;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Stamp;
import vn.nguongoc.web.Created;

/** {@code /api/lots}: harvests, what is found out about lots, splitting, holding back and correcting them. */
@RestController
@RequestMapping("/api/lots")
class LotController {
    private final Recorder recorder;

    LotController(Recorder recorder) {
        this.recorder = recorder;
    }

    @PostMapping
    ResponseEntity<Map<String, LotId>> recordHarvest(@RequestBody Harvest request, Stamp stamp) {
        var lot = stamp.newLot(0);
        return record(lot, request.command(lot), stamp);
    }

    @PostMapping("/{id}/test-orders")
    ResponseEntity<Map<String, LotId>> orderTests(
            @PathVariable String id, @RequestBody TestOrder request, Stamp stamp) {
        var lot = LotRequests.lot(id);
        return record(lot, request.command(lot), stamp);
    }

    @PostMapping("/{id}/lab-results")
    ResponseEntity<Map<String, LotId>> recordLabResult(
            @PathVariable String id, @RequestBody LabResult request, Stamp stamp) {
        var lot = LotRequests.lot(id);
        return record(lot, request.command(lot), stamp);
    }

    @PostMapping("/{id}/splits")
    ResponseEntity<Parts> split(@PathVariable String id, @RequestBody Splitting request, Stamp stamp) {
        var command = request.command(LotRequests.lot(id), stamp);
        var receipt = recorder.record(stamp, command);
        var parts = command.portions().stream().map(Portion::lot).toList();
        return Created.at("/api/lots/" + id, command.lot(), receipt, new Parts(command.lot(), parts));
    }

    /** @param lots the parts that became lots of their own, in the order of the request */
    record Parts(LotId id, List<LotId> lots) {}

    @PostMapping("/{id}/temperatures")
    ResponseEntity<Map<String, LotId>> recordTemperatures(
            @PathVariable String id, @RequestBody Temperatures request, Stamp stamp) {
        var lot = LotRequests.lot(id);
        return record(lot, request.command(lot), stamp);
    }

    @PostMapping("/{id}/holds")
    ResponseEntity<Map<String, LotId>> placeHold(@PathVariable String id, @RequestBody Holding request, Stamp stamp) {
        var lot = LotRequests.lot(id);
        return record(lot, request.command(lot), stamp);
    }

    /** The first says that a hold may end, the second of another person ends it. */
    @PostMapping("/{id}/releases")
    ResponseEntity<Map<String, LotId>> release(@PathVariable String id, @RequestBody Releasing request, Stamp stamp) {
        var lot = LotRequests.lot(id);
        return record(lot, request.command(lot), stamp);
    }

    @PostMapping("/{id}/corrections")
    ResponseEntity<Map<String, LotId>> correct(@PathVariable String id, @RequestBody Correcting request, Stamp stamp) {
        var lot = LotRequests.lot(id);
        return record(lot, request.command(lot), stamp);
    }

    private ResponseEntity<Map<String, LotId>> record(LotId lot, LotCommand command, Stamp stamp) {
        var receipt = recorder.record(stamp, command);
        return Created.at("/api/lots/" + lot, lot, receipt, Map.of("id", lot));
    }
}
