package vn.nguongoc.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * From {@code min} to {@code max}, both included; one end may be open. Written {@code 26..32}, {@code ..75},
 * {@code 4..}.
 */
public record Range(@Nullable BigDecimal min, @Nullable BigDecimal max) {

    /** @throws IllegalArgumentException if both ends are open or the first is past the second */
    public Range {
        if ((min == null && max == null) || (min != null && max != null && min.compareTo(max) > 0)) {
            throw new IllegalArgumentException("a range goes from less to more: " + min + ".." + max);
        }
    }

    @JsonCreator
    static Range read(String text) {
        var ends = text.split("\\.\\.", -1);
        if (ends.length != 2) {
            throw new IllegalArgumentException("a range is written 26..32, ..75 or 4.., not " + text);
        }
        return new Range(end(ends[0]), end(ends[1]));
    }

    private static @Nullable BigDecimal end(String text) {
        return text.isEmpty() ? null : new BigDecimal(text);
    }

    Range times(BigDecimal factor) {
        return new Range(min == null ? null : min.multiply(factor), max == null ? null : max.multiply(factor));
    }

    /** The end that this value is past; nothing if it lies within. */
    public @Nullable BigDecimal passed(BigDecimal value) {
        if (min != null && value.compareTo(min) < 0) {
            return min;
        }
        return max != null && value.compareTo(max) > 0 ? max : null;
    }
}
