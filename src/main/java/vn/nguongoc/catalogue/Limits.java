package vn.nguongoc.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
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
    private static final int MOST_DECIMALS = 6;

    /** @throws IllegalArgumentException if it limits nothing, or calls usual what is not possible */
    public Limits {
        if (usual == null && possible == null) {
            throw new IllegalArgumentException("limits say what is usual, what is possible, or both");
        }
        if (usual != null && possible != null) {
            requireWithin(possible, usual.min());
            requireWithin(possible, usual.max());
        }
    }

    private static void requireWithin(Range possible, @Nullable BigDecimal end) {
        var passed = end == null ? null : possible.passed(end);
        if (passed != null) {
            throw new IllegalArgumentException(
                    "what is usual lies within what is possible: " + end + " is past " + passed);
        }
    }

    /** The same for so many times as much. */
    public Limits times(int factor) {
        var many = BigDecimal.valueOf(factor);
        return new Limits(
                usual == null ? null : usual.times(many), possible == null ? null : possible.times(many), source);
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

    /**
     * A doubt about a number that was worked out: judged exactly, told with so many decimals, or with more where it
     * would seem to be no more than the limit.
     */
    public Optional<Flag> doubt(String code, @Nullable String subject, BigDecimal exact, int decimals) {
        return doubt(code, subject, exact)
                .map(flag -> new Flag(code, subject, told(exact, flag.limit(), decimals), flag.limit(), flag.source()));
    }

    private static BigDecimal told(BigDecimal exact, @Nullable BigDecimal limit, int decimals) {
        var rounded = exact.setScale(decimals, RoundingMode.HALF_UP);
        return limit != null && decimals < MOST_DECIMALS && rounded.compareTo(limit) == 0
                ? told(exact, limit, decimals + 1)
                : rounded;
    }
}
