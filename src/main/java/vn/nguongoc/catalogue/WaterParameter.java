package vn.nguongoc.catalogue;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is measured in a pond.
 *
 * @param unit as people write it
 * @param accept where it should be; outside it is a doubt
 * @param alarm outside of it animals die
 * @param swing the most it should move in a day
 * @param measurable what a probe can show at all; outside it is a typing error
 */
public record WaterParameter(
        String code,
        String unit,
        Range accept,
        @Nullable Range alarm,
        @Nullable BigDecimal swing,
        Range measurable,
        Source source) {}
