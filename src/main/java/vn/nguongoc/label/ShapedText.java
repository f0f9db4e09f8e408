package vn.nguongoc.label;

import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.List;

/** A line of text whose glyphs are chosen and placed. Lengths are in em, the size of the font. */
record ShapedText(List<Run> runs) {

    ShapedText {
        runs = List.copyOf(runs);
    }

    /**
     * Neighbouring letters of one typeface.
     *
     * @param glyphs at {@link Typesetter#SIZE}
     */
    record Run(Typesetter.Typeface typeface, String text, GlyphVector glyphs) {
        double width() {
            return glyphs.getGlyphPosition(glyphs.getNumGlyphs()).getX() / Typesetter.SIZE;
        }
    }

    double width() {
        return runs.stream().mapToDouble(Run::width).sum();
    }

    /** How far it reaches above its base line. */
    double ascent() {
        return -outline(0, 0, 1).getBounds2D().getMinY();
    }

    /** How far it reaches below its base line. */
    double descent() {
        return outline(0, 0, 1).getBounds2D().getMaxY();
    }

    /**
     * What is to be filled to draw it, y growing downwards.
     *
     * @param left where it begins
     * @param baseline where it stands on
     * @param em size of the font, in the unit of the others
     */
    Path2D outline(double left, double baseline, double em) {
        var outline = new Path2D.Double();
        double x = left;
        for (var run : runs) {
            var place = AffineTransform.getTranslateInstance(x, baseline);
            place.scale(em / Typesetter.SIZE, em / Typesetter.SIZE);
            outline.append(run.glyphs().getOutline().getPathIterator(place), false);
            x += run.width() * em;
        }
        return outline;
    }
}
