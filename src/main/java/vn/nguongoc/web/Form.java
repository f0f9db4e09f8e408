package vn.nguongoc.web;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.Refusal;
import vn.nguongoc.shared.Refused;

/**
 * Reads the fields of one request and remembers every fault, so that a person gets all of them at once. Ask for each
 * field, call {@link #refuseFaults()}, and only then {@link Read#get()}.
 */
public final class Form {
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(5);
    private static final int MOST_PARTS = 1000;
    private static final int LONGEST_TEXT = 200;

    private final Clock clock;
    private final String prefix;
    private final List<WebRefusal.Fault> faults;
    private final Numbers numbers = new Numbers(this);

    public Form() {
        this(Clock.systemUTC());
    }

    Form(Clock clock) {
        this(clock, "", new ArrayList<>());
    }

    private Form(Clock clock, String prefix, List<WebRefusal.Fault> faults) {
        this.clock = clock;
        this.prefix = prefix;
        this.faults = faults;
    }

    /** @throws Refused with every fault, if there was one */
    public void refuseFaults() {
        if (!faults.isEmpty()) {
            throw new Refused(new WebRefusal.UnusableFields(List.copyOf(faults)));
        }
    }

    /** Text of 1 to 200 characters, not blank. */
    public Read<String> text(String field, @Nullable String value) {
        if (value != null && value.length() > LONGEST_TEXT) {
            return fault(field, new FieldRefusal.TooLong(value.length(), LONGEST_TEXT));
        }
        if (value == null || value.isBlank()) {
            return missing(field);
        }
        return isText(value)
                ? Read.of(value.strip())
                : fault(field, new FieldRefusal.NotOfTheForm("?", "half-a-character", List.of()));
    }

    /** Whether each surrogate has its other half, as all text must. */
    private static boolean isText(String value) {
        return value.codePoints()
                .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    /**
     * Something that is made from a text and says with a {@link Refusal.WrongForm} why it is not of its form. Of any
     * other {@link IllegalArgumentException} no more is told than that it is not.
     */
    public <T> Read<T> of(String field, @Nullable String value, Function<String, T> form) {
        if (value == null || value.isBlank()) {
            return missing(field);
        }
        try {
            return Read.of(form.apply(value));
        } catch (Refusal.WrongForm e) {
            return fault(field, new FieldRefusal.NotOfTheForm(value, e.reason(), e.expected()));
        } catch (IllegalArgumentException e) {
            return fault(field, new FieldRefusal.NotOfTheForm(value, "other", List.of()));
        }
    }

    /** A mass that is more than nothing, in kg, g, t or tạ. */
    public Read<Mass> mass(String field, @Nullable Quantity quantity) {
        return numbers.mass(field, quantity);
    }

    /** A mass that may be nothing, in kg, g, t or tạ. */
    public Read<Mass> massOrNothing(String field, @Nullable Quantity quantity) {
        return numbers.massOrNothing(field, quantity);
    }

    /** An area in whole square metres, given in ha or m². */
    public Read<Long> area(String field, @Nullable Quantity area) {
        return numbers.area(field, area);
    }

    /** How many there are, at least one, in digits alone: {@code 96.000} is 96 to some and 96,000 to others. */
    public Read<Long> pieces(String field, @Nullable String value) {
        return numbers.pieces(field, value);
    }

    /** A share of the whole in per cent, at least 0 and below 100; absent is fine. */
    public Read<Optional<BigDecimal>> share(String field, @Nullable String value) {
        return numbers.share(field, value);
    }

    /** A plain decimal with a point and at most three decimals. */
    public Read<BigDecimal> decimal(String field, @Nullable String value) {
        return numbers.decimal(field, value);
    }

    /** When it happened: a time with its offset, not later than five minutes from now. */
    public Read<OffsetDateTime> happenedAt(String field, @Nullable String value) {
        if (value == null) {
            return missing(field);
        }
        try {
            var time = OffsetDateTime.parse(value);
            var latest = clock.instant().plus(CLOCKS_DIFFER_BY).atOffset(time.getOffset());
            return time.isAfter(latest) ? fault(field, new FieldRefusal.InTheFuture(time, latest)) : Read.of(time);
        } catch (DateTimeException e) {
            return fault(
                    field,
                    isLocalTime(value)
                            ? new FieldRefusal.TimeWithoutOffset(value, value + "+07:00")
                            : new FieldRefusal.NotATime(shortened(value)));
        }
    }

    private static boolean isLocalTime(String value) {
        try {
            return LocalDateTime.parse(value).getYear() != 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** A day, ISO 8601. */
    public Read<LocalDate> date(String field, @Nullable String value) {
        if (value == null) {
            return missing(field);
        }
        try {
            return Read.of(LocalDate.parse(value));
        } catch (DateTimeException e) {
            return fault(field, new FieldRefusal.NotADate(shortened(value)));
        }
    }

    /** 1 to 1,000 parts, each read with a form that knows where it stands. */
    public <T, R> List<R> each(String field, @Nullable List<T> parts, Part<T, R> reader) {
        if (parts == null || parts.isEmpty()) {
            missing(field);
            return List.of();
        }
        return upTo(field, parts, reader);
    }

    /** 0 to 1,000 parts; absent is none. */
    public <T, R> List<R> any(String field, @Nullable List<T> parts, Part<T, R> reader) {
        return parts == null ? List.of() : upTo(field, parts, reader);
    }

    private <T, R> List<R> upTo(String field, List<T> parts, Part<T, R> reader) {
        if (parts.size() > MOST_PARTS) {
            fault(field, new FieldRefusal.TooMany(parts.size(), MOST_PARTS));
            return List.of();
        }
        return IntStream.range(0, parts.size())
                .filter(i -> isThere(field + "/" + i, parts.get(i)))
                .mapToObj(i -> reader.read(new Form(clock, prefix + field + "/" + i, faults), parts.get(i), i))
                .toList();
    }

    private <T> boolean isThere(String field, @Nullable T part) {
        if (part == null) {
            missing(field);
        }
        return part != null;
    }

    /** Like a field that is there, with absent being fine. */
    public <T> Read<Optional<T>> optional(@Nullable String value, Function<String, Read<T>> reader) {
        if (value == null) {
            return Read.of(Optional.empty());
        }
        var read = reader.apply(value);
        return read.isFault() ? Read.fault() : Read.of(Optional.of(read.get()));
    }

    <T> Read<T> missing(String field) {
        return fault(field, new FieldRefusal.Missing());
    }

    <T> Read<T> fault(String field, FieldRefusal reason) {
        faults.add(new WebRefusal.Fault(prefix + field, reason));
        return Read.fault();
    }

    static String shortened(String value) {
        return value.length() <= 40 ? value : value.substring(0, 40) + "…";
    }

    /** Reads one part of a list; {@code index} counts from 0. */
    @FunctionalInterface
    public interface Part<T, R> {
        R read(Form form, T part, int index);
    }

    /** A field that was read, or a fault that {@link #refuseFaults()} will tell of. */
    public static final class Read<T> {
        private final @Nullable T value;

        private Read(@Nullable T value) {
            this.value = value;
        }

        static <T> Read<T> of(T value) {
            return new Read<>(value);
        }

        static <T> Read<T> fault() {
            return new Read<>(null);
        }

        boolean isFault() {
            return value == null;
        }

        /** @throws NullPointerException if it was a fault: call {@link #refuseFaults()} first */
        public T get() {
            return Objects.requireNonNull(value, "a fault; refuseFaults() comes first");
        }
    }

    /** A number with its unit, as it came: {@code {"value":"9900","unit":"kg"}}. */
    public record Quantity(@Nullable String value, @Nullable String unit) {}
}
