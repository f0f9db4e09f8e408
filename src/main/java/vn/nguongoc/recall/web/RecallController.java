package vn.nguongoc.recall.web;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.nguongoc.eventlog.Recorder;
import vn.nguongoc.recall.RecallCommand;
import vn.nguongoc.recall.web.RecallRequests.Closing;
import vn.nguongoc.recall.web.RecallRequests.Opening;
import vn.nguongoc.recall.web.RecallRequests.Recovering;
import vn.nguongoc.shared.RecallId;
import vn.nguongoc.shared.Stamp;
import vn.nguongoc.web.Created;

/** {@code /api/recalls}: opening and closing them, and what came back. */
@RestController
@RequestMapping("/api/recalls")
class RecallController {
    private final Recorder recorder;

    RecallController(Recorder recorder) {
        this.recorder = recorder;
    }

    @PostMapping
    ResponseEntity<Map<String, RecallId>> open(@RequestBody Opening request, Stamp stamp) {
        var recall = stamp.newRecall();
        return record(recall, request.command(recall), stamp);
    }

    @PostMapping("/{id}/recoveries")
    ResponseEntity<Map<String, RecallId>> recover(
            @PathVariable String id, @RequestBody Recovering request, Stamp stamp) {
        var recall = RecallRequests.recall(id);
        return record(recall, request.command(recall), stamp);
    }

    @PostMapping("/{id}/closings")
    ResponseEntity<Map<String, RecallId>> close(@PathVariable String id, @RequestBody Closing request, Stamp stamp) {
        var recall = RecallRequests.recall(id);
        return record(recall, request.command(recall), stamp);
    }

    private ResponseEntity<Map<String, RecallId>> record(RecallId recall, RecallCommand command, Stamp stamp) {
        var receipt = recorder.record(stamp, command);
        return Created.at("/api/recalls/" + recall, recall, receipt, Map.of("id", recall));
    }
}
