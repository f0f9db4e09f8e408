package vn.nguongoc.buyer;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.shared.LotId;

/**
 * What a lot's page says, in words of one language, ready to be laid out.
 *
 * @param id the lot's
 * @param language the page's
 * @param title product and cooperative, for the tab and a shared link
 * @param address the page's public address
 * @param family code of the family that it belongs to, for its picture; empty if the catalogue does not know it
 * @param product name of what it is
 * @param size net weight of a unit, or of the lot where it is not packed
 * @param state what the buyer sees first
 * @param verdict the record's state in one line
 * @param facts the first screen's lines: who, where, when
 * @param groups the journey, newest first
 * @param laboratory results, newest first
 * @param unknown what nobody told
 * @param map where it grew, drawn; absent where no plot says
 */
public record LotPage(
        LotId id,
        Locale language,
        String title,
        String address,
        String family,
        String product,
        String size,
        State state,
        String verdict,
        List<Line> facts,
        List<Group> groups,
        List<Result> laboratory,
        List<String> unknown,
        @Nullable PlotMap map) {

    /** From what the record says, how good a buyer may feel about the goods. */
    public enum State {
        /** Nothing is missing that such a record should hold, no test was failed, nothing holds the lot back. */
        COMPLETE,
        /** The record has gaps, a test was failed, or the lot is held back. */
        DOUBTFUL,
        /** Nobody should use the goods. */
        RECALLED;

        /** How it looks: a class of the page's style sheet. */
        public String style() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** How urgently those who hear the page are told. */
        public String role() {
            return this == RECALLED ? "alert" : "status";
        }
    }

    /** A name and what it is. */
    public record Line(String name, String value) {}

    /** Up to seven of these make the journey. */
    public record Group(String name, String when, List<Item> items) {}

    /**
     * One thing that happened.
     *
     * @param when day of it
     * @param doubts what is unusual about it, each with its numbers
     * @param word who says so
     * @param late how much later it was recorded; absent where it was soon
     */
    public record Item(
            String when,
            String what,
            List<Line> details,
            List<String> doubts,
            String word,
            @Nullable String late) {}

    /** @param passed what the laboratory says */
    public record Result(String test, String verdict, boolean passed, String laboratory, String when) {}

    /** A drawing of where the plots lie, rounded to about a kilometre. */
    public record PlotMap(String svg, String caption) {}
}
