package vn.nguongoc.identity.web;

import java.net.URI;
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
import vn.nguongoc.identity.Secret;
import vn.nguongoc.identity.event.PersonId;
import vn.nguongoc.identity.web.PeopleRequests.Duties;
import vn.nguongoc.identity.web.PeopleRequests.Entering;
import vn.nguongoc.identity.web.PeopleRequests.Inviting;
import vn.nguongoc.identity.web.PeopleRequests.Leaving;
import vn.nguongoc.shared.Receipt;
import vn.nguongoc.shared.Stamp;
import vn.nguongoc.shared.Vietnam;
import vn.nguongoc.web.Created;
import vn.nguongoc.web.PublicAddress;

/** {@code /api/people}: letting people in, giving them duties, seeing them out. */
@RestController
@RequestMapping("/api/people")
class PeopleController {
    private final People people;
    private final PublicAddress address;
    private final Clock clock;

    PeopleController(People people, PublicAddress address, Clock clock) {
        this.people = people;
        this.address = address;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<Entered> enter(@RequestBody Entering request, Stamp stamp) {
        var person = PersonId.of(stamp);
        var entered = people.enter(stamp, request.command(person, now()));
        return created(person, entered.receipt(), new Entered(person, link(entered.invitation())));
    }

    /** @param invitation where they choose a name and a password; good once, for seven days */
    record Entered(PersonId id, URI invitation) {}

    /** Another invitation, for who lost the first or a password. */
    @PostMapping("/{id}/invitations")
    ResponseEntity<Entered> invite(@PathVariable String id, @RequestBody Inviting request, Stamp stamp) {
        var person = PeopleRequests.person(id);
        var invited = people.invite(stamp, request.command(person, now()));
        return created(person, invited.receipt(), new Entered(person, link(invited.invitation())));
    }

    @PostMapping("/{id}/duties")
    ResponseEntity<Map<String, PersonId>> grant(@PathVariable String id, @RequestBody Duties request, Stamp stamp) {
        var person = PeopleRequests.person(id);
        return created(person, people.grant(stamp, request.granting(person, now())), Map.of("id", person));
    }

    @PostMapping("/{id}/duties/withdrawals")
    ResponseEntity<Map<String, PersonId>> withdraw(@PathVariable String id, @RequestBody Duties request, Stamp stamp) {
        var person = PeopleRequests.person(id);
        return created(person, people.withdraw(stamp, request.withdrawing(person, now())), Map.of("id", person));
    }

    @PostMapping("/{id}/leavings")
    ResponseEntity<Map<String, PersonId>> leave(@PathVariable String id, @RequestBody Leaving request, Stamp stamp) {
        var person = PeopleRequests.person(id);
        return created(person, people.leave(stamp, request.command(person, now())), Map.of("id", person));
    }

    private static <T> ResponseEntity<T> created(PersonId person, Receipt receipt, T body) {
        return Created.at("/api/people/" + person, person, receipt, body);
    }

    /** What follows the {@code #} no server and no log is told. */
    private URI link(Secret invitation) {
        return URI.create(address.base() + "/account/join#" + invitation.text());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(Vietnam.OFFSET);
    }
}
