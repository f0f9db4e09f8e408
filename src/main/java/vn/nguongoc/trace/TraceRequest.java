package vn.nguongoc.trace;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import vn.nguongoc.shared.LotId;

/**
 * What is asked of a trace.
 *
 * @param depth after so many generations of lots it goes no further
 */
public record TraceRequest(
        LotId lot,
        Direction direction,
        int depth,
        @JsonUnwrapped Viewpoint viewpoint) {
    /** The furthest that anybody can ask for. */
    public static final int DEEPEST = 200;

    /** Which way to walk. */
    public enum Direction {
        /** To the plots. */
        @JsonProperty("back")
        BACK,
        /** To whoever received it. */
        @JsonProperty("forward")
        FORWARD,
        @JsonProperty("both")
        BOTH;

        boolean goesBack() {
            return this != FORWARD;
        }

        boolean goesForward() {
            return this != BACK;
        }
    }
}
