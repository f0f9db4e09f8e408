package vn.nguongoc.label;

/**
 * A sheet or a roll of labels and the printer for it. Lengths are millimetres; a page is the sheet, or one row of
 * labels of a roll.
 *
 * @param columns labels side by side on a page
 * @param rows labels one below the other on a page
 * @param left of the first label from the left edge of the page
 * @param top of the first label from the upper edge of the page
 * @param pitch from the beginning of one label to the beginning of the next
 * @param moduleDots dots of the printer along a module of the symbol
 * @param margin what the printer may miss along the edges of a label
 * @param largestText the font size that is tried first
 */
public record LabelPreset(
        String code,
        Medium medium,
        Size page,
        int columns,
        int rows,
        double left,
        double top,
        Size label,
        Size pitch,
        int dotsPerInch,
        int moduleDots,
        double margin,
        double largestText) {

    /** GS1 General Specifications, symbols with a GS1 Digital Link URI: the smallest X-dimension, in millimetres. */
    static final double SMALLEST_MODULE = 0.396;

    private static final double INCH = 25.4;

    /** What the labels stick on. */
    public enum Medium {
        SHEET,
        ROLL
    }

    /** In millimetres. */
    public record Size(double width, double height) {}

    /** @throws IllegalArgumentException if labels lie outside the page or a module is too small to be scanned */
    public LabelPreset {
        if (left + (columns - 1) * pitch.width() + label.width() > page.width() + 0.01
                || top + (rows - 1) * pitch.height() + label.height() > page.height() + 0.01) {
            throw new IllegalArgumentException("labels of " + code + " lie outside its page");
        }
        if (moduleDots * INCH / dotsPerInch < SMALLEST_MODULE) {
            throw new IllegalArgumentException(
                    "a module of " + code + " has " + moduleDots * INCH / dotsPerInch + " mm, it needs 0.396");
        }
    }

    /** Labels on a page. */
    public int places() {
        return columns * rows;
    }

    /** Along a module of the symbol, in millimetres. */
    double module() {
        return millimetres(moduleDots);
    }

    double millimetres(int dots) {
        return dots * INCH / dotsPerInch;
    }

    /** The nearest whole dot. */
    int dots(double millimetres) {
        return (int) Math.round(millimetres * dotsPerInch / INCH);
    }

    /** The left edge of a place, counted from 0 along the rows, in dots from the page's left edge. */
    int leftDots(int place) {
        return dots(left + place % columns * pitch.width());
    }

    /** The upper edge of a place in dots from the page's upper edge. */
    int topDots(int place) {
        int row = place / columns;
        return dots(top + row * pitch.height());
    }
}
