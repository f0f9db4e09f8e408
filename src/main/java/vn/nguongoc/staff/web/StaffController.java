package vn.nguongoc.staff.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.nguongoc.generations.HistoryProgress;
import vn.nguongoc.lists.Audit;
import vn.nguongoc.lists.Page;
import vn.nguongoc.lists.Staff;
import vn.nguongoc.lists.web.ListQuery;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.view.ViewOfAct;
import vn.nguongoc.view.ViewOfKey;
import vn.nguongoc.view.ViewOfPerson;

/**
 * People, keys and administrative acts of an organisation, for those who speak for it and those who run the service;
 * and those of the service itself.
 */
@RestController
class StaffController {
    private final Staff staff;
    private final Audit audit;
    private final Names names;
    private final HistoryProgress progress;

    StaffController(Staff staff, Audit audit, Names names, HistoryProgress progress) {
        this.staff = staff;
        this.audit = audit;
        this.names = names;
        this.progress = progress;
    }

    @GetMapping("/api/people")
    ResponseEntity<People> ofTheService(@RequestParam MultiValueMap<String, String> parameters) {
        return people("/api/people", null, parameters);
    }

    @GetMapping("/api/organisations/{organisation}/people")
    ResponseEntity<People> people(
            @PathVariable String organisation, @RequestParam MultiValueMap<String, String> parameters) {
        var of = names.organisation(organisation).id();
        return people("/api/organisations/" + of + "/people", of, parameters);
    }

    private ResponseEntity<People> people(
            String path, @Nullable OrganisationId of, MultiValueMap<String, String> parameters) {
        var query = asked(parameters);
        var page = staff.people(of, query.cursor(), query.limit());
        return answer(query, path, page).body(new People(page.items(), page.cursor()));
    }

    /** @param cursor of the next page; absent on the last */
    record People(List<ViewOfPerson> people, @Nullable String cursor) {}

    @GetMapping("/api/organisations/{organisation}/keys")
    ResponseEntity<Keys> keys(
            @PathVariable String organisation, @RequestParam MultiValueMap<String, String> parameters) {
        var query = asked(parameters);
        var of = names.organisation(organisation).id();
        var page = staff.keys(of, query.cursor(), query.limit());
        return answer(query, "/api/organisations/" + of + "/keys", page).body(new Keys(page.items(), page.cursor()));
    }

    /** @param cursor of the next page; absent on the last */
    record Keys(List<ViewOfKey> keys, @Nullable String cursor) {}

    @GetMapping("/api/acts")
    ResponseEntity<Acts> allActs(@RequestParam MultiValueMap<String, String> parameters) {
        return acts("/api/acts", null, parameters);
    }

    @GetMapping("/api/organisations/{organisation}/acts")
    ResponseEntity<Acts> acts(
            @PathVariable String organisation, @RequestParam MultiValueMap<String, String> parameters) {
        var of = names.organisation(organisation).id();
        return acts("/api/organisations/" + of + "/acts", of, parameters);
    }

    private ResponseEntity<Acts> acts(
            String path, @Nullable OrganisationId of, MultiValueMap<String, String> parameters) {
        var query = asked(parameters);
        var page = audit.acts(of, query.cursor(), query.limit());
        var acts = page.items().stream()
                .map(it -> new Act(it, names.of(it.fact().actor()), names.of(it.about())))
                .toList();
        return answer(query, path, page).body(new Acts(acts, page.cursor()));
    }

    /**
     * @param actorCode what the record calls who did it, or what the key is for; absent where nobody knows
     * @param aboutCode the same of whom it was about
     */
    record Act(
            @JsonUnwrapped ViewOfAct act,
            @Nullable String actorCode,
            @Nullable String aboutCode) {}

    /** @param cursor of the next page; absent on the last */
    record Acts(List<Act> acts, @Nullable String cursor) {}

    private ListQuery asked(MultiValueMap<String, String> parameters) {
        var query = new ListQuery(parameters, List.of());
        progress.awaitSeen(query.after());
        return query;
    }

    private static ResponseEntity.BodyBuilder answer(ListQuery query, String path, Page<?> page) {
        return query.answer(path, page.cursor()).cacheControl(CacheControl.noStore());
    }
}
