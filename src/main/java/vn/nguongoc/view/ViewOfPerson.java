package vn.nguongoc.view;

import java.time.OffsetDateTime;
import java.util.List;
import vn.nguongoc.identity.event.Grant;
import vn.nguongoc.identity.event.PersonId;
import vn.nguongoc.shared.OrganisationId;

/**
 * Somebody who was let in.
 *
 * @param code what the record calls them; their name is nowhere in the log
 * @param grants their duties, in the order in which they came; none for who has left
 * @param hasLeft whether they are let in no more
 * @param since when they were entered
 */
public record ViewOfPerson(PersonId id, String code, List<Grant> grants, boolean hasLeft, OffsetDateTime since)
        implements View {

    public ViewOfPerson granted(Grant grant) {
        return new ViewOfPerson(id, code, OneMore.after(grants, grant), hasLeft, since);
    }

    public ViewOfPerson withdrawn(Grant grant) {
        return new ViewOfPerson(
                id, code, grants.stream().filter(it -> !it.equals(grant)).toList(), hasLeft, since);
    }

    /** Seen out, with every duty ended. */
    public ViewOfPerson left() {
        return new ViewOfPerson(id, code, List.of(), true, since);
    }

    /** As this organisation may know them: what they do for others is the others' business. */
    public ViewOfPerson seenBy(OrganisationId organisation) {
        return new ViewOfPerson(id, code, grantsOf(organisation), hasLeft, since);
    }

    /** What they do for this organisation. */
    public List<Grant> grantsOf(OrganisationId organisation) {
        return grants.stream()
                .filter(it -> organisation.equals(it.organisation()))
                .toList();
    }
}
