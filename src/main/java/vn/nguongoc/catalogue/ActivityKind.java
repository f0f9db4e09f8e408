package vn.nguongoc.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Map;

/**
 * A kind of thing done on a plot.
 *
 * @param revision raised when a field means something else; stored with every activity
 * @param group part of a lot's journey that it is shown in, one of {@link Terms#groups}
 * @param sows whether the crop is in the ground after it
 * @param fields its fields by name, in the order people fill them in
 */
public record ActivityKind(String code, int revision, String group, boolean sows, Map<String, Field> fields) {

    /** What a field holds, written {@code decimal}, or {@code decimal?} where it may be left out. */
    public record Field(Type type, boolean optional) {
        @JsonCreator
        static Field read(String text) {
            var optional = text.endsWith("?");
            var type = optional ? text.substring(0, text.length() - 1) : text;
            return new Field(Type.valueOf(type.toUpperCase(java.util.Locale.ROOT)), optional);
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
        /** Up to 200 characters. */
        TEXT,
        /** An ISO 8601 day. */
        DATE,
        /** Kilograms as a plain decimal, more than none. */
        MASS,
        /** An active ingredient; its pre-harvest interval starts on the day. */
        SUBSTANCE
    }
}
