package vn.nguongoc.view;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.identity.event.Duty;
import vn.nguongoc.identity.event.KeyId;
import vn.nguongoc.identity.event.Verb;
import vn.nguongoc.shared.OrganisationId;

/**
 * A machine's key; what opens with it is told to nobody.
 *
 * @param expiresAt after which it opens nothing
 * @param purpose what it is for, if somebody said so
 * @param since when it was issued
 * @param revokedAt when it was revoked, if it was
 */
public record ViewOfKey(
        KeyId id,
        OrganisationId organisation,
        List<Duty> duties,
        List<Verb> verbs,
        OffsetDateTime expiresAt,
        @Nullable String purpose,
        OffsetDateTime since,
        @Nullable OffsetDateTime revokedAt)
        implements View {

    public ViewOfKey revoked(OffsetDateTime at) {
        return new ViewOfKey(id, organisation, duties, verbs, expiresAt, purpose, since, at);
    }
}
