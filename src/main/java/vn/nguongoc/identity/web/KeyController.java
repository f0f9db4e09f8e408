package vn.nguongoc.identity.web;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.nguongoc.identity.People;
import vn.nguongoc.identity.event.KeyId;
import vn.nguongoc.identity.web.PeopleRequests.Issuing;
import vn.nguongoc.identity.web.PeopleRequests.Revoking;
import vn.nguongoc.shared.Stamp;
import vn.nguongoc.shared.Vietnam;
import vn.nguongoc.web.Created;

/** {@code /api/keys}: keys for machines. To replace one, issue the next, and revoke the old one when it is unused. */
@RestController
@RequestMapping("/api/keys")
class KeyController {
    private final People people;
    private final Clock clock;

    KeyController(People people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<Issued> issue(@RequestBody Issuing request, Stamp stamp) {
        var key = KeyId.of(stamp);
        var issued = people.issue(stamp, request.command(key, now()));
        return Created.at("/api/keys/" + key, key, issued.receipt(), new Issued(key, issued.text()));
    }

    /** @param key the whole of it, for {@code Authorization: Bearer}; shown this once */
    record Issued(KeyId id, String key) {
        @Override
        public String toString() {
            return "Issued[" + id + "]";
        }
    }

    @PostMapping("/{id}/revocations")
    ResponseEntity<Map<String, KeyId>> revoke(@PathVariable String id, @RequestBody Revoking request, Stamp stamp) {
        var key = PeopleRequests.key(id);
        var receipt = people.revoke(stamp, request.command(key, now()));
        return Created.at("/api/keys/" + key, key, receipt, Map.of("id", key));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(Vietnam.OFFSET);
    }
}
