package vn.nguongoc.plot.event;

import java.math.BigDecimal;
import java.util.List;
import vn.nguongoc.shared.Refusal;

/**
 * The outline of a plot: the outer ring of a GeoJSON polygon, closed, in degrees (WGS 84).
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7946#section-3.1.6">RFC 7946, section 3.1.6</a>
 */
public record Boundary(List<Point> ring) {
    /** A tenth of a millimetre on the ground. */
    private static final int FINEST = 9;

    private static final int SMALLEST = 4;
    private static final int LARGEST = 1000;

    /** @throws IllegalArgumentException if the ring has fewer than four points or is not closed */
    public Boundary {
        ring = List.copyOf(ring);
        if (ring.size() < SMALLEST || ring.size() > LARGEST || !ring.getFirst().equals(ring.getLast())) {
            throw new Refusal.WrongForm("ring", String.valueOf(SMALLEST), String.valueOf(LARGEST));
        }
    }

    /** A point on Earth: refuses with an {@link IllegalArgumentException} what is past 180 and 90 degrees. */
    public record Point(BigDecimal longitude, BigDecimal latitude) {
        public Point {
            requireWithin(longitude, 180);
            requireWithin(latitude, 90);
        }

        /** As people write it: latitude, then longitude. */
        @Override
        public String toString() {
            return latitude.toPlainString() + ", " + longitude.toPlainString();
        }

        private static void requireWithin(BigDecimal degrees, int limit) {
            if (degrees.scale() < 0 || degrees.scale() > FINEST) {
                throw new Refusal.WrongForm("decimals", String.valueOf(FINEST));
            }
            if (degrees.abs().compareTo(BigDecimal.valueOf(limit)) > 0) {
                throw new Refusal.WrongForm("degrees", String.valueOf(limit));
            }
        }
    }
}
