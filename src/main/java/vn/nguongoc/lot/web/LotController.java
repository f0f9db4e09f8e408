package vn.nguongoc.lot.web;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.nguongoc.eventlog.Recorder;
import vn.nguongoc.lot.LotCommand;
import vn.nguongoc.lot.web.LotRequests.Harvest;
import vn.nguongoc.lot.web.LotRequests.LabResult;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Stamp;
import vn.nguongoc.web.Created;

/** {@code /api/lots}: recording harvests and what laboratories found. */
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

    @PostMapping("/{id}/lab-results")
    ResponseEntity<Map<String, LotId>> recordLabResult(
            @PathVariable String id, @RequestBody LabResult request, Stamp stamp) {
        var lot = LotRequests.lot(id);
        return record(lot, request.command(lot), stamp);
    }

    private ResponseEntity<Map<String, LotId>> record(LotId lot, LotCommand command, Stamp stamp) {
        var receipt = recorder.record(stamp, command);
        return Created.at("/api/lots/" + lot, lot, receipt, Map.of("id", lot));
    }
}
