package vn.nguongoc.catalogue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An active ingredient and what its use means for the harvest.
 *
 * @param active its name in lower case; {@code *} is whatever is not listed
 * @param use what it is used on: the same ingredient may be allowed on crops and banned in ponds
 * @param days between the last use and the harvest (pre-harvest interval, thời gian cách ly, or withdrawal time);
 *     absent where none applies. The registered label governs: a use may name more days, never fewer
 * @param banned whether it may not be used at all
 * @param aliases other names, members of the group, in lower case
 * @param residueLimits the most that markets allow, in mg/kg
 */
public record Substance(
        String active,
        Use use,
        @Nullable Integer days,
        boolean banned,
        Set<String> aliases,
        List<ResidueLimit> residueLimits,
        @Nullable String note,
        Source source) {
    static final String ANY = "*";

    public Substance {
        aliases = aliases == null ? Set.of() : Set.copyOf(aliases);
        residueLimits = residueLimits == null ? List.of() : List.copyOf(residueLimits);
    }

    /** What a substance is used on. */
    public enum Use {
        CROP,
        AQUACULTURE
    }

    /** Days to wait; 0 where none applies. */
    public int daysToWait() {
        return days == null ? 0 : days;
    }

    /** Whether this is the entry for whatever is not listed. */
    public boolean isUnlisted() {
        return active.equals(ANY);
    }

    /** The most of it that a market allows. */
    public record ResidueLimit(String market, BigDecimal milligramsPerKilogram, Source source) {}
}
