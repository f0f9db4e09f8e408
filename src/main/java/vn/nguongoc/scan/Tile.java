package vn.nguongoc.scan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * About where somebody is: a square of a tenth of a degree, some 11 km wide. Nothing finer is ever stored.
 *
 * @param latitudeTenths −900 to 900, of the middle
 * @param longitudeTenths −1800 to 1800
 */
public record Tile(int latitudeTenths, int longitudeTenths) {
    private static final Pattern KEY = Pattern.compile("(-?\\d{1,3})_(-?\\d{1,4})");
    private static final int MOST_LATITUDE = 900;
    private static final int MOST_LONGITUDE = 1_800;
    private static final double TENTHS = 10.0;
    private static final double EARTH_KILOMETRES = 6_371.0;

    /** @throws IllegalArgumentException if there is no such place on earth */
    public Tile {
        if (Math.abs(latitudeTenths) > MOST_LATITUDE || Math.abs(longitudeTenths) > MOST_LONGITUDE) {
            throw new IllegalArgumentException(latitudeTenths + ", " + longitudeTenths + " is nowhere");
        }
    }

    /**
     * The tile of a point in degrees.
     *
     * @throws IllegalArgumentException if there is no such point on earth
     */
    public static Tile around(BigDecimal latitude, BigDecimal longitude) {
        return new Tile(tenths(latitude), tenths(longitude));
    }

    private static int tenths(BigDecimal degrees) {
        if (degrees.abs().compareTo(BigDecimal.valueOf(MOST_LONGITUDE)) > 0) {
            throw new IllegalArgumentException(degrees + " degrees");
        }
        return degrees.movePointRight(1).setScale(0, RoundingMode.HALF_UP).intValueExact();
    }

    /** @throws IllegalArgumentException if it is not a {@link #key} */
    public static Tile of(String key) {
        var parts = KEY.matcher(key);
        if (!parts.matches()) {
            throw new IllegalArgumentException(key);
        }
        return new Tile(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    /** How it is stored: {@code 96_1060}. */
    public String key() {
        return latitudeTenths + "_" + longitudeTenths;
    }

    /** In degrees north and east: {@code 9.6,106.0}. */
    @JsonValue
    @Override
    public String toString() {
        return degrees(latitudeTenths) + "," + degrees(longitudeTenths);
    }

    private static String degrees(int tenths) {
        return BigDecimal.valueOf(tenths, 1).toPlainString();
    }

    /** Between the middles of both, along the ground. */
    public long kilometresTo(Tile other) {
        var north = Math.toRadians(latitudeTenths / TENTHS);
        var otherNorth = Math.toRadians(other.latitudeTenths / TENTHS);
        var east = Math.toRadians((other.longitudeTenths - longitudeTenths) / TENTHS);
        var halfChord = Math.pow(Math.sin((otherNorth - north) / 2), 2)
                + Math.cos(north) * Math.cos(otherNorth) * Math.pow(Math.sin(east / 2), 2);
        return Math.round(2 * EARTH_KILOMETRES * Math.asin(Math.min(1, Math.sqrt(halfChord))));
    }
}
