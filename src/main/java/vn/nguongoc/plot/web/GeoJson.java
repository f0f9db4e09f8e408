package vn.nguongoc.plot.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.plot.event.Boundary;
import vn.nguongoc.shared.Refusal;
import vn.nguongoc.web.Form;

/**
 * Where a plot lies, as maps write it: degrees (WGS 84), longitude first.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7946">RFC 7946</a>
 */
final class GeoJson {
    private GeoJson() {}

    /** A polygon with one ring: a plot has no holes. */
    record Polygon(@Nullable String type, @Nullable List<List<List<BigDecimal>>> coordinates) {

        Form.Read<Boundary> read(Form form) {
            return form.of("/boundary", String.valueOf(type), this::boundary);
        }

        private Boundary boundary(String ofType) {
            if (!ofType.equals("Polygon")
                    || coordinates == null
                    || coordinates.size() != 1
                    || !isRing(coordinates.getFirst())) {
                throw new Refusal.WrongForm("polygon");
            }
            return new Boundary(
                    coordinates.getFirst().stream().map(GeoJson::point).toList());
        }

        private static boolean isRing(List<List<BigDecimal>> points) {
            return Objects.nonNull(points) // whatever the JSON held
                    && points.stream().allMatch(GeoJson::isPair);
        }
    }

    record Point(@Nullable String type, @Nullable List<BigDecimal> coordinates) {

        Form.Read<Boundary.Point> read(Form form) {
            return form.of("/location", String.valueOf(type), this::point);
        }

        private Boundary.Point point(String ofType) {
            if (!ofType.equals("Point") || coordinates == null || !isPair(coordinates)) {
                throw new Refusal.WrongForm("point");
            }
            return GeoJson.point(coordinates);
        }
    }

    private static boolean isPair(List<BigDecimal> pair) {
        return Objects.nonNull(pair) // whatever the JSON held
                && pair.size() == 2
                && pair.stream().allMatch(Objects::nonNull);
    }

    private static Boundary.Point point(List<BigDecimal> pair) {
        return new Boundary.Point(pair.getFirst(), pair.getLast());
    }
}
