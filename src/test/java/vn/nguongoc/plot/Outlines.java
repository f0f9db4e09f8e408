package vn.nguongoc.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.nguongoc.plot.event.Boundary;
import vn.nguongoc.plot.event.Boundary.Point;

/**
 * Outlines in metres, east and north of a corner in Hồ Đắc Kiện. What a metre is in degrees is computed from the
 * ellipsoid itself, not by the series that {@link Outline} uses.
 */
public final class Outlines {
    private static final double EAST = 105.85;
    private static final double NORTH = 9.70;
    private static final double RADIUS = 6_378_137;
    private static final double FLATTENING = 1 / 298.257223563;
    private static final double ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING);

    private Outlines() {}

    /** A point so many metres east and north of the corner. */
    static Point at(double metresEast, double metresNorth) {
        var latitude = Math.toRadians(NORTH);
        var curved = 1 - ECCENTRICITY_SQUARED * Math.pow(Math.sin(latitude), 2);
        var east = RADIUS / Math.sqrt(curved) * Math.cos(latitude);
        var north = RADIUS * (1 - ECCENTRICITY_SQUARED) / Math.pow(curved, 1.5);
        return new Point(
                degrees(EAST + Math.toDegrees(metresEast / east)),
                degrees(NORTH + Math.toDegrees(metresNorth / north)));
    }

    /** As a request has it. */
    public static String geoJson(Boundary boundary) {
        return boundary.ring().stream()
                .map(point -> "[" + point.longitude() + "," + point.latitude() + "]")
                .collect(Collectors.joining(",", "{'type':'Polygon','coordinates':[[", "]]}"));
    }

    private static BigDecimal degrees(double degrees) {
        return BigDecimal.valueOf(degrees).setScale(9, RoundingMode.HALF_UP);
    }

    /** A ring through these points and back to the first. */
    static Boundary ring(Point... corners) {
        return new Boundary(
                Stream.concat(Stream.of(corners), Stream.of(corners[0])).toList());
    }

    static Boundary ring(List<String> degrees) {
        return new Boundary(degrees.stream()
                .map(pair -> pair.split(" ", 2))
                .map(pair -> new Point(new BigDecimal(pair[0]), new BigDecimal(pair[1])))
                .toList());
    }

    /** A rectangle with its south-west corner there, counter-clockwise as GeoJSON has it. */
    public static Boundary rectangle(double east, double north, double width, double height) {
        return ring(
                at(east, north), at(east + width, north), at(east + width, north + height), at(east, north + height));
    }
}
