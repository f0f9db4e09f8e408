package vn.nguongoc.printing.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Map;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.nguongoc.eventlog.Recorder;
import vn.nguongoc.eventlog.Versions;
import vn.nguongoc.generations.HistoryProgress;
import vn.nguongoc.label.LabelFormat;
import vn.nguongoc.labelling.event.LabelRunId;
import vn.nguongoc.printing.Orders;
import vn.nguongoc.printing.PrintProgress;
import vn.nguongoc.printing.Prints;
import vn.nguongoc.printing.web.LabelRequests.OrderingRun;
import vn.nguongoc.printing.web.LabelRequests.Saying;
import vn.nguongoc.shared.Receipt;
import vn.nguongoc.shared.Stamp;
import vn.nguongoc.view.ViewOfLabelRun;
import vn.nguongoc.web.Created;
import vn.nguongoc.web.Tags;

/** {@code /api/label-runs}: labels that are ordered, their files, and what became of them. */
@RestController
@RequestMapping("/api/label-runs")
class LabelRunController {
    private final Orders orders;
    private final Prints prints;
    private final Recorder recorder;
    private final HistoryProgress progress;
    private final ProgressFeed feed;
    private final Versions versions;

    LabelRunController(
            Orders orders,
            Prints prints,
            Recorder recorder,
            HistoryProgress progress,
            ProgressFeed feed,
            Versions versions) {
        this.orders = orders;
        this.prints = prints;
        this.recorder = recorder;
        this.progress = progress;
        this.feed = feed;
        this.versions = versions;
    }

    // ---- recording

    @PostMapping
    ResponseEntity<Map<String, LabelRunId>> order(@RequestBody OrderingRun request, Stamp stamp) {
        var run = LabelRunId.of(stamp);
        return created(run, orders.place(request.read(), run, stamp));
    }

    @PostMapping("/{id}/activations")
    ResponseEntity<Map<String, LabelRunId>> activate(
            @PathVariable String id, @RequestBody Saying request, Stamp stamp) {
        var run = LabelRequests.run(id);
        return created(run, recorder.record(stamp, request.activation(run)));
    }

    @PostMapping("/{id}/voids")
    ResponseEntity<Map<String, LabelRunId>> withdraw(
            @PathVariable String id, @RequestBody Saying request, Stamp stamp) {
        var run = LabelRequests.run(id);
        return created(run, recorder.record(stamp, request.withdrawal(run)));
    }

    @PostMapping("/{id}/reprints")
    ResponseEntity<Map<String, LabelRunId>> reprint(@PathVariable String id, @RequestBody Saying request, Stamp stamp) {
        var run = LabelRequests.run(id);
        return created(run, orders.reprint(request.reprint(run), stamp));
    }

    @PostMapping("/{id}/cancellations")
    ResponseEntity<Map<String, LabelRunId>> cancel(@PathVariable String id, @RequestBody Saying request, Stamp stamp) {
        var run = LabelRequests.run(id);
        return created(run, orders.cancel(request.cancellation(run), stamp));
    }

    private static ResponseEntity<Map<String, LabelRunId>> created(LabelRunId run, Receipt receipt) {
        return Created.at("/api/label-runs/" + run, run, receipt, Map.of("id", run));
    }

    // ---- reading

    @GetMapping("/{id}")
    ResponseEntity<Told> run(@PathVariable String id, @RequestParam(defaultValue = "-1") long after) {
        progress.awaitSeen(after);
        var key = LabelRequests.run(id);
        var version = versions.asOf(key, progress.position());
        var run = prints.run(key);
        var file = prints.progress(run, 0);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .eTag(Tags.of(version, file.state(), file.done()))
                .body(new Told(run, run.tally(), file));
    }

    /** @param file how far it is */
    record Told(@JsonUnwrapped ViewOfLabelRun run, ViewOfLabelRun.LabelTally labels, PrintProgress file) {}

    /** @param reprint which one; 0 for the run itself */
    @GetMapping(path = "/{id}/progress", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter progress(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int reprint,
            @RequestParam(defaultValue = "-1") long after) {
        progress.awaitSeen(after);
        return feed.of(LabelRequests.run(id), reprint);
    }

    /** @param reprint which one; 0 for the run itself */
    @GetMapping("/{id}/file")
    ResponseEntity<Resource> file(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int reprint,
            @RequestParam(defaultValue = "-1") long after) {
        progress.awaitSeen(after);
        var run = prints.run(LabelRequests.run(id));
        var file = prints.file(run, reprint);
        return ResponseEntity.ok()
                .contentType(type(run.paper().format()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.getFileName().toString())
                                .build()
                                .toString())
                .cacheControl(CacheControl.noStore())
                .body(new FileSystemResource(file));
    }

    private static MediaType type(LabelFormat format) {
        return switch (format) {
            case PDF -> MediaType.APPLICATION_PDF;
            case ZPL, TSPL -> MediaType.APPLICATION_OCTET_STREAM;
        };
    }
}
