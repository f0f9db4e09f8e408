package vn.nguongoc.lists.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.nguongoc.generations.HistoryProgress;
import vn.nguongoc.lists.LabelRuns;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.view.ViewOfLabelRun;

/** Runs of labels of a lot or of an organisation, newest first. */
@RestController
class LabelRunListController {
    private static final String PATH = "/api/label-runs";

    private final LabelRuns runs;
    private final Organisations organisations;
    private final HistoryProgress progress;

    LabelRunListController(LabelRuns runs, Organisations organisations, HistoryProgress progress) {
        this.runs = runs;
        this.organisations = organisations;
        this.progress = progress;
    }

    @GetMapping(PATH)
    ResponseEntity<Runs> runs(@RequestParam MultiValueMap<String, String> parameters) {
        var query = new ListQuery(parameters, List.of("organisation", "lot"));
        progress.awaitSeen(query.after());
        var lot = query.one("lot", List.of(), LabelRunListController::lot);
        var page = lot == null
                ? runs.of(organisations.required(query, "organisation"), query.cursor(), query.limit())
                : runs.of(lot, query.cursor(), query.limit());
        var organisation = organisations.named(query, "organisation");
        var listed = page.items().stream()
                .filter(it -> organisation == null || it.organisation().equals(organisation))
                .map(Listed::of)
                .toList();
        return query.answer(PATH, page.cursor()).body(new Runs(listed, page.cursor()));
    }

    private static Optional<LotId> lot(String text) {
        try {
            return Optional.of(new LotId(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** @param labels where they are */
    record Listed(@JsonUnwrapped ViewOfLabelRun run, ViewOfLabelRun.LabelTally labels) {
        private static Listed of(ViewOfLabelRun run) {
            return new Listed(run, run.tally());
        }
    }

    /** @param cursor of the next page; absent on the last */
    record Runs(List<Listed> runs, @Nullable String cursor) {}
}
