package vn.nguongoc.province;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.lot.event.TradeItem;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.step.StepCommand.Part;
import vn.nguongoc.step.event.StepEvent.Output;

/**
 * A lot as whoever holds it knows it.
 *
 * @param count of shrimp in a kilogram
 */
record Batch(
        LotId lot,
        String product,
        Mass quantity,
        @Nullable BigDecimal moisture,
        @Nullable BigDecimal count,
        @Nullable TradeItem item) {

    static Batch of(Output output) {
        return new Batch(
                output.lot(),
                output.product(),
                output.quantity(),
                output.moisturePercent(),
                output.countPerKilogram(),
                output.item());
    }

    Part whole() {
        return new Part(lot, quantity);
    }

    Batch as(LotId other, Mass weighing) {
        return new Batch(other, product, weighing, moisture, count, item);
    }

    Batch weighing(Mass mass) {
        return as(lot, mass);
    }
}
