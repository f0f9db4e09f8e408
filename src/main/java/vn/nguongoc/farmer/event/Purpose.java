package vn.nguongoc.farmer.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.nguongoc.shared.Refusal;

/**
 * What a person may agree to, each by itself and none beforehand (Law 91/2025/QH15, Article 9). What follows from each
 * stands beside it; without it, it is not done.
 */
public enum Purpose {
    /** Their name stands on the pages of goods that were harvested in it. */
    SHOW_NAME,
    /** Their organisation keeps their telephone number. */
    CONTACT,
    /** Their name is told to those who may see the lot: who buys it, who carries it on, who inspects it. */
    SHARE;

    /** As it is stored and sent. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException if none has this code */
    @JsonCreator
    public static Purpose named(String code) {
        return Arrays.stream(values())
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refusal.WrongForm(
                        "one-of", Arrays.stream(values()).map(Purpose::code).collect(Collectors.joining(", "))));
    }
}
