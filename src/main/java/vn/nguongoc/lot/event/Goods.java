package vn.nguongoc.lot.event;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a lot is of, whoever holds it.
 *
 * @param moisturePercent water as a share of the whole
 * @param countPerKilogram size of shrimp: animals in a kilogram
 * @param item present where it is goods on a shelf
 */
public record Goods(
        String product,
        @Nullable BigDecimal moisturePercent,
        @Nullable BigDecimal countPerKilogram,
        @Nullable TradeItem item,
        Pedigree pedigree) {}
