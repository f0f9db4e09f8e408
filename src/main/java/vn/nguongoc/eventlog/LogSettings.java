package vn.nguongoc.eventlog;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long and how many.
 *
 * @param deadline {@code nguongoc.log.deadline}: how long a caller waits for its record to be stored
 * @param attempt {@code nguongoc.log.attempt}: how long the database may take for one batch or one read before it is
 *     asked again; shorter than the deadline, so that a dead connection is given up within it
 * @param waiting {@code nguongoc.log.waiting}: how many callers may wait at once; one more is sent away
 */
@ConfigurationProperties("nguongoc.log")
record LogSettings(
        @DefaultValue("10s") Duration deadline,
        @DefaultValue("4s") Duration attempt,
        @DefaultValue("1000") int waiting) {}
