package vn.nguongoc.doors;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * @param doors {@code nguongoc.doors}: whether anybody is asked who they are
 * @param requestsPerMinute {@code nguongoc.requests-per-minute}: how often one person or key may ask behind closed
 *     doors
 * @param managementToken {@code nguongoc.management-token}: opens {@code /actuator} behind closed doors; at least
 *     {@value #SHORTEST} characters, without it one is made
 */
@ConfigurationProperties("nguongoc")
record DoorSettings(
        @DefaultValue("open") Doors doors,
        @DefaultValue("1200") int requestsPerMinute,
        @Nullable String managementToken) {
    /** Of the token; whoever chooses one themselves might choose a word. */
    static final int SHORTEST = 32;

    DoorSettings {
        if (managementToken != null && managementToken.length() < SHORTEST) {
            throw new InvalidConfigurationPropertyValueException(
                    "nguongoc.management-token", "…", "It has less than " + SHORTEST + " characters");
        }
    }

    /** Open is for trying the service out on one's own machine: it answers nobody else then. */
    enum Doors {
        OPEN,
        CLOSED
    }

    boolean areOpen() {
        return doors == Doors.OPEN;
    }
}
