package vn.nguongoc.farmer.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.nguongoc.shared.Refusal;

/** What a person may ask for that takes days. Consents are withdrawn at once and need no asking. */
public enum RequestKind {
    /** To be told everything that is kept of them. */
    EXPORT(10),
    /** To have what is wrong put right. */
    CORRECTION(10),
    /** To be forgotten. */
    ERASURE(20);

    private final int days;

    RequestKind(int days) {
        this.days = days;
    }

    /**
     * Within how many days of its receipt it is to be done. Decree 356/2025/NĐ-CP gives 10 to 20 days by the kind of
     * request, and two working days to answer that it was received [V: cdlaf.vn, frasersvn.com]; which of them is whose
     * within that span [K].
     */
    public int days() {
        return days;
    }

    /** As it is stored and sent. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException if none has this code */
    @JsonCreator
    public static RequestKind named(String code) {
        return Arrays.stream(values())
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refusal.WrongForm(
                        "one-of", Arrays.stream(values()).map(RequestKind::code).collect(Collectors.joining(", "))));
    }
}
