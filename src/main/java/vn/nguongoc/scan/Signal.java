package vn.nguongoc.scan;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something unusual about how a unit was scanned, with its evidence. It proves nothing. In JSON {@code signal} tells
 * which.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "signal")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Signal.BeforeDispatch.class, name = "before-dispatch"),
    @JsonSubTypes.Type(value = Signal.ManyDevices.class, name = "many-devices"),
    @JsonSubTypes.Type(value = Signal.FarApart.class, name = "far-apart"),
    @JsonSubTypes.Type(value = Signal.AfterSale.class, name = "after-sale"),
    @JsonSubTypes.Type(value = Signal.AfterRecall.class, name = "after-recall")
})
public sealed interface Signal {
    /** As the words and the docs call it. */
    String code();

    /** Whether it may mean that the code was copied. */
    default boolean mayMeanCopies() {
        return true;
    }

    /**
     * It was scanned while, by the record, the whole lot was still at home.
     *
     * @param devices at most, on those days
     * @param firstOn the first such day
     * @param dispatchedOn when the first of the lot left; absent where no dispatch is recorded
     */
    record BeforeDispatch(
            int sessions,
            int devices,
            LocalDate firstOn,
            @Nullable LocalDate dispatchedOn) implements Signal {
        @Override
        public String code() {
            return "before-dispatch";
        }
    }

    /** @param most how many one unit usually has at most */
    record ManyDevices(int devices, int most) implements Signal {
        @Override
        public String code() {
            return "many-devices";
        }
    }

    /** Two buyers said they were so far apart, within so short a time. */
    record FarApart(Tile from, Tile to, long kilometres, long hours, LocalDate on) implements Signal {
        @Override
        public String code() {
            return "far-apart";
        }
    }

    /** Devices on days after the one on which a buyer said to have bought it. */
    record AfterSale(LocalDate boughtOn, int sessions, int devices) implements Signal {
        @Override
        public String code() {
            return "after-sale";
        }
    }

    /** Goods that were recalled are still about: whoever scans them is told. */
    record AfterRecall(LocalDate recalledOn, int sessions) implements Signal {
        @Override
        public String code() {
            return "after-recall";
        }

        @Override
        public boolean mayMeanCopies() {
            return false;
        }
    }
}
