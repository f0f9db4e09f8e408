package vn.nguongoc.lists;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nguongoc.generations.Generations;
import vn.nguongoc.generations.Views;
import vn.nguongoc.identity.event.Grant;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.view.ViewOfKey;
import vn.nguongoc.view.ViewOfPerson;

/** Who works for an organisation, by their codes, and its keys, newest first; likewise those of the service itself. */
@Component
public class Staff {
    private static final String PEOPLE = "people/";
    private static final String KEYS = "keys/";

    private final Generations generations;

    Staff(Generations generations) {
        this.generations = generations;
    }

    // ---- writing

    public static void enter(Views views, ViewOfPerson person, Grant grant) {
        views.enter(place(person, grant), person.id().value());
    }

    /** Unless they do something else there. */
    public static void strike(Views views, ViewOfPerson after, Grant grant) {
        if (after.grants().stream().noneMatch(it -> list(it).equals(list(grant)))) {
            views.strike(place(after, grant));
        }
    }

    public static void enter(Views views, ViewOfKey key) {
        views.enter(
                KEYS + key.organisation() + "/" + ListKeys.newestFirst(key.since()) + key.id(),
                key.id().value());
    }

    private static String place(ViewOfPerson person, Grant grant) {
        return list(grant) + ListKeys.ascii(person.code()) + "/" + person.id();
    }

    private static String list(Grant grant) {
        return people(grant.organisation());
    }

    private static String people(@Nullable OrganisationId organisation) {
        return PEOPLE + (organisation == null ? "service" : organisation) + "/";
    }

    // ---- reading

    /**
     * A page of people.
     *
     * @param organisation absent for those who run the service or inspect it; what people do elsewhere is not told
     */
    public Page<ViewOfPerson> people(@Nullable OrganisationId organisation, @Nullable String cursor, int limit) {
        Page<ViewOfPerson> page = Listed.page(
                generations.views(), ViewOfPerson.class, it -> it.id().value(), people(organisation), cursor, limit);
        return organisation == null
                ? page
                : new Page<>(
                        page.items().stream().map(it -> it.seenBy(organisation)).toList(), page.cursor());
    }

    /** Also those that are revoked or too old. */
    public Page<ViewOfKey> keys(OrganisationId organisation, @Nullable String cursor, int limit) {
        return Listed.page(
                generations.views(), ViewOfKey.class, it -> it.id().value(), KEYS + organisation + "/", cursor, limit);
    }
}
