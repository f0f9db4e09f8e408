package vn.nguongoc.farmer.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Why a person was erased. */
public enum ErasureCause {
    /** They asked for it. */
    REQUEST,
    /** Nothing was recorded of them for so long that nobody needs to know any more. */
    RETENTION;

    /** As it is stored and sent. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException if none has this code */
    @JsonCreator
    public static ErasureCause named(String code) {
        return Arrays.stream(values())
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        Arrays.stream(values()).map(ErasureCause::code).collect(Collectors.joining(", "))));
    }
}
