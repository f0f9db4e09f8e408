package vn.nguongoc.farmer.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.nguongoc.shared.Refusal;

/**
 * What is kept of a person, and no more: what a cooperative needs to know its own, to call them and to find their
 * fields. No number or picture of an identity card: nothing here needs it, and its picture is sensitive data (Decree
 * 356/2025/NĐ-CP). No photograph either: files are kept by what is in them and by browsers for a year, so one could not
 * be erased with the person.
 */
public enum Field {
    /** As the person writes it. */
    NAME,
    /** Kept only while they agree to be called. */
    PHONE,
    /** The hamlet (ấp, thôn) they live in: enough to be found in their commune. */
    HAMLET;

    /** As it is stored and sent. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException if none has this code */
    @JsonCreator
    public static Field named(String code) {
        return Arrays.stream(values())
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refusal.WrongForm(
                        "one-of", Arrays.stream(values()).map(Field::code).collect(Collectors.joining(", "))));
    }
}
