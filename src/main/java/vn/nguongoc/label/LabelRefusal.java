package vn.nguongoc.label;

import java.math.BigDecimal;
import java.util.List;
import vn.nguongoc.shared.Refusal;

/**
 * Why a label is not printed. All but {@code FontMissing} are said before anything is printed. Lengths are millimetres.
 */
public sealed interface LabelRefusal extends Refusal {
    @Override
    default Kind refusalKind() {
        return Kind.INVALID;
    }

    record UnknownPreset(String preset, List<String> known) implements LabelRefusal {}

    /**
     * At the printer's smallest whole number of dots that scans, the symbol does not fit on the label.
     *
     * @param modules along one side, with the quiet zone
     * @param module length of a module
     * @param needed along one side of the symbol
     * @param available along the shorter side of the label
     */
    record SymbolTooLarge(String preset, int modules, BigDecimal module, BigDecimal needed, BigDecimal available)
            implements LabelRefusal {}

    /** A word does not fit beside the symbol, even in the smallest letters that one may use. */
    record TextTooWide(String preset, String text, BigDecimal needed, BigDecimal available) implements LabelRefusal {}

    /** The lines do not fit beside the symbol, even in the smallest letters that one may use. */
    record TextTooHigh(String preset, BigDecimal needed, BigDecimal available) implements LabelRefusal {}

    /** No font of ours has a letter of the text: it would be printed as a box. */
    record NoGlyph(String text, String character) implements LabelRefusal {}

    /** The machine cannot use a font that labels need. */
    record FontMissing(String font) implements LabelRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.BUSY;
        }
    }

    /** @param places labels on a page; {@code start} is none of 1 to {@code places} */
    record NoSuchPlace(String preset, int start, int places) implements LabelRefusal {}

    /**
     * So far off, symbols or words would leave the page, or the label of a roll. What is less than 0 is to the left, or
     * upwards.
     *
     * @param right how far further to the right printing was asked for
     * @param down likewise downwards
     * @param leftmost the least that {@code right} may be
     * @param rightmost the most that {@code right} may be
     * @param highest the least that {@code down} may be
     * @param lowest the most that {@code down} may be
     */
    record OffThePage(
            String preset,
            BigDecimal right,
            BigDecimal down,
            BigDecimal leftmost,
            BigDecimal rightmost,
            BigDecimal highest,
            BigDecimal lowest)
            implements LabelRefusal {}

    /** The languages of label printers know rolls only. */
    record NotOnSheets(String preset, String format) implements LabelRefusal {}

    /** Only sheets are calibrated by us. */
    record NotASheet(String preset) implements LabelRefusal {}
}
