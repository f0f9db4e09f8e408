package vn.nguongoc.label;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.util.Locale;

/** Draws one label as SVG, text as outlines, so that it looks the same where the fonts are not there. */
final class SvgLabel {
    private static final String[] COMMANDS = {"M", "L", "Q", "C", "Z"};
    private static final int[] COORDINATES = {2, 2, 4, 6, 0};

    private SvgLabel() {}

    static String of(LabelLayout layout, Label label, Typesetter typesetter) {
        var size = layout.preset().label();
        var symbol = Symbol.of(label.address());
        var drawing = new StringBuilder(String.format(
                Locale.ROOT,
                """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$smm" height="%2$smm" viewBox="0 0 %1$s %2$s">\
                <path fill="#fff" d="M0 0h%1$sv%2$sH0z"/>\
                <path shape-rendering="crispEdges" transform="translate(%3$.4f %4$.4f) scale(%5$.5f)" d="%6$s"/>\
                """,
                size.width(),
                size.height(),
                layout.preset().millimetres(layout.symbolLeft() + layout.inset(symbol)),
                layout.preset().millimetres(layout.symbolTop() + layout.inset(symbol)),
                layout.preset().module(),
                symbol.svgPath()));
        for (var line : layout.lines()) {
            path(drawing, line.text().outline(line.left(), line.baseline(), line.em()));
        }
        for (var line : layout.fallback()) {
            path(drawing, typesetter.shapedCode(line.of(label)).outline(line.left(), line.baseline(), line.em()));
        }
        return drawing.append("</svg>\n").toString();
    }

    private static void path(StringBuilder drawing, Shape shape) {
        drawing.append("<path d=\"");
        var points = new double[6];
        for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
            int segment = path.currentSegment(points);
            drawing.append(COMMANDS[segment]);
            for (int i = 0; i < COORDINATES[segment]; i++) {
                drawing.append(i == 0 ? "" : " ").append(Math.round(points[i] * 1000) / 1000.0);
            }
        }
        drawing.append("\"/>");
    }
}
