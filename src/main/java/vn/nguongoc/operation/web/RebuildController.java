package vn.nguongoc.operation.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.nguongoc.generations.HistoryProgress;
import vn.nguongoc.generations.RebuildProgress;
import vn.nguongoc.operation.Operations;
import vn.nguongoc.web.Caller;

/** The history told anew from the log, while the service goes on. No fact of the farm: it may be asked for again. */
@RestController
class RebuildController {
    private final HistoryProgress progress;
    private final Operations operations;

    RebuildController(HistoryProgress progress, Operations operations) {
        this.progress = progress;
        this.operations = operations;
    }

    @PostMapping("/api/rebuilds")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Progress rebuild(HttpServletRequest request) {
        operations.rebuild(Caller.of(request));
        return progress();
    }

    @GetMapping("/api/rebuilds")
    Progress progress() {
        return new Progress(
                progress.position(),
                progress.head(),
                progress.rebuilding().map(Building::of).orElse(null));
    }

    /**
     * @param position of the last event that what is served has seen, −1 before the first
     * @param head position of the log's last event
     * @param building what will be served next; absent while nothing is being built
     */
    record Progress(long position, long head, @Nullable Building building) {}

    /**
     * @param position of the last event that it has seen
     * @param percent of the log
     * @param failing whether something keeps it from going on; the service's log says what
     */
    record Building(long generation, long position, int percent, boolean failing) {
        private static Building of(RebuildProgress it) {
            return new Building(it.generation(), it.position(), it.percent(), it.failure() != null);
        }
    }
}
