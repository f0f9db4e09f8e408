package vn.nguongoc.trace;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.trace.Sketch.Box;
import vn.nguongoc.trace.Sketch.Link;
import vn.nguongoc.trace.Sketch.State;

/**
 * A sketch on paper: rows of boxes, each centred, and the ways between them, the more goods the thicker. Colour is
 * never the only sign: what is held has a dashed frame and says so.
 */
final class TraceDrawing {
    private static final int WIDTH = 136;
    private static final int GAP = 14;
    private static final int LINE = 15;
    private static final int PADDING = 7;
    private static final int BETWEEN_ROWS = 38;
    private static final int MARGIN = 8;
    private static final int LETTERS = 20;
    private static final int THICKEST = 6;

    private final Sketch sketch;
    private final Map<String, List<String>> lines;
    private final Function<Mass, String> mass;
    private final Map<String, Spot> spots = new HashMap<>();
    private final Map<String, Long> waysFrom;
    private final Map<String, Long> waysTo;
    private final long most;
    private final int width;
    private final int height;

    /** Where a box stands. */
    private record Spot(int x, int y, int height) {
        int middle() {
            return x + WIDTH / 2;
        }

        int bottom() {
            return y + height;
        }
    }

    /**
     * @param lines what a box says
     * @param mass how much is written
     */
    TraceDrawing(Sketch sketch, Function<Box, List<String>> lines, Function<Mass, String> mass) {
        this.sketch = sketch;
        this.mass = mass;
        this.lines = sketch.rows().stream()
                .flatMap(List::stream)
                .collect(Collectors.toMap(
                        Box::id,
                        box -> lines.apply(box).stream().map(TraceDrawing::cut).toList()));
        waysFrom = sketch.links().stream().collect(Collectors.groupingBy(Link::from, Collectors.counting()));
        waysTo = sketch.links().stream().collect(Collectors.groupingBy(Link::to, Collectors.counting()));
        most = sketch.links().stream()
                .mapToLong(it -> it.quantity().grams())
                .max()
                .orElse(0);
        width = sketch.rows().stream().mapToInt(TraceDrawing::width).max().orElse(WIDTH) + 2 * MARGIN;
        height = place();
    }

    private static int width(List<Box> row) {
        return row.size() * (WIDTH + GAP) - GAP;
    }

    /** @return how far down it goes */
    private int place() {
        int y = MARGIN;
        for (var row : sketch.rows()) {
            int highest = row.stream().mapToInt(this::height).max().orElse(0);
            int x = (width - width(row)) / 2;
            for (var box : row) {
                spots.put(box.id(), new Spot(x, y + (highest - height(box)) / 2, height(box)));
                x += WIDTH + GAP;
            }
            y += highest + BETWEEN_ROWS;
        }
        return y - BETWEEN_ROWS + MARGIN;
    }

    private int height(Box box) {
        return lines(box).size() * LINE + 2 * PADDING;
    }

    private List<String> lines(Box box) {
        return lines.getOrDefault(box.id(), List.of());
    }

    private Spot spot(String id) {
        return Objects.requireNonNull(spots.get(id));
    }

    String svg(String title, String description, Locale language) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" lang="%s" role="img" \
                aria-labelledby="trace-title trace-text"><title id="trace-title">%s</title><desc id="trace-text">%s</desc>\
                <rect width="100%%" height="100%%" fill="#fff"/>\
                <g fill="none" stroke="#9aa58f">%s</g>\
                <g font-family="system-ui,'Noto Sans',sans-serif" font-size="12" fill="#1c2418" text-anchor="middle">%s</g>\
                <g font-family="system-ui,'Noto Sans',sans-serif" font-size="11" fill="#3c4635" text-anchor="middle" \
                stroke="#fff" stroke-width="3" paint-order="stroke">%s</g></svg>""".formatted(
                width,
                height,
                width,
                height,
                language.getLanguage(),
                escaped(title),
                escaped(description),
                sketch.links().stream().map(this::way).collect(Collectors.joining()),
                sketch.rows().stream().flatMap(List::stream).map(this::box).collect(Collectors.joining()),
                sketch.links().stream().map(this::amount).collect(Collectors.joining()));
    }

    // ---- ways

    private String way(Link link) {
        var from = spot(link.from());
        var to = spot(link.to());
        int bend = (from.bottom() + to.y()) / 2;
        return "<path d=\"M%d %dC%d %d %d %d %d %d\" stroke-width=\"%d\"/>"
                .formatted(
                        from.middle(),
                        from.bottom(),
                        from.middle(),
                        bend,
                        to.middle(),
                        bend,
                        to.middle(),
                        to.y(),
                        thickness(link.quantity()));
    }

    private int thickness(Mass quantity) {
        return most == 0 ? 1 : 1 + (int) ((THICKEST - 1) * quantity.grams() / most);
    }

    /** Beside the box that it is the only way from or to; elsewhere amounts would hide each other. */
    private String amount(Link link) {
        var from = spot(link.from());
        var to = spot(link.to());
        if (waysFrom.getOrDefault(link.from(), 0L) == 1) {
            return amount(link, from.middle() + (to.middle() - from.middle()) / 8, from.bottom() + 16);
        }
        return waysTo.getOrDefault(link.to(), 0L) == 1
                ? amount(link, to.middle() - (to.middle() - from.middle()) / 8, to.y() - 9)
                : "";
    }

    private String amount(Link link, int x, int y) {
        return "<text x=\"%d\" y=\"%d\">%s</text>".formatted(x, y, escaped(mass.apply(link.quantity())));
    }

    // ---- boxes

    private String box(Box box) {
        var spot = spot(box.id());
        var text = new StringBuilder();
        int y = spot.y() + PADDING + 11;
        for (var line : lines(box)) {
            text.append("<text x=\"%d\" y=\"%d\"%s>%s</text>"
                    .formatted(spot.middle(), y, text.isEmpty() ? " font-weight=\"600\"" : "", escaped(line)));
            y += LINE;
        }
        return "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" %s/>%s"
                .formatted(spot.x(), spot.y(), WIDTH, spot.height(), look(box), text);
    }

    private static String look(Box box) {
        if (box.state() != State.FREE) {
            return "rx=\"4\" fill=\"#fde3e0\" stroke=\"#8f1414\" stroke-width=\"%s\" stroke-dasharray=\"%s\""
                    .formatted(box.isStart() ? "4" : "2", box.state() == State.RECALLED ? "9 3" : "4 4");
        }
        return switch (box.what()) {
            case PLOT -> "rx=\"14\" fill=\"#e7f2e2\" stroke=\"#2f6b2f\"";
            case LOT ->
                box.isStart()
                        ? "rx=\"4\" fill=\"#fdf3cf\" stroke=\"#1c2418\" stroke-width=\"3\""
                        : "rx=\"4\" fill=\"#fff\" stroke=\"#55604c\"";
            case STEP -> "rx=\"15\" fill=\"#eef0f4\" stroke=\"#8a93a6\"";
            case SHIPMENT -> "rx=\"4\" fill=\"#e6edfa\" stroke=\"#2f4f8f\"";
            case FURTHER -> "rx=\"4\" fill=\"#fff\" stroke=\"#55604c\" stroke-dasharray=\"2 4\"";
        };
    }

    private static String cut(String line) {
        var letters = line.codePoints().limit(LETTERS + 1L).toArray();
        return letters.length <= LETTERS ? line : new String(letters, 0, LETTERS - 1) + "…";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
