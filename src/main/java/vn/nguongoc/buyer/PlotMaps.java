package vn.nguongoc.buyer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.buyer.LotPage.PlotMap;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.catalogue.Ward;
import vn.nguongoc.history.View;
import vn.nguongoc.plot.event.Boundary;
import vn.nguongoc.web.Words;

/** Draws where plots lie within their ward, rounded to a hundredth of a degree, which is about a kilometre. */
final class PlotMaps {
    private static final int WIDTH = 320;
    private static final int MARGIN = 12;
    private static final int DECIMALS = 2;

    private PlotMaps() {}

    static @Nullable PlotMap draw(List<View.OfPlot> plots, Catalogue catalogue, Words words, Locale language) {
        var placed = plots.stream().filter(plot -> plot.boundary() != null).toList();
        return placed.stream()
                .findFirst()
                .flatMap(first -> catalogue.ward(first.ward()))
                .map(ward -> new PlotMap(svg(ward, placed), words.say(language, "page.map.caption", ward.name())))
                .orElse(null);
    }

    private static String svg(Ward ward, List<View.OfPlot> plots) {
        var frame = new Frame(ward.box());
        var names = new LinkedHashMap<Boundary.Point, List<String>>();
        plots.stream()
                .filter(plot -> plot.ward().equals(ward.code()))
                .forEach(plot -> names.computeIfAbsent(middle(plot), at -> new ArrayList<>())
                        .add(plot.code()));
        var dots = names.entrySet().stream()
                .map(dot -> frame.dot(String.join(", ", dot.getValue()), dot.getKey()))
                .collect(Collectors.joining());
        return """
                <svg viewBox="0 0 %d %d" role="img"><rect x="1" y="1" width="%d" height="%d" rx="8"/>%s</svg>\
                """.formatted(WIDTH, frame.height(), WIDTH - 2, frame.height() - 2, dots);
    }

    private static Boundary.Point middle(View.OfPlot plot) {
        var ring = Objects.requireNonNull(plot.boundary()).ring();
        var corners = ring.subList(1, ring.size());
        return new Boundary.Point(
                mean(corners.stream().map(Boundary.Point::longitude).toList()),
                mean(corners.stream().map(Boundary.Point::latitude).toList()));
    }

    private static BigDecimal mean(List<BigDecimal> degrees) {
        return degrees.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(degrees.size()), DECIMALS, RoundingMode.HALF_UP);
    }

    /** Turns degrees into dots of the drawing; so near the equator a degree is as wide as it is high. */
    private record Frame(Ward.Box box) {
        int height() {
            return of(box.north().subtract(box.south())) + 2 * MARGIN;
        }

        private int of(BigDecimal degrees) {
            return degrees.multiply(BigDecimal.valueOf(WIDTH - 2 * MARGIN))
                    .divide(box.east().subtract(box.west()), 0, RoundingMode.HALF_UP)
                    .intValue();
        }

        String dot(String name, Boundary.Point point) {
            int x = MARGIN + of(point.longitude().subtract(box.west()));
            int y = MARGIN + of(box.north().subtract(point.latitude()));
            return "<circle cx=\"%d\" cy=\"%d\" r=\"7\"/><text x=\"%d\" y=\"%d\">%s</text>"
                    .formatted(x, y, x + 12, y + 5, escaped(name));
        }

        private static String escaped(String text) {
            return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        }
    }
}
