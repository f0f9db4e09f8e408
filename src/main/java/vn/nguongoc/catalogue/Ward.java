package vn.nguongoc.catalogue;

import java.math.BigDecimal;
import java.util.List;

/**
 * A ward or commune of today, found by its code: names repeat across the new Cần Thơ.
 *
 * @param mergedFrom the names before July 2025, which people still use
 */
public record Ward(String code, String name, List<String> mergedFrom, Point centre, Box box) {

    /** Degrees, WGS 84. */
    public record Point(BigDecimal latitude, BigDecimal longitude) {}

    /** The smallest box around the ward, degrees. */
    public record Box(BigDecimal south, BigDecimal north, BigDecimal west, BigDecimal east) {}
}
