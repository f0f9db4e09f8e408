package vn.nguongoc.recallreport;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import vn.nguongoc.shared.Mass;

/**
 * Masses under headings, in the order of the headings; what has no mass is not there.
 *
 * @param masses each more than nothing
 */
public record Sums<E extends Enum<E>>(@JsonValue Map<E, Mass> masses) {

    static <E extends Enum<E>> Sums<E> none() {
        return new Sums<>(Map.<E, Mass>of());
    }

    static <E extends Enum<E>> Sums<E> of(E heading, Mass mass) {
        return mass.isZero() ? none() : new Sums<>(Map.of(heading, mass));
    }

    Sums<E> plus(Sums<E> others) {
        if (masses.isEmpty() || others.masses.isEmpty()) {
            return masses.isEmpty() ? others : this;
        }
        var all = new EnumMap<>(masses);
        others.masses.forEach((heading, mass) -> all.merge(heading, mass, Mass::plus));
        return new Sums<>(Collections.unmodifiableMap(all));
    }

    /** Without what stands under some headings. */
    Sums<E> without(Predicate<E> left) {
        var some = masses.keySet().stream().filter(left.negate()).toList();
        return some.stream().map(it -> of(it, at(it))).reduce(none(), Sums::plus);
    }

    /** What stands under a heading. */
    public Mass at(E heading) {
        return masses.getOrDefault(heading, Mass.ZERO);
    }

    /** What stands under these headings together. */
    public Mass at(List<E> headings) {
        return Mass.sum(headings.stream().map(this::at).toList());
    }

    Mass all() {
        return Mass.sum(masses.values());
    }
}
