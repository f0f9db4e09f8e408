package vn.nguongoc.operation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.nguongoc.eventlog.FollowerStatus;

/**
 * When somebody should look.
 *
 * @param behind {@code nguongoc.operation.behind}: a follower is behind when the oldest event that it has not seen was
 *     recorded longer ago than this
 */
@ConfigurationProperties("nguongoc.operation")
record OperationSettings(@DefaultValue("60s") Duration behind) {

    /** Whether this follower is stuck or behind. */
    boolean needsALook(FollowerStatus follower) {
        return follower.error() != null || follower.ageMillis() > behind.toMillis();
    }
}
