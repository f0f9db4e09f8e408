package vn.nguongoc.step.web;

import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.eventlog.Recorder;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Stamp;
import vn.nguongoc.shared.StepId;
import vn.nguongoc.step.event.StepEvent.Output;
import vn.nguongoc.step.web.StepRequest.Correcting;
import vn.nguongoc.web.Created;

/** {@code /api/steps}: recording and correcting what was done to lots. */
@RestController
@RequestMapping("/api/steps")
class StepController {
    private final Recorder recorder;

    StepController(Recorder recorder) {
        this.recorder = recorder;
    }

    @PostMapping
    ResponseEntity<Recorded> recordStep(@RequestBody StepRequest request, Stamp stamp) {
        var command = request.command(stamp);
        var receipt = recorder.record(stamp, command);
        var lots = command.outputs().stream().map(Output::lot).toList();
        return Created.at("/api/steps/" + command.step(), command.step(), receipt, new Recorded(command.step(), lots));
    }

    @PostMapping("/{id}/corrections")
    ResponseEntity<Map<String, StepId>> correct(@PathVariable String id, @RequestBody Correcting request, Stamp stamp) {
        var command = request.command(step(id));
        var receipt = recorder.record(stamp, command);
        return Created.at("/api/steps/" + id, command.step(), receipt, Map.of("id", command.step()));
    }

    /** A step named in the address; what is no step id is no step. */
    private static StepId step(String id) {
        return LogRefusal.named(id, StepId::new);
    }

    /** @param lots the lots that came out, in the order of the request's outputs */
    record Recorded(StepId id, List<LotId> lots) {}
}
