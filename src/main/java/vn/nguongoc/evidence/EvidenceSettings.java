package vn.nguongoc.evidence;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much is kept.
 *
 * @param quota {@code nguongoc.evidence.quota}: of files of one organisation in all, such as {@code 500MB}
 */
@ConfigurationProperties("nguongoc.evidence")
record EvidenceSettings(@DefaultValue("2GB") DataSize quota) {}
