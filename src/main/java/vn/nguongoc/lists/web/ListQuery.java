package vn.nguongoc.lists.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import vn.nguongoc.lists.ListRefusal;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.web.WebRefusal;

/**
 * What a list is asked for in its address. A parameter that the list does not know, or that stands twice, is refused:
 * left unheeded, the list would tell more than was asked for. One without a value is not asked, as empty fields of
 * forms are.
 */
public final class ListQuery {
    private static final int LEAST = 1;
    private static final int MOST = 200;
    private static final int USUAL = 50;
    /** ISO 8601, but not {@code +999999999-12-31}: no time on that day can be reckoned with. */
    private static final DateTimeFormatter DAY = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 4)
            .appendPattern("-MM-dd")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private static final String LIMIT = "limit";
    private static final String CURSOR = "cursor";
    private static final String AFTER = "after";
    private static final List<String> OF_ALL_LISTS = List.of(LIMIT, CURSOR, AFTER, "lang");

    private final Map<String, List<String>> given;

    /**
     * Of what stands in an address.
     *
     * @param given in the order of the address
     * @param known what this list can be asked for, beside what all can
     * @throws Refused if there is another parameter, or one stands twice
     */
    public ListQuery(Map<String, List<String>> given, List<String> known) {
        this.given = given;
        var all = Stream.concat(known.stream(), OF_ALL_LISTS.stream()).toList();
        given.forEach((name, values) -> {
            if (!all.contains(name)) {
                throw new Refused(new ListRefusal.UnknownParameter(name, all));
            }
            if (values.size() > 1) {
                throw new Refused(new ListRefusal.GivenTwice(name));
            }
        });
    }

    /** What is given, if it is. */
    public @Nullable String text(String name) {
        return value(name).orElse(null);
    }

    private Optional<String> value(String name) {
        return given.getOrDefault(name, List.of()).stream()
                .filter(it -> !it.isBlank())
                .findFirst();
    }

    /**
     * What must be given.
     *
     * @throws Refused if it is not given
     */
    public String required(String name) {
        return value(name).orElseThrow(() -> new Refused(new ListRefusal.ParameterMissing(name)));
    }

    /** One of the codes that there are. */
    @Nullable
    String code(String name, Collection<String> known) {
        return one(name, known, it -> Optional.of(it).filter(known::contains));
    }

    /**
     * One of the values that there are.
     *
     * @param known all values there are, for the refusal
     * @throws Refused if nobody knows it
     */
    public <T> @Nullable T one(String name, Collection<String> known, Function<String, Optional<T>> find) {
        return value(name)
                .map(it -> find.apply(it)
                        .orElseThrow(() -> new Refused(new ListRefusal.UnknownValue(
                                name, it, known.stream().sorted().toList()))))
                .orElse(null);
    }

    /** @throws Refused if it is no day of the years 0 to 9999 */
    @Nullable
    LocalDate day(String name) {
        return value(name).map(it -> day(name, it)).orElse(null);
    }

    private static LocalDate day(String name, String value) {
        try {
            return DAY.parse(value, LocalDate::from);
        } catch (DateTimeParseException e) {
            throw new Refused(new WebRefusal.UnusableParameter(name, value));
        }
    }

    /** How many to a page. */
    public int limit() {
        var limit = value(LIMIT).map(it -> whole(LIMIT, it)).orElse((long) USUAL);
        if (limit < LEAST || limit > MOST) {
            throw new Refused(new ListRefusal.LimitOutOfRange(limit, LEAST, MOST));
        }
        return limit.intValue();
    }

    /** The position that must have been seen; −1 for none. */
    public long after() {
        return value(AFTER).map(it -> whole(AFTER, it)).orElse(-1L);
    }

    private static Long whole(String name, String value) {
        try {
            return Long.valueOf(value);
        } catch (NumberFormatException e) {
            throw new Refused(new WebRefusal.UnusableParameter(name, value));
        }
    }

    /** Of the page before; absent for the first. */
    public @Nullable String cursor() {
        return text(CURSOR);
    }

    /** An answer that names the next page, if there is one: the same query with its cursor. */
    public ResponseEntity.BodyBuilder answer(String path, @Nullable String next) {
        var answer = ResponseEntity.ok();
        return next == null
                ? answer
                : answer.header(
                        HttpHeaders.LINK,
                        Stream.concat(
                                        given.keySet().stream()
                                                .filter(it -> !List.of(LIMIT, CURSOR, AFTER)
                                                        .contains(it)),
                                        Stream.of(LIMIT, CURSOR))
                                .map(name -> parameter(name, next))
                                .collect(Collectors.joining("&", "<" + path + "?", ">; rel=\"next\"")));
    }

    private String parameter(String name, String next) {
        var value = switch (name) {
            case LIMIT -> String.valueOf(limit());
            case CURSOR -> next;
            default -> value(name).orElse("");
        };
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
