package vn.nguongoc.identity.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.nguongoc.shared.Refusal;

/** What somebody does; what they may do follows from it. Buyers have none: they do not sign in. */
public enum Duty {
    /**
     * Runs the service: enters organisations and their first people, sees to its operation. Records nothing of farms.
     */
    ADMINISTRATOR,
    /** Speaks for an organisation: its people, keys, recalls, corrections, releases; may record too. */
    MANAGER,
    /** Records what is done on an organisation's plots, and its harvests. */
    RECORDER,
    /** Records what a plant or a mill does: steps, splits, shipments, labels. */
    OPERATOR,
    /** Signs a laboratory's results. */
    LABORATORY,
    /** Enters and withdraws certificates for a body that certifies. */
    CERTIFIER,
    /** Records temperatures on the way and what it received and handed over. */
    CARRIER,
    /** Reads everything in its wards and changes nothing. */
    INSPECTOR;

    /** Whether it is done for an organisation; an administrator's and an inspector's are not. */
    public boolean isForAnOrganisation() {
        return this != ADMINISTRATOR && this != INSPECTOR;
    }

    /** As it is stored and sent: lower case; names are in the message files under {@code duty.<code>}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if no duty has this code */
    @JsonCreator
    public static Duty named(String code) {
        return Arrays.stream(values())
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refusal.WrongForm(
                        "one-of", Arrays.stream(values()).map(Duty::code).collect(Collectors.joining(", "))));
    }
}
