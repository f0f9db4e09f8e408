package vn.nguongoc.farmer.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.nguongoc.shared.Refusal;

/** How a person said that they agree, so that it can be shown afterwards. */
public enum ConsentForm {
    /** They signed a paper, which their organisation keeps. */
    PAPER,
    /** They said so before a witness, after the words were read to them. */
    SPOKEN,
    /** They tapped it on their own device. */
    DEVICE;

    /** As it is stored and sent. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException if none has this code */
    @JsonCreator
    public static ConsentForm named(String code) {
        return Arrays.stream(values())
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refusal.WrongForm(
                        "one-of", Arrays.stream(values()).map(ConsentForm::code).collect(Collectors.joining(", "))));
    }
}
