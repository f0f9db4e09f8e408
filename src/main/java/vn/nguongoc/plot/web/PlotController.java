package vn.nguongoc.plot.web;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.nguongoc.eventlog.Recorder;
import vn.nguongoc.plot.PlotCommand;
import vn.nguongoc.plot.web.PlotRequests.Activity;
import vn.nguongoc.plot.web.PlotRequests.ActivityCorrection;
import vn.nguongoc.plot.web.PlotRequests.Authorisation;
import vn.nguongoc.plot.web.PlotRequests.Closing;
import vn.nguongoc.plot.web.PlotRequests.Cycle;
import vn.nguongoc.plot.web.PlotRequests.Registration;
import vn.nguongoc.plot.web.PlotRequests.Water;
import vn.nguongoc.shared.PlotId;
import vn.nguongoc.shared.Stamp;
import vn.nguongoc.web.Created;

/** {@code /api/plots}: registering plots, opening and closing crop cycles, recording what is done on them. */
@RestController
@RequestMapping("/api/plots")
class PlotController {
    private final Recorder recorder;

    PlotController(Recorder recorder) {
        this.recorder = recorder;
    }

    @PostMapping
    ResponseEntity<Map<String, PlotId>> register(@RequestBody Registration request, Stamp stamp) {
        var plot = stamp.newPlot();
        return record(plot, request.command(plot), stamp);
    }

    @PostMapping("/{id}/cycles")
    ResponseEntity<Map<String, PlotId>> openCycle(@PathVariable String id, @RequestBody Cycle request, Stamp stamp) {
        var plot = PlotRequests.plot(id);
        return record(plot, request.command(plot), stamp);
    }

    @PostMapping("/{id}/activities")
    ResponseEntity<Map<String, PlotId>> recordActivity(
            @PathVariable String id, @RequestBody Activity request, Stamp stamp) {
        var plot = PlotRequests.plot(id);
        return record(plot, request.command(plot), stamp);
    }

    /** @param number of the activity on this plot, from 1 */
    @PostMapping("/{id}/activities/{number}/corrections")
    ResponseEntity<Map<String, PlotId>> correctActivity(
            @PathVariable String id, @PathVariable int number, @RequestBody ActivityCorrection request, Stamp stamp) {
        var plot = PlotRequests.plot(id);
        return record(plot, request.command(plot, number), stamp);
    }

    @PostMapping("/{id}/water-readings")
    ResponseEntity<Map<String, PlotId>> measureWater(@PathVariable String id, @RequestBody Water request, Stamp stamp) {
        var plot = PlotRequests.plot(id);
        return record(plot, request.command(plot), stamp);
    }

    /** One person says that the crop may be harvested before a waiting time is over; it takes two. */
    @PostMapping("/{id}/harvest-authorisations")
    ResponseEntity<Map<String, PlotId>> authoriseHarvest(
            @PathVariable String id, @RequestBody Authorisation request, Stamp stamp) {
        var plot = PlotRequests.plot(id);
        return record(plot, request.command(plot), stamp);
    }

    /** The open cycle is the one that closes. */
    @PostMapping("/{id}/closings")
    ResponseEntity<Map<String, PlotId>> closeCycle(@PathVariable String id, @RequestBody Closing request, Stamp stamp) {
        var plot = PlotRequests.plot(id);
        return record(plot, request.command(plot), stamp);
    }

    private ResponseEntity<Map<String, PlotId>> record(PlotId plot, PlotCommand command, Stamp stamp) {
        var receipt = recorder.record(stamp, command);
        return Created.at("/api/plots/" + plot, plot, receipt, Map.of("id", plot));
    }
}
