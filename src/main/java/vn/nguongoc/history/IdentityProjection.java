package vn.nguongoc.history;

import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import vn.nguongoc.generations.Told;
import vn.nguongoc.generations.Views;
import vn.nguongoc.identity.event.IdentityEvent.DutyGranted;
import vn.nguongoc.identity.event.IdentityEvent.DutyWithdrawn;
import vn.nguongoc.identity.event.IdentityEvent.KeyIssued;
import vn.nguongoc.identity.event.IdentityEvent.KeyRevoked;
import vn.nguongoc.identity.event.IdentityEvent.PersonEntered;
import vn.nguongoc.identity.event.IdentityEvent.PersonLeft;
import vn.nguongoc.lists.Staff;
import vn.nguongoc.view.ViewOfKey;
import vn.nguongoc.view.ViewOfPerson;

/** Feeds the views of people and keys. Nobody is let in by them: what somebody may do is asked of the log itself. */
final class IdentityProjection {
    private final Views views;

    IdentityProjection(Views views) {
        this.views = views;
    }

    @EventHandler
    void on(PersonEntered event, TrackedEventMessage<?> message) {
        var person = new ViewOfPerson(event.person(), event.code(), List.of(), false, event.happenedAt());
        views.create(event.person(), Told.position(message), person);
    }

    @EventHandler
    void on(DutyGranted event, TrackedEventMessage<?> message) {
        views.change(ViewOfPerson.class, event.person(), Told.position(message), person -> {
            Staff.enter(views, person, event.grant());
            return person.granted(event.grant());
        });
    }

    @EventHandler
    void on(DutyWithdrawn event, TrackedEventMessage<?> message) {
        views.change(ViewOfPerson.class, event.person(), Told.position(message), person -> {
            var after = person.withdrawn(event.grant());
            Staff.strike(views, after, event.grant());
            return after;
        });
    }

    @EventHandler
    void on(PersonLeft event, TrackedEventMessage<?> message) {
        views.change(ViewOfPerson.class, event.person(), Told.position(message), person -> {
            var after = person.left();
            person.grants().forEach(grant -> Staff.strike(views, after, grant));
            return after;
        });
    }

    @EventHandler
    void on(KeyIssued event, TrackedEventMessage<?> message) {
        var key = new ViewOfKey(
                event.key(),
                event.organisation(),
                event.duties(),
                event.verbs(),
                event.expiresAt(),
                event.purpose(),
                event.happenedAt(),
                null);
        Staff.enter(views, key);
        views.create(event.key(), Told.position(message), key);
    }

    @EventHandler
    void on(KeyRevoked event, TrackedEventMessage<?> message) {
        views.change(ViewOfKey.class, event.key(), Told.position(message), key -> key.revoked(event.happenedAt()));
    }
}
