package vn.nguongoc.printing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Files of printed labels.
 *
 * @param keep {@code nguongoc.labels.keep}: they are removed after this time, and made again when somebody asks
 * @param waiting {@code nguongoc.labels.waiting}: so many runs may wait to be printed in one process
 */
@ConfigurationProperties("nguongoc.labels")
record PrintSettings(
        @DefaultValue("7d") Duration keep,
        @DefaultValue("50") int waiting) {}
