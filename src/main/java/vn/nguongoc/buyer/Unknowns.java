package vn.nguongoc.buyer;

import java.util.List;
import java.util.stream.Stream;
import vn.nguongoc.history.LotHistory;
import vn.nguongoc.history.Place;
import vn.nguongoc.web.Phrases;

/** What is missing from a lot's record, and what nobody told. */
record Unknowns(LotHistory history, boolean confirmedByReceivers, Phrases words) {
    private static final String CONFIRMED_BY_OTHERS = "confirmed-by-others";

    List<String> sentences() {
        return Stream.concat(
                        history.missing().stream().map(code -> words.say("page.missing", missingName(code))),
                        history.unknown().stream().map(this::unknown))
                .toList();
    }

    private String unknown(String code) {
        var received = code.equals(CONFIRMED_BY_OTHERS) && confirmedByReceivers;
        return words.say("page.unknown." + (received ? "confirmed-by-receivers" : code), placeless());
    }

    /** The plots of which nobody told where they lie. */
    private List<String> placeless() {
        return history.plots().stream()
                .filter(it -> it.centre() == null)
                .map(Place::code)
                .toList();
    }

    private String missingName(String code) {
        var parts = code.split("/", 2);
        return parts.length == 1 ? words.name("group", code) : words.name(parts[0], parts[1]);
    }
}
