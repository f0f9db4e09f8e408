package vn.nguongoc.scan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who looks at a page.
 *
 * @param country by two letters, if a trusted proxy says so
 */
record Visitor(Device device, @Nullable String country, Instant at) {}
