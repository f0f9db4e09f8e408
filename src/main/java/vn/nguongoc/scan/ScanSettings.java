package vn.nguongoc.scan;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How scans are counted.
 *
 * @param retentionDays {@code nguongoc.scan.retention-days}: devices, places and countries of a day are erased after so
 *     many, and a unit that nobody scanned for so long altogether
 * @param countryHeader {@code nguongoc.scan.country-header}: a header in which a proxy that is trusted tells the
 *     visitor's country by two letters; absent: no country is noted
 * @param session {@code nguongoc.scan.session}: a device that looks again after such a break begins another session
 * @param writeEvery {@code nguongoc.scan.write-every}: so much is lost at most when the process is killed
 * @param waiting {@code nguongoc.scan.waiting}: sessions that may wait to be written; what comes on top is not counted
 */
@ConfigurationProperties("nguongoc.scan")
record ScanSettings(
        @DefaultValue("400") int retentionDays,
        @Nullable String countryHeader,
        @DefaultValue("30m") Duration session,
        @DefaultValue("1s") Duration writeEvery,
        @DefaultValue("20000") int waiting) {}
