package vn.nguongoc.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.valid.IsValidOp;
import vn.nguongoc.plot.event.Boundary;
import vn.nguongoc.plot.event.Boundary.Point;

/**
 * A plot's outline as a shape that can be measured. It is drawn in degrees, and a degree is taken to be as long
 * everywhere in it as at the middle of its latitudes (WGS 84): over five kilometres that is wrong by less than a
 * thousandth. Whole metres and square metres leave it.
 */
final class Outline {
    private static final GeometryFactory SHAPES = new GeometryFactory();

    /** A centimetre on the ground. */
    private static final int DECIMALS = 7;

    private static final int TILES_IN_A_DEGREE = 100;

    private final Polygon shape;

    Outline(Boundary boundary) {
        shape = SHAPES.createPolygon(
                boundary.ring().stream().map(Outline::corner).toArray(Coordinate[]::new));
    }

    private static Coordinate corner(Point point) {
        return new CoordinateXY(
                point.longitude().doubleValue(), point.latitude().doubleValue());
    }

    /** Where it crosses or touches itself, or encloses nothing: such a ring is no outline. */
    Optional<Point> fault() {
        return Optional.ofNullable(new IsValidOp(shape).getValidationError())
                .map(error -> new Point(
                        degrees(error.getCoordinate().getX()),
                        degrees(error.getCoordinate().getY())));
    }

    private static BigDecimal degrees(double degrees) {
        return BigDecimal.valueOf(degrees).setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    long areaSquareMetres() {
        return squareMetres(shape);
    }

    /** What both cover. */
    long overlapSquareMetres(Outline other) {
        return box().intersects(other.box())
                ? squareMetres(OverlayNGRobust.overlay(shape, other.shape, OverlayNG.INTERSECTION))
                : 0;
    }

    /** From west to east or from south to north, whichever is longer. */
    long lengthMetres() {
        return Math.round(Math.max(
                box().getWidth() * metresInADegreeOfLongitude(), box().getHeight() * metresInADegreeOfLatitude()));
    }

    /**
     * Ids of the tiles of land it touches, {@code land/<row>/<column>}, in their order. A tile is a hundredth of a
     * degree high and wide, about 1.1 km; two outlines that share land share a tile. Measure its length first: there is
     * no end to the tiles of a shape around the globe.
     */
    List<String> tiles() {
        return from(box().getMinY(), box().getMaxY())
                .boxed()
                .flatMap(row -> from(box().getMinX(), box().getMaxX())
                        .filter(column -> shape.intersects(tile(row, column)))
                        .mapToObj(column -> "land/" + row + "/" + column))
                .sorted()
                .toList();
    }

    private static IntStream from(double least, double most) {
        return IntStream.rangeClosed(
                (int) Math.floor(least * TILES_IN_A_DEGREE), (int) Math.floor(most * TILES_IN_A_DEGREE));
    }

    private static Geometry tile(int row, int column) {
        double size = TILES_IN_A_DEGREE;
        return SHAPES.toGeometry(new Envelope(column / size, (column + 1) / size, row / size, (row + 1) / size));
    }

    private Envelope box() {
        return shape.getEnvelopeInternal();
    }

    private long squareMetres(Geometry part) {
        return Math.round(part.getArea() * metresInADegreeOfLongitude() * metresInADegreeOfLatitude());
    }

    /** @see <a href="https://en.wikipedia.org/wiki/Geographic_coordinate_system#Length_of_a_degree">the series</a> */
    private double metresInADegreeOfLatitude() {
        double at = middle();
        return 111_132.92 - 559.82 * StrictMath.cos(2 * at) + 1.175 * StrictMath.cos(4 * at);
    }

    private double metresInADegreeOfLongitude() {
        double at = middle();
        return 111_412.84 * StrictMath.cos(at) - 93.5 * StrictMath.cos(3 * at) + 0.118 * StrictMath.cos(5 * at);
    }

    private double middle() {
        return StrictMath.toRadians((box().getMinY() + box().getMaxY()) / 2);
    }
}
