package vn.nguongoc.shared;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A doubt about a record that was accepted: it can be true, and somebody should look. Stored with the record, shown
 * with its numbers wherever the record is.
 *
 * @param code the doubt's name, stable for ever; its words are in the message files under {@code flag.<code>}, where
 *     {@code {0}} is the subject, {@code {1}} the value, {@code {2}} the limit and {@code {3}} the source
 * @param subject what it is about where the code does not say: a code of the catalogue, an active ingredient
 * @param value what was recorded, in the unit that the words name
 * @param limit what is usual, in the same unit
 * @param source where the limit is from, with its tag: {@code … [V]} was read in a public source, {@code [K]} is
 *     general knowledge, {@code [I]} this service's own choice
 */
public record Flag(
        String code,
        @Nullable String subject,
        @Nullable BigDecimal value,
        @Nullable BigDecimal limit,
        String source) {}
