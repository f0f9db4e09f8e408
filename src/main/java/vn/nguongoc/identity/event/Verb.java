package vn.nguongoc.identity.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.nguongoc.shared.Refusal;

/** What a machine's key is good for. */
public enum Verb {
    /** To read what its organisation may read. */
    READ,
    /** To record what its duties may record. */
    RECORD;

    /** As it is stored and sent: lower case. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if no verb has this code */
    @JsonCreator
    public static Verb named(String code) {
        return Arrays.stream(values())
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refusal.WrongForm(
                        "one-of", Arrays.stream(values()).map(Verb::code).collect(Collectors.joining(", "))));
    }
}
