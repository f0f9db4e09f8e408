package vn.nguongoc.lot.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What goods inherit from what they were made of. Mixed goods are only as good as the worst of their parts: a claim
 * lasts if every part carries it, a market is closed if it is to any part.
 *
 * @param harvestedAt the earliest harvest
 * @param claims of certificates that were valid on the day of the harvest, and what was tested before it
 * @param passed laboratory tests that all of it passed, with the day of the oldest result
 * @param barredFrom codes of markets it may not go to, each with the reasons, {@code ", "} between them: substances
 */
public record Pedigree(
        @Nullable OffsetDateTime harvestedAt,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) SortedSet<String> claims,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) SortedMap<String, LocalDate> passed,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) SortedMap<String, String> barredFrom) {

    /** Of goods that nothing is known of. */
    public static final Pedigree UNKNOWN = new Pedigree(null, new TreeSet<>(), new TreeMap<>(), new TreeMap<>());

    private static final String AND = ", ";

    public Pedigree {
        claims = Collections.unmodifiableSortedSet(claims == null ? new TreeSet<>() : new TreeSet<>(claims));
        passed = Collections.unmodifiableSortedMap(passed == null ? new TreeMap<>() : new TreeMap<>(passed));
        barredFrom =
                Collections.unmodifiableSortedMap(barredFrom == null ? new TreeMap<>() : new TreeMap<>(barredFrom));
    }

    /** Of a harvest that nothing else is known of. */
    public static Pedigree of(OffsetDateTime harvestedAt) {
        return new Pedigree(harvestedAt, new TreeSet<>(), new TreeMap<>(), new TreeMap<>());
    }

    /** Of goods made from all of these together. */
    public static Pedigree ofAll(Collection<Pedigree> parts) {
        return parts.stream().reduce(Pedigree::with).orElse(UNKNOWN);
    }

    private Pedigree with(Pedigree other) {
        var both = new TreeSet<>(claims);
        both.retainAll(other.claims);
        var all = new TreeMap<String, LocalDate>();
        passed.forEach((test, day) -> {
            var theirs = other.passed.get(test);
            if (theirs != null) {
                all.put(test, Collections.min(List.of(day, theirs)));
            }
        });
        var closed = new TreeMap<>(barredFrom);
        other.barredFrom.forEach((market, because) -> closed.merge(market, because, Pedigree::both));
        return new Pedigree(earlier(harvestedAt, other.harvestedAt), both, all, closed);
    }

    private static @Nullable OffsetDateTime earlier(@Nullable OffsetDateTime one, @Nullable OffsetDateTime other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? other : one;
    }

    /** With only these of its claims. */
    public Pedigree claiming(Collection<String> kept) {
        var left = new TreeSet<>(claims);
        left.retainAll(kept);
        return new Pedigree(harvestedAt, left, passed, barredFrom);
    }

    /** With a test that it passed on that day; a later pass stays. */
    public Pedigree passing(String test, LocalDate day) {
        var all = new TreeMap<>(passed);
        all.merge(test, day, (one, other) -> Collections.max(List.of(one, other)));
        return new Pedigree(harvestedAt, claims, all, barredFrom);
    }

    /** Without a test that it failed on that day; a later pass stays. */
    public Pedigree failing(String test, LocalDate day) {
        var all = new TreeMap<>(passed);
        all.computeIfPresent(test, (it, pass) -> pass.isAfter(day) ? pass : null);
        return new Pedigree(harvestedAt, claims, all, barredFrom);
    }

    /** With this market closed because of a substance. */
    public Pedigree barring(String market, String substance) {
        var closed = new TreeMap<>(barredFrom);
        closed.merge(market, substance, Pedigree::both);
        return new Pedigree(harvestedAt, claims, passed, closed);
    }

    /** With this market not closed because of a substance any more: open, if that was all. */
    public Pedigree allowing(String market, String substance) {
        var closed = new TreeMap<>(barredFrom);
        closed.computeIfPresent(market, (it, because) -> {
            var left = new TreeSet<>(reasons(because));
            left.remove(substance);
            return left.isEmpty() ? null : String.join(AND, left);
        });
        return new Pedigree(harvestedAt, claims, passed, closed);
    }

    /** The single ones of what {@link #barredFrom} has in one text. */
    public static List<String> reasons(String because) {
        return List.of(because.split(AND));
    }

    private static String both(String one, String other) {
        var all = new TreeSet<>(reasons(one));
        all.addAll(reasons(other));
        return String.join(AND, all);
    }
}
