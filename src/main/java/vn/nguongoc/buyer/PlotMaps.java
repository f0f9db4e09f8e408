package vn.nguongoc.buyer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.buyer.LotPage.PlotMap;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.catalogue.Ward;
import vn.nguongoc.history.Place;
import vn.nguongoc.history.Place.Centre;
import vn.nguongoc.web.Words;

/** Draws about where plots lie within their ward. */
final class PlotMaps {
    private static final int WIDTH = 320;
    private static final int MARGIN = 12;

    private PlotMaps() {}

    static @Nullable PlotMap draw(List<Place> plots, Catalogue catalogue, Words words, Locale language) {
        return plots.stream()
                .filter(plot -> plot.centre() != null)
                .findFirst()
                .flatMap(first -> catalogue.ward(first.ward()))
                .map(ward -> {
                    var caption = words.say(language, "page.map.caption", ward.name());
                    return new PlotMap(svg(ward, plots, caption), caption);
                })
                .orElse(null);
    }

    private static String svg(Ward ward, List<Place> plots, String caption) {
        var frame = new Frame(ward.box());
        var names = new LinkedHashMap<Centre, List<String>>();
        for (var plot : plots) {
            var centre = plot.centre();
            if (centre != null && plot.ward().equals(ward.code())) {
                names.computeIfAbsent(centre, at -> new ArrayList<>()).add(plot.code());
            }
        }
        var dots = names.entrySet().stream()
                .map(dot -> frame.dot(String.join(", ", dot.getValue()), dot.getKey()))
                .collect(Collectors.joining());
        return """
                <svg viewBox="0 0 %d %d" role="img" aria-label="%s"><rect x="1" y="1" width="%d" height="%d" rx="8"/>%s</svg>\
                """.formatted(WIDTH, frame.height(), Frame.escaped(caption), WIDTH - 2, frame.height() - 2, dots);
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

        String dot(String name, Centre centre) {
            int x = MARGIN + of(centre.longitude().subtract(box.west()));
            int y = MARGIN + of(box.north().subtract(centre.latitude()));
            return "<circle cx=\"%d\" cy=\"%d\" r=\"7\"/><text x=\"%d\" y=\"%d\">%s</text>"
                    .formatted(x, y, x + 12, y + 5, escaped(name));
        }

        private static String escaped(String text) {
            return text.replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;")
                    .replace("\"", "&quot;");
        }
    }
}
