package vn.nguongoc.farmer.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.nguongoc.shared.Refusal;

/** What came of a request. */
public enum Outcome {
    DONE,
    /** With a reason that the law knows. */
    REFUSED;

    /** As it is stored and sent. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException if none has this code */
    @JsonCreator
    public static Outcome named(String code) {
        return Arrays.stream(values())
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refusal.WrongForm(
                        "one-of", Arrays.stream(values()).map(Outcome::code).collect(Collectors.joining(", "))));
    }
}
