package vn.nguongoc.seed.web;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.nguongoc.eventlog.Recorder;
import vn.nguongoc.seed.SeedCommand;
import vn.nguongoc.seed.event.SeedLotKey;
import vn.nguongoc.seed.web.SeedRequests.Reception;
import vn.nguongoc.seed.web.SeedRequests.Test;
import vn.nguongoc.shared.Stamp;
import vn.nguongoc.web.Created;

/** {@code /api/seed-lots}: receiving seed and post-larvae, and what tests of them found. */
@RestController
@RequestMapping("/api/seed-lots")
class SeedLotController {
    private final Recorder recorder;

    SeedLotController(Recorder recorder) {
        this.recorder = recorder;
    }

    @PostMapping
    ResponseEntity<Map<String, SeedLotKey>> receive(@RequestBody Reception request, Stamp stamp) {
        var command = request.command();
        return record(command.lot(), command, stamp);
    }

    @PostMapping("/{cooperative}/{number}/tests")
    ResponseEntity<Map<String, SeedLotKey>> recordTest(
            @PathVariable String cooperative, @PathVariable String number, @RequestBody Test request, Stamp stamp) {
        var lot = SeedRequests.lot(cooperative, number);
        return record(lot, request.command(lot), stamp);
    }

    private ResponseEntity<Map<String, SeedLotKey>> record(SeedLotKey lot, SeedCommand command, Stamp stamp) {
        var receipt = recorder.record(stamp, command);
        var location = "/api/seed-lots/" + lot.cooperative() + "/" + lot.number();
        return Created.at(location, lot, receipt, Map.of("id", lot));
    }
}
