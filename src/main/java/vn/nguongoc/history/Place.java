package vn.nguongoc.history;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.plot.event.Boundary;
import vn.nguongoc.shared.PlotId;
import vn.nguongoc.view.ViewOfPlot;

/**
 * What a lot's history tells everybody of a plot: not its outline, only about where it lies.
 *
 * @param centre its middle, rounded to a hundredth of a degree, which is about a kilometre; absent where neither an
 *     outline nor a point is known
 */
public record Place(
        PlotId id,
        String code,
        String kind,
        long areaSquareMetres,
        String ward,
        @Nullable Centre centre) {

    static Place of(ViewOfPlot plot) {
        return new Place(plot.id(), plot.code(), plot.kind(), plot.areaSquareMetres(), plot.ward(), Centre.of(plot));
    }

    /** Degrees, WGS 84, two decimals. */
    public record Centre(BigDecimal latitude, BigDecimal longitude) {
        private static final int DECIMALS = 2;

        private static @Nullable Centre of(ViewOfPlot plot) {
            var boundary = plot.boundary();
            if (boundary != null) {
                return of(boundary.ring().subList(1, boundary.ring().size()));
            }
            return plot.location() == null ? null : of(List.of(plot.location()));
        }

        private static Centre of(List<Boundary.Point> corners) {
            return new Centre(
                    mean(corners.stream().map(Boundary.Point::latitude).toList()),
                    mean(corners.stream().map(Boundary.Point::longitude).toList()));
        }

        private static BigDecimal mean(List<BigDecimal> degrees) {
            return degrees.stream()
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .divide(BigDecimal.valueOf(degrees.size()), DECIMALS, RoundingMode.HALF_UP);
        }
    }
}
