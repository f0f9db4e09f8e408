package vn.nguongoc.staff.web;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.generations.Things;
import vn.nguongoc.identity.event.KeyId;
import vn.nguongoc.identity.event.PersonId;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.view.View;
import vn.nguongoc.view.ViewOfKey;
import vn.nguongoc.view.ViewOfOrganisation;
import vn.nguongoc.view.ViewOfPerson;

/** What ids are called by people. */
@Component
final class Names {
    private final Things things;

    Names(Things things) {
        this.things = things;
    }

    /** @throws Refused if there is none with this id */
    ViewOfOrganisation organisation(String id) {
        return found(ViewOfOrganisation.class, id, OrganisationId::new)
                .orElseThrow(() -> new Refused(new LogRefusal.NotFound(id)));
    }

    /** A person's code, a key's purpose, an organisation's name; null for what has none. */
    @Nullable
    String of(@Nullable String id) {
        return id == null
                ? null
                : found(ViewOfPerson.class, id, PersonId::new)
                        .map(ViewOfPerson::code)
                        .or(() -> found(ViewOfKey.class, id, KeyId::new).map(ViewOfKey::purpose))
                        .or(() -> found(ViewOfOrganisation.class, id, OrganisationId::new)
                                .map(ViewOfOrganisation::name))
                        .orElse(null);
    }

    private <V extends View> Optional<V> found(Class<V> type, String id, Function<String, Object> read) {
        try {
            return things.find(type, read.apply(id));
        } catch (IllegalArgumentException notSuchAnId) {
            return Optional.empty();
        }
    }
}
