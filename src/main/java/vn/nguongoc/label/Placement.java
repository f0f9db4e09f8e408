package vn.nguongoc.label;

/**
 * Where on a page printing begins.
 *
 * @param start the first place that still has a label, counted from 1 along the rows
 * @param right how far this printer must print further to the right, in millimetres, as read from the calibration
 *     sheet; negative for further to the left
 * @param down likewise downwards
 */
public record Placement(int start, double right, double down) {
    /** A whole page and a printer that prints where it should. */
    public static final Placement FIRST = new Placement(1, 0, 0);
}
