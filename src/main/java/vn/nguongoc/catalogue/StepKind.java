package vn.nguongoc.catalogue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A kind of processing step and what bounds it.
 *
 * @param revision raised when what the step records means something else; stored with every step
 * @param group part of a lot's journey that it is shown in, one of {@link Terms#groups}
 * @param balancePercent how far outputs + losses may be from inputs, in per cent of the inputs
 * @param dryMatterTolerance for steps that only take water away
 */
public record StepKind(
        String code,
        int revision,
        String group,
        Set<String> inputs,
        Set<String> outputs,
        Set<String> losses,
        BigDecimal balancePercent,
        List<Limit> limits,
        @Nullable DryMatter dryMatterTolerance) {

    public StepKind {
        limits = limits == null ? List.of() : List.copyOf(limits);
    }

    /** Outputs of these products together, or losses of this kind, are at most this share of the inputs. */
    public record Limit(
            @Nullable Set<String> products, @Nullable String loss, BigDecimal maxPercent, String source) {}

    /** Dry matter cannot come from nowhere: output ≤ input·(100−m₁)/(100−m₂)·factor. */
    public record DryMatter(BigDecimal factor, String source) {}
}
