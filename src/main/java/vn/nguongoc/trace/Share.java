package vn.nguongoc.trace;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;

/**
 * An exact share of a whole, in lowest terms: 4 of 7.
 *
 * @param parts at least 0
 * @param whole at least 1
 */
record Share(BigInteger parts, BigInteger whole) implements Comparable<Share> {
    static final Share NOTHING = new Share(BigInteger.ZERO, BigInteger.ONE);
    static final Share ALL = new Share(BigInteger.ONE, BigInteger.ONE);

    static Share of(long parts, long whole) {
        return lowest(BigInteger.valueOf(parts), BigInteger.valueOf(whole));
    }

    private static Share lowest(BigInteger parts, BigInteger whole) {
        var common = parts.gcd(whole);
        return new Share(parts.divide(common), whole.divide(common));
    }

    Share plus(Share other) {
        return whole.equals(other.whole)
                ? lowest(parts.add(other.parts), whole)
                : lowest(parts.multiply(other.whole).add(other.parts.multiply(whole)), whole.multiply(other.whole));
    }

    Share times(Share other) {
        return lowest(parts.multiply(other.parts), whole.multiply(other.whole));
    }

    boolean isNothing() {
        return parts.signum() == 0;
    }

    /** What is left over when so many equal pieces are given out whole, by this share. */
    Share remainderOf(BigInteger pieces) {
        return lowest(parts.multiply(pieces).mod(whole), whole);
    }

    /** How many of so many equal pieces belong wholly to this share. */
    long wholeOf(BigInteger pieces) {
        return parts.multiply(pieces).divide(whole).longValueExact();
    }

    @Override
    public int compareTo(Share other) {
        return parts.multiply(other.whole).compareTo(other.parts.multiply(whole));
    }

    /** {@code "4/7"}. */
    @JsonValue
    @Override
    public String toString() {
        return parts + "/" + whole;
    }
}
