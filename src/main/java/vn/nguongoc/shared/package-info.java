/**
 * The few words that every room uses: ids, masses, the two clocks (what happened is an {@link java.time.OffsetDateTime}
 * in the farmer's zone, what was recorded an {@link java.time.Instant} of the server's) and refusals. It imports
 * nothing of ours and knows no farming.
 */
@NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package vn.nguongoc.shared;

import org.jspecify.annotations.NullMarked;
