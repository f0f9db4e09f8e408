package vn.nguongoc.printing.web;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.nguongoc.printing.web.LabelRequests.OrderingRun;

/** The form that orders labels of a lot, as it was sent. */
record OrderForm(
        @Nullable String kind,
        @Nullable String count,
        @Nullable String preset,
        @Nullable String format,
        @Nullable String language,
        @Nullable String start,
        @Nullable String right,
        @Nullable String down,
        @Nullable String by) {
    private static final int LONGEST_KEPT = 40;

    OrderingRun request(String organisation, String lot, String now) {
        return new OrderingRun(
                organisation,
                lot,
                kind,
                count,
                preset,
                format,
                language,
                start,
                withPoint(right),
                withPoint(down),
                by,
                now);
    }

    /** Vietnamese write 1,5; no thousands are among millimetres of a sheet. */
    private static @Nullable String withPoint(@Nullable String decimal) {
        return decimal == null ? null : decimal.strip().replaceFirst("^(-?\\d+),(\\d+)$", "$1.$2");
    }

    /**
     * Where the form is filled in again, with what was typed. But for the person: where a code is meant a name may have
     * been written, and addresses are kept in logs.
     */
    URI again(String organisation, String lot, Locale language) {
        var address = UriComponentsBuilder.fromPath("/organisations/{organisation}/labels/{lot}")
                .queryParam("lang", language.getLanguage());
        var values = new LinkedHashMap<String, Object>(Map.of("organisation", organisation, "lot", lot));
        typed().forEach((name, value) -> {
            address.queryParam(name, "{" + name + "}");
            values.put(name, value);
        });
        return address.fragment("order").encode().buildAndExpand(values).toUri();
    }

    private Map<String, String> typed() {
        var typed = new LinkedHashMap<String, String>();
        put(typed, "kind", kind);
        put(typed, "count", count);
        put(typed, "preset", preset);
        put(typed, "format", format);
        put(typed, "language", language);
        put(typed, "start", start);
        put(typed, "right", right);
        put(typed, "down", down);
        return typed;
    }

    /** What is longer than anything that is of the form is no help in an address. */
    private static void put(Map<String, String> typed, String name, @Nullable String value) {
        if (value != null && value.length() <= LONGEST_KEPT) {
            typed.put(name, value);
        }
    }
}
