package vn.nguongoc.recallreport;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import vn.nguongoc.shared.Mass;

/**
 * The accounts of a recall's mass balance. What entered stands on one side; where it is, or what became of it, and what
 * nobody can tell, on the other. Both sides are equal to the gram, of each holder and of all together.
 *
 * <p>What the goods became is not counted twice: paddy that was milled is no more there, its rice is. So what has to be
 * accounted for is what the recall begins with, and whatever else was put into the same steps: once mixed it is
 * recalled, too. This is the quantity check (mass balance) that BRCGS Food Safety issue 9 asks for with each test of
 * traceability (3.9) and of recalls (3.11): what went in against stock, deliveries, waste [K].
 */
public enum Account {
    /** The lots that the recall begins with: made of none that it reaches. */
    @JsonProperty("started")
    STARTED(Side.ENTERED),
    /** Other goods that went into the same steps. */
    @JsonProperty("mixedIn")
    MIXED_IN(Side.ENTERED),
    /** Weighed on arrival from another holder of the recall. */
    @JsonProperty("received")
    RECEIVED(Side.ENTERED),
    /** More came out of a step, or arrived, than went in or was sent, as far as scales may differ. */
    @JsonProperty("gained")
    GAINED(Side.ENTERED),
    /** Left in lots. */
    @JsonProperty("inStock")
    IN_STOCK(Side.KNOWN),
    /** Sent to a named organisation that takes part and has not confirmed yet. */
    @JsonProperty("onTheWay")
    ON_THE_WAY(Side.KNOWN),
    /** Sent to a named business that takes no part. */
    @JsonProperty("outside")
    OUTSIDE(Side.KNOWN),
    /** As it was weighed on arrival at another holder of the recall. */
    @JsonProperty("handedOver")
    HANDED_OVER(Side.KNOWN),
    /** Recorded in a step, with what it was: water, dust, spillage. */
    @JsonProperty("lost")
    LOST(Side.KNOWN),
    /** Taken as a sample. */
    @JsonProperty("sampled")
    SAMPLED(Side.KNOWN),
    /** Recorded as destroyed. */
    @JsonProperty("destroyed")
    DESTROYED(Side.KNOWN),
    /**
     * Nobody can tell: a step's unexplained loss, what scales differ by, what was sent and did not arrive, what left a
     * lot in a record that is only half read yet.
     */
    @JsonProperty("missing")
    MISSING(Side.MISSING);

    /** Where an account stands in the balance. */
    enum Side {
        ENTERED,
        KNOWN,
        MISSING
    }

    private static final BigDecimal ALL = new BigDecimal("100.00");

    private final Side side;

    Account(Side side) {
        this.side = side;
    }

    /** Between holders of one recall: what one handed over the other received, so it is no part of the sum of all. */
    boolean isBetweenHolders() {
        return this == RECEIVED || this == HANDED_OVER;
    }

    /** The account of a loss, by its code in the catalogue. */
    static Account ofLoss(String kind) {
        return switch (kind) {
            case "destroyed" -> DESTROYED;
            case "sample" -> SAMPLED;
            case "unexplained" -> MISSING;
            default -> LOST;
        };
    }

    private static Mass sum(Sums<Account> sums, Side side) {
        return sums.at(List.of(values()).stream().filter(it -> it.side == side).toList());
    }

    /** All that has to be accounted for. */
    static Mass entered(Sums<Account> sums) {
        return sum(sums, Side.ENTERED);
    }

    /** All whose whereabouts, or whose end, somebody recorded. */
    static Mass known(Sums<Account> sums) {
        return sum(sums, Side.KNOWN);
    }

    /**
     * What is known as a share of what entered, in per cent with two decimals, rounded down: a gram that is missing is
     * never rounded away.
     */
    static BigDecimal knownPercent(Sums<Account> sums) {
        var entered = entered(sums);
        return entered.isZero()
                ? ALL
                : BigDecimal.valueOf(known(sums).grams())
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(entered.grams()), 2, RoundingMode.DOWN);
    }
}
