package vn.nguongoc.step;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.catalogue.Limits;
import vn.nguongoc.shared.Flag;

/** Doubts about numbers that were worked out: judged exactly, told in short. */
final class Doubt {
    private static final int MOST_DECIMALS = 6;

    private Doubt() {}

    /**
     * A doubt, if the exact value is not usual. It is told with so many decimals, or with more where it would seem to
     * be no more than the limit.
     */
    static Optional<Flag> about(Limits limits, String code, @Nullable String subject, BigDecimal exact, int decimals) {
        return limits.doubt(code, subject, exact)
                .map(flag ->
                        new Flag(code, subject, rounded(exact, flag.limit(), decimals), flag.limit(), flag.source()));
    }

    private static BigDecimal rounded(BigDecimal exact, @Nullable BigDecimal limit, int decimals) {
        var rounded = exact.setScale(decimals, RoundingMode.HALF_UP);
        return limit != null && decimals < MOST_DECIMALS && rounded.compareTo(limit) == 0
                ? rounded(exact, limit, decimals + 1)
                : rounded;
    }
}
