package vn.nguongoc.seed.event;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.shared.Mass;

/**
 * How much seed: weighed, if it is sown, or counted, if it is stocked; one of both. In JSON
 * {@code {"mass":{"value":"250","unit":"kg"}}} or {@code {"pieces":96000}}.
 */
public record SeedQuantity(@Nullable Mass mass, @Nullable Long pieces) {
    /** @throws IllegalArgumentException if it is both or neither, or less than nothing */
    public SeedQuantity {
        if ((mass == null) == (pieces == null)) {
            throw new IllegalArgumentException("seed is weighed or counted");
        }
        if (pieces != null && pieces < 0) {
            throw new IllegalArgumentException("a count is never negative: " + pieces);
        }
    }

    /**
     * How many pieces.
     *
     * @throws NullPointerException if it is weighed
     */
    public long count() {
        return Objects.requireNonNull(pieces, "this is weighed");
    }

    private long units() {
        return mass == null ? count() : mass.grams();
    }

    private SeedQuantity of(long units) {
        return mass == null ? new SeedQuantity(null, units) : new SeedQuantity(new Mass(units), null);
    }

    /** None, in the same measure. */
    public SeedQuantity nothing() {
        return of(0);
    }

    /** @throws IllegalArgumentException if one is weighed and the other counted */
    public SeedQuantity plus(SeedQuantity other) {
        return of(Math.addExact(units(), alike(other).units()));
    }

    /** @throws IllegalArgumentException if more is taken than there is, or one is weighed and the other counted */
    public SeedQuantity minus(SeedQuantity other) {
        return of(units() - alike(other).units());
    }

    /** @throws IllegalArgumentException if one is weighed and the other counted */
    public boolean isMoreThan(SeedQuantity other) {
        return units() > alike(other).units();
    }

    private SeedQuantity alike(SeedQuantity other) {
        if ((mass == null) != (other.mass == null)) {
            throw new IllegalArgumentException("what is weighed is not what is counted");
        }
        return other;
    }
}
