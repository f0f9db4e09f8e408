package vn.nguongoc.catalogue;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.shared.Flag;

/**
 * What a number usually is, and what it can be at all. Outside the first a record is flagged, outside the second it is
 * refused.
 *
 * @param source where the numbers are from, with its tag (see {@link Source})
 */
public record Limits(@Nullable Range usual, @Nullable Range possible, Source source) {

    /** @throws IllegalArgumentException if it limits nothing */
    public Limits {
        if (usual == null && possible == null) {
            throw new IllegalArgumentException("limits say what is usual, what is possible, or both");
        }
    }

    /** The end of what is possible that this value is past; nothing if it can be. */
    public @Nullable BigDecimal impossible(BigDecimal value) {
        return possible == null ? null : possible.passed(value);
    }

    /** A doubt, if the value is not usual. */
    public Optional<Flag> doubt(String code, @Nullable String subject, BigDecimal value) {
        return Optional.ofNullable(usual == null ? null : usual.passed(value))
                .map(limit -> new Flag(code, subject, value, limit, source.text()));
    }
}
