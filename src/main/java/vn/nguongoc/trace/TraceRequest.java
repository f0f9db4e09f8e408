package vn.nguongoc.trace;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import vn.nguongoc.shared.LotId;

/**
 * What is asked of a trace.
 *
 * @param lots where it begins: at least one, each once
 * @param depth after so many generations of lots it goes no further
 */
@JsonPropertyOrder("lot")
public record TraceRequest(
        @JsonIgnore List<LotId> lots,
        Direction direction,
        int depth,
        @JsonUnwrapped Viewpoint viewpoint) {
    /** The furthest that anybody can ask for. */
    public static final int DEEPEST = 200;

    public TraceRequest {
        lots = List.copyOf(lots);
    }

    public TraceRequest(LotId lot, Direction direction, int depth, Viewpoint viewpoint) {
        this(List.of(lot), direction, depth, viewpoint);
    }

    /** The lot that it begins with, or the first of them. */
    @JsonProperty
    public LotId lot() {
        return lots.getFirst();
    }

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
