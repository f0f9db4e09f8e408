package vn.nguongoc.organisation.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.nguongoc.shared.Refusal;

/** What a partner of the cooperatives does; names are in the message files under {@code kind.<code>}. */
public enum PartnerKind {
    /** Dries, mills, packs, freezes: a mill, a packing house, a shrimp plant. */
    PROCESSOR,
    /** Buys and sells: đại lý, thương lái. */
    TRADER,
    CARRIER,
    RETAILER,
    LABORATORY,
    CERTIFIER,
    INSPECTOR;

    /** As it is stored and sent: lower case. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if no kind has this code */
    @JsonCreator
    public static PartnerKind named(String code) {
        return Arrays.stream(values())
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refusal.WrongForm(
                        "one-of", Arrays.stream(values()).map(PartnerKind::code).collect(Collectors.joining(", "))));
    }
}
