package vn.nguongoc.history.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.evidence.Evidence;
import vn.nguongoc.evidence.FileId;
import vn.nguongoc.evidence.web.Serving;
import vn.nguongoc.generations.HistoryProgress;
import vn.nguongoc.history.LotHistories;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Refused;

/**
 * The files that a lot's history names, whoever of those before sent them: who may read the history may read what it
 * rests on. Others' files answer like those that are not there.
 */
@RestController
class EvidenceController {
    private final LotHistories histories;
    private final Evidence evidence;
    private final HistoryProgress progress;

    EvidenceController(LotHistories histories, Evidence evidence, HistoryProgress progress) {
        this.histories = histories;
        this.evidence = evidence;
        this.progress = progress;
    }

    @GetMapping("/api/lots/{id}/evidence/{file}")
    void file(
            @PathVariable String id,
            @PathVariable String file,
            @RequestParam(defaultValue = "-1") long after,
            HttpServletResponse response)
            throws IOException {
        progress.awaitSeen(after);
        var named = LogRefusal.named(file, FileId::new);
        var content = histories
                .of(LogRefusal.named(id, LotId::new))
                .flatMap(it -> it.evidence(named))
                .flatMap(it -> evidence.find(it.keeper(), named))
                .orElseThrow(() -> notFound(file));
        Serving.PRIVATE.send(named, content, response);
    }

    private static Refused notFound(String id) {
        return new Refused(new LogRefusal.NotFound(id));
    }
}
