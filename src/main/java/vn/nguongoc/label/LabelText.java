package vn.nguongoc.label;

import java.util.List;
import java.util.stream.Stream;

/**
 * What all labels of a run say in words, each in the language of the buyer.
 *
 * @param netWeight ends in its unit, which is not torn from the number
 * @param lot with the word for it
 * @param dates harvested, packed, best before …, each a line with its word
 * @param domain where to type the code, in plain words
 */
public record LabelText(String product, String netWeight, String lot, List<String> dates, String domain) {
    private static final String NO_BREAK_SPACE = "\u00A0";

    public LabelText {
        netWeight = netWeight.replaceFirst(" (?=\\S+$)", NO_BREAK_SPACE);
        dates = List.copyOf(dates);
    }

    /** The lines between the product and the code. */
    List<String> facts() {
        return Stream.concat(Stream.of(netWeight, lot), dates.stream()).toList();
    }
}
