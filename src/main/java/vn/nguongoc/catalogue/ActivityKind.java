package vn.nguongoc.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A kind of thing done on a plot.
 *
 * @param revision raised when a field means something else; stored with every activity
 * @param group part of a lot's journey that it is shown in, one of {@link Terms#groups}
 * @param effect what it means for the cycle
 * @param plotKinds where it can be done; empty for everywhere
 * @param fields its fields by name, in the order people fill them in
 */
public record ActivityKind(
        String code, int revision, String group, Effect effect, Set<String> plotKinds, Map<String, Field> fields) {

    public ActivityKind {
        effect = effect == null ? Effect.NONE : effect;
        plotKinds = plotKinds == null ? Set.of() : Set.copyOf(plotKinds);
        fields = fields == null ? Map.of() : fields;
    }

    /** What the rules make of an activity, and the fields they read. */
    public enum Effect {
        NONE,
        /** Seed goes into the ground: {@code seed}. */
        SOWS,
        /** Post-larvae go into the pond: {@code pieces}. */
        STOCKS,
        /** A substance is used on the crop: {@code active}, {@code days}. */
        SPRAYS,
        /** A substance is used in the pond: {@code active}, {@code days}, {@code until}. */
        MEDICATES,
        /** {@code nitrogenKgPerHectare}. */
        FERTILISES,
        /** {@code feed}. */
        FEEDS,
        /** Animals died: {@code pieces}. */
        KILLS,
        /** A disease was confirmed: no harvest until disinfection and a wait. */
        SICKENS,
        /** The crop was destroyed: no harvest until disinfection and a wait. */
        DESTROYS,
        /** The wait after disease or destruction begins. */
        DISINFECTS,
        /** A laboratory tested a sample from the plot: {@code test}, {@code verdict}, {@code laboratory}. */
        TESTS
    }

    /** What a field holds, written {@code decimal}, or {@code decimal?} where it may be left out. */
    public record Field(Type type, boolean optional) {
        @JsonCreator
        static Field read(String text) {
            var optional = text.endsWith("?");
            var type = optional ? text.substring(0, text.length() - 1) : text;
            return new Field(Type.valueOf(type.toUpperCase(Locale.ROOT)), optional);
        }
    }

    /** The types of fields. */
    public enum Type {
        /** A plain decimal with a point, not negative. */
        DECIMAL,
        /** A plain decimal that may be negative. */
        SIGNED,
        /** A percentage, 0 to 100. */
        SHARE,
        /** A whole number of days, at most 999. */
        DAYS,
        /** A whole number of animals, fruits or trees, more than none. */
        PIECES,
        /** Up to 200 characters. */
        TEXT,
        /** An ISO 8601 day. */
        DATE,
        /** Kilograms as a plain decimal, more than none. */
        MASS,
        /** An active ingredient; its waiting time starts on the day. */
        SUBSTANCE,
        /** A block of the plot. */
        BLOCK,
        /** A laboratory test of the catalogue. */
        TEST,
        /** {@code PASS} or {@code FAIL}. */
        VERDICT,
        /** A partner that is a laboratory, by its id. */
        LABORATORY
    }
}
