package vn.nguongoc.buyer;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.web.Phrase;

/**
 * What a lot's page says, ready to be laid out. The first screen is in the language that was asked for as far as it has
 * the words, each with the language that it is really in; everything below is in one language that has them all.
 *
 * @param id the lot's
 * @param language that was asked for
 * @param rest of everything below the first screen
 * @param title product and cooperative, for the tab and a shared link
 * @param description the verdict and where it is from, for a shared link
 * @param address the page's public address
 * @param family code of the family that it belongs to, for its picture; empty if the catalogue does not know it
 * @param product name of what it is
 * @param size net weight of a unit, or of the lot where it is not packed
 * @param state what the buyer sees first
 * @param verdict the record's state in one line
 * @param shared how many units bear this code; absent where it is no code of packed goods
 * @param facts the first screen's lines: who, where, when
 * @param groups the journey, newest first
 * @param laboratory results, newest first
 * @param barred markets that it may not go to, each with the substances
 * @param people who took part
 * @param certificates behind what is claimed
 * @param unknown what nobody told
 * @param map where it grew, drawn; absent where no plot says
 * @param makers names of those to ask
 */
public record LotPage(
        LotId id,
        Locale language,
        Locale rest,
        String title,
        String description,
        String address,
        String family,
        Phrase product,
        String size,
        State state,
        Phrase verdict,
        @Nullable Phrase shared,
        List<Fact> facts,
        List<Group> groups,
        List<Result> laboratory,
        List<String> barred,
        List<Person> people,
        List<Paper> certificates,
        List<String> unknown,
        @Nullable PlotMap map,
        String makers) {
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

    /** A line of the first screen. */
    public record Fact(Phrase name, Phrase value) {}

    /**
     * A name and what it is.
     *
     * @param struck whether it was taken back
     */
    public record Line(String name, String value, boolean struck) {
        public Line(String name, String value) {
            this(name, value, false);
        }
    }

    /**
     * Up to seven of these make the journey.
     *
     * @param more how many items are left out
     */
    public record Group(Phrase name, String when, List<Item> items, int more) {}

    /**
     * One thing that happened.
     *
     * @param when day of it
     * @param doubts what is unusual about it, each with its numbers
     * @param trust how far it goes beyond the word of who recorded it: a class of the page's style sheet
     * @param word who says so
     * @param late how much later it was recorded; absent where it was soon
     */
    public record Item(
            String when,
            String what,
            List<Line> details,
            List<String> doubts,
            String trust,
            String word,
            @Nullable String late) {}

    /**
     * @param passed what the laboratory says
     * @param laboratory by name
     * @param report its number; absent where nobody gave one
     * @param findings what was found of each substance, with the limits of markets
     * @param papers ids of files that everybody may read
     */
    public record Result(
            String test,
            String verdict,
            boolean passed,
            String laboratory,
            String when,
            @Nullable String report,
            List<String> findings,
            List<String> papers) {}

    /** Somebody who took part, by name, with what they are and where. */
    public record Person(
            String name,
            String kind,
            @Nullable String gln,
            @Nullable String where) {}

    /**
     * A certificate.
     *
     * @param withdrawn when and why it was; absent if it was not
     * @param papers ids of files that everybody may read
     */
    public record Paper(
            String scheme,
            String number,
            String holder,
            @Nullable String certifier,
            String validity,
            @Nullable String withdrawn,
            List<String> papers) {}

    /** A drawing of where the plots lie, rounded to about a kilometre. */
    public record PlotMap(String svg, String caption) {}
}
