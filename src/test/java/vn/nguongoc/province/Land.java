package vn.nguongoc.province;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.nguongoc.catalogue.Ward;
import vn.nguongoc.plot.event.Boundary;
import vn.nguongoc.plot.event.Boundary.Point;

/** Gives out land, square by square of some 220 m, so that no plot lies on another. Not for several threads. */
final class Land {
    private static final double SQUARE = 0.002;
    private static final double METRES_IN_A_DEGREE_NORTH = 110_600;
    private static final double METRES_IN_A_DEGREE_EAST = 109_740; // at 9.65° north

    private final Set<Square> taken = new HashSet<>();

    private record Square(int row, int column) {}

    /** @param areaSquareMetres at most 40,000 */
    Boundary in(Ward ward, long areaSquareMetres) {
        var box = ward.box();
        for (int row = after(box.south()); row < before(box.north()); row++) {
            for (int column = after(box.west()); column < before(box.east()); column++) {
                if (taken.add(new Square(row, column))) {
                    return outline(row * SQUARE, column * SQUARE, Math.sqrt((double) areaSquareMetres));
                }
            }
        }
        throw new IllegalStateException(ward.name() + " is full");
    }

    private static int after(BigDecimal degrees) {
        return (int) Math.ceil(degrees.doubleValue() / SQUARE);
    }

    private static int before(BigDecimal degrees) {
        return (int) Math.floor(degrees.doubleValue() / SQUARE);
    }

    private static Boundary outline(double south, double west, double metres) {
        var north = south + metres / METRES_IN_A_DEGREE_NORTH;
        var east = west + metres / METRES_IN_A_DEGREE_EAST;
        return new Boundary(List.of(
                point(west, south), point(east, south), point(east, north), point(west, north), point(west, south)));
    }

    private static Point point(double longitude, double latitude) {
        return new Point(degrees(longitude), degrees(latitude));
    }

    private static BigDecimal degrees(double degrees) {
        return BigDecimal.valueOf(degrees).setScale(7, RoundingMode.HALF_UP);
    }
}
