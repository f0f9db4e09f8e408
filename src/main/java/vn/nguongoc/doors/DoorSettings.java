package vn.nguongoc.doors;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param doors {@code nguongoc.doors}: whether anybody is asked who they are
 * @param requestsPerMinute {@code nguongoc.requests-per-minute}: how often one person or key may ask behind closed
 *     doors
 */
@ConfigurationProperties("nguongoc")
record DoorSettings(
        @DefaultValue("open") Doors doors,
        @DefaultValue("1200") int requestsPerMinute) {

    /** Open is for trying the service out on one's own machine: it answers nobody else then. */
    enum Doors {
        OPEN,
        CLOSED
    }

    boolean areOpen() {
        return doors == Doors.OPEN;
    }
}
