package vn.nguongoc.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;

/**
 * What an outline on the map must agree with.
 *
 * @param area how far its area may be from the declared one, as a share of the declared one
 * @param overlap how much two plots may share, as a share of the smaller one
 * @param pointOnly the kinds of plot that may give a point instead of an outline
 */
public record Geometry(Share area, Share overlap, Size size, Set<String> pointOnly) {

    /** A share of an area, at least 0 and below 100 per cent. */
    public record Share(BigDecimal percent, Source source) {
        private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

        public Share {
            if (percent.signum() < 0 || percent.compareTo(WHOLE) >= 0) {
                throw new IllegalArgumentException(percent + " % is no share");
            }
        }

        /** This share of an area, in whole square metres, rounded down. */
        public long of(long squareMetres) {
            return percent.multiply(BigDecimal.valueOf(squareMetres))
                    .divide(WHOLE, 0, RoundingMode.FLOOR)
                    .longValueExact();
        }
    }

    /**
     * How large one plot can be.
     *
     * @param longestMetres from its west to its east, and from its south to its north
     */
    public record Size(long smallestSquareMetres, long largestSquareMetres, long longestMetres, Source source) {
        public Size {
            if (smallestSquareMetres < 1 || largestSquareMetres < smallestSquareMetres || longestMetres < 1) {
                throw new IllegalArgumentException("no plot is of a size from " + smallestSquareMetres + " to "
                        + largestSquareMetres + " m² and up to " + longestMetres + " m long");
            }
        }
    }
}
