package vn.nguongoc.label;

import java.util.Collections;
import java.util.Iterator;
import java.util.stream.Stream;

/**
 * Labels that differ in their symbol and code alone, made as they are printed.
 *
 * @param widest a label whose symbol and code take at least as much room as any of the run: whether all fit is known
 *     before the first is printed
 */
public record LabelRun(LabelText text, Label widest, Iterator<Label> labels) {

    /**
     * The same label many times.
     *
     * @param count at least 1
     */
    public static LabelRun ofLot(LabelText text, Label label, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("a run of " + count + " labels");
        }
        return new LabelRun(text, label, Collections.nCopies(count, label).iterator());
    }

    /**
     * A label for each unit of a lot.
     *
     * @param lotAddress of the lot, with a GTIN
     * @param serials at least one
     */
    public static LabelRun ofUnits(LabelText text, String lotAddress, Stream<Serial> serials) {
        // Letters alone never need fewer bits than letters and digits, and all are equally wide on paper.
        var widest = unit(lotAddress, new Serial("W".repeat(Serial.LENGTH)));
        return new LabelRun(
                text, widest, serials.map(serial -> unit(lotAddress, serial)).iterator());
    }

    private static Label unit(String lotAddress, Serial serial) {
        return new Label(DigitalLink.unit(lotAddress, serial), serial.grouped());
    }
}
