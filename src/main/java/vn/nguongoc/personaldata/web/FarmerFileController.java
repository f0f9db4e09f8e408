package vn.nguongoc.personaldata.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.eventlog.Versions;
import vn.nguongoc.farmer.ConsentTexts;
import vn.nguongoc.farmer.event.FarmerKey;
import vn.nguongoc.generations.HistoryProgress;
import vn.nguongoc.lists.web.ListQuery;
import vn.nguongoc.personaldata.FarmerFile.Asked;
import vn.nguongoc.personaldata.FarmerFile.Everything;
import vn.nguongoc.personaldata.FarmerFile.Sheet;
import vn.nguongoc.personaldata.FarmerFiles;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.web.Tags;

/** What an organisation knows of its farmers. Every GET takes {@code after}. */
@RestController
class FarmerFileController {
    private static final String FARMERS = "/api/organisations/{organisation}/farmers";

    private final FarmerFiles files;
    private final ConsentTexts texts;
    private final HistoryProgress progress;
    private final Versions versions;

    FarmerFileController(FarmerFiles files, ConsentTexts texts, HistoryProgress progress, Versions versions) {
        this.files = files;
        this.texts = texts;
        this.progress = progress;
        this.versions = versions;
    }

    @GetMapping(FARMERS)
    ResponseEntity<FarmerList> farmers(
            @PathVariable String organisation, @RequestParam MultiValueMap<String, String> parameters) {
        var query = new ListQuery(parameters, List.of());
        progress.awaitSeen(query.after());
        var page = files.of(organisation(organisation), query.cursor(), query.limit());
        return query.answer("/api/organisations/" + organisation + "/farmers", page.cursor())
                .body(new FarmerList(page.items(), page.cursor()));
    }

    /** @param cursor of the next page; absent on the last */
    record FarmerList(List<Sheet> farmers, @Nullable String cursor) {}

    @GetMapping(FARMERS + "/{farmer}")
    ResponseEntity<Sheet> farmer(
            @PathVariable String organisation,
            @PathVariable String farmer,
            @RequestParam(defaultValue = "-1") long after) {
        progress.awaitSeen(after);
        var key = farmer(organisation, farmer);
        var version = versions.asOf(key, progress.position());
        var sheet = files.find(key).orElseThrow(() -> notFound(farmer));
        return ResponseEntity.ok().eTag(Tags.of(version)).body(sheet);
    }

    /** Everything that is kept of them, for the manager to hand to them. */
    @GetMapping(FARMERS + "/{farmer}/export")
    ResponseEntity<Everything> export(
            @PathVariable String organisation,
            @PathVariable String farmer,
            @RequestParam(defaultValue = "-1") long after) {
        progress.awaitSeen(after);
        return ResponseEntity.ok(files.everything(farmer(organisation, farmer)).orElseThrow(() -> notFound(farmer)));
    }

    @GetMapping("/api/organisations/{organisation}/farmer-requests")
    ResponseEntity<RequestList> requests(
            @PathVariable String organisation, @RequestParam MultiValueMap<String, String> parameters) {
        var query = new ListQuery(parameters, List.of());
        progress.awaitSeen(query.after());
        var page = files.waiting(organisation(organisation), query.cursor(), query.limit());
        return query.answer("/api/organisations/" + organisation + "/farmer-requests", page.cursor())
                .body(new RequestList(page.items(), page.cursor()));
    }

    /** @param cursor of the next page; absent on the last */
    record RequestList(List<Asked> requests, @Nullable String cursor) {}

    /** What is read to who is asked to agree. */
    @GetMapping("/api/consent-texts")
    ResponseEntity<List<ConsentTexts.Shown>> texts() {
        return ResponseEntity.ok(texts.all());
    }

    private static OrganisationId organisation(String text) {
        return LogRefusal.named(text, OrganisationId::new);
    }

    private static FarmerKey farmer(String organisation, String code) {
        return LogRefusal.named(code, it -> new FarmerKey(organisation(organisation), it));
    }

    private static Refused notFound(String id) {
        return new Refused(new LogRefusal.NotFound(id));
    }
}
