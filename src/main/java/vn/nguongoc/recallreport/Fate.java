package vn.nguongoc.recallreport;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** What became of the goods of one lot. All fates of a lot add up to its quantity, to the gram. */
public enum Fate {
    /** Still there. */
    @JsonProperty("inStock")
    IN_STOCK,
    /** Sent to a named organisation that takes part and has not confirmed yet. */
    @JsonProperty("onTheWay")
    ON_THE_WAY,
    /** Sent to a named business that takes no part. */
    @JsonProperty("outside")
    OUTSIDE,
    /** Sent to an organisation that holds what arrived of it, as a lot of its own. */
    @JsonProperty("handedOver")
    HANDED_OVER,
    /** Became a lot of its own where it was. */
    @JsonProperty("split")
    SPLIT,
    /** Went into steps of which something came out. */
    @JsonProperty("processed")
    PROCESSED,
    /** Went into steps of which nothing came out: samples, disposal. */
    @JsonProperty("usedUp")
    USED_UP,
    /** The receiver says that nothing arrived. */
    @JsonProperty("notArrived")
    NOT_ARRIVED,
    /** Left the lot in a record that is only half read yet. */
    @JsonProperty("untold")
    UNTOLD;

    /** Part of other lots of the same report now. */
    public static final List<Fate> PASSED_ON = List.of(HANDED_OVER, SPLIT, PROCESSED);

    /** Nobody has it any more, or nobody knows. */
    public static final List<Fate> NOT_THERE = List.of(USED_UP, NOT_ARRIVED, UNTOLD);

    /** Shipped and not arrived at anybody who takes part: what a recall has to get back. */
    static final List<Fate> GONE = List.of(ON_THE_WAY, OUTSIDE, NOT_ARRIVED);
}
