package vn.nguongoc.province;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.lot.event.TradeItem;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.step.event.StepEvent.Output;

/** What is to come out of a step, before it has an id. */
record Made(
        String product,
        Mass quantity,
        @Nullable BigDecimal moisture,
        @Nullable BigDecimal count,
        @Nullable TradeItem item) {

    Made(String product, Mass quantity, @Nullable BigDecimal moisture) {
        this(product, quantity, moisture, null, null);
    }

    Output output(LotId lot) {
        return new Output(lot, product, quantity, moisture, null, item, count);
    }
}
