package vn.nguongoc.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A kind of processing step and what bounds it. Where a file says {@code family/rice}, every product of that family is
 * meant; here they stand one by one.
 *
 * @param revision raised when what the step records means something else; stored with every step
 * @param group part of a lot's journey that it is shown in, one of {@link Terms#groups}
 * @param sameProduct whether each output is of a product that went in
 * @param balance how far outputs + losses may be from inputs
 * @param dryMatter for steps that only take water away
 * @param inputMoisture of each input, in per cent
 * @param hoursSinceHarvest between the earliest harvest among the inputs and the step's beginning
 * @param measurements by name, what they usually are and can be
 * @param blends whether lots of one product are put together to be one: each must prove its variety
 * @param takesHeld whether lots on hold may go in, because nothing of them comes out for sale
 * @param facilityClaim claims of this kind are kept only where the facility has it too: {@code growing-area} by
 *     {@code packing-house}
 */
public record StepKind(
        String code,
        int revision,
        String group,
        Set<String> inputs,
        Set<String> outputs,
        boolean sameProduct,
        Set<String> losses,
        Balance balance,
        List<Limit> limits,
        @Nullable DryMatter dryMatter,
        @JsonProperty("inputMoisturePercent") @Nullable Limits inputMoisture,
        @Nullable Limits hoursSinceHarvest,
        Map<String, Limits> measurements,
        boolean blends,
        boolean takesHeld,
        @Nullable FacilityClaim facilityClaim) {

    public StepKind {
        inputs = inputs == null ? Set.of() : Set.copyOf(inputs);
        outputs = outputs == null ? Set.of() : Set.copyOf(outputs);
        losses = losses == null ? Set.of() : Set.copyOf(losses);
        limits = limits == null ? List.of() : List.copyOf(limits);
        measurements = measurements == null ? Map.of() : Map.copyOf(measurements);
    }

    StepKind taking(Set<String> these, Set<String> making) {
        return new StepKind(
                code,
                revision,
                group,
                these,
                making,
                sameProduct,
                losses,
                balance,
                limits,
                dryMatter,
                inputMoisture,
                hoursSinceHarvest,
                measurements,
                blends,
                takesHeld,
                facilityClaim);
    }

    /** How far outputs + losses may be from inputs, in per cent of the inputs: what scales are apart. */
    public record Balance(BigDecimal percent, Source source) {}

    /**
     * Outputs of these products together, or losses of this kind, as a share of the inputs in per cent.
     *
     * @param of only where all inputs are of these products; empty for all
     * @param perMonth whether the share is that of a month: as many times for as many months begun
     */
    public record Limit(
            Set<String> of,
            Set<String> products,
            @Nullable String loss,
            @JsonProperty("percent") Limits share,
            boolean perMonth) {

        /**
         * @throws IllegalArgumentException if it limits neither products nor a loss, or both, or some inputs by time
         */
        public Limit {
            of = of == null ? Set.of() : Set.copyOf(of);
            products = products == null ? Set.of() : Set.copyOf(products);
            if (products.isEmpty() == (loss == null)) {
                throw new IllegalArgumentException("a limit is on products or on a loss");
            }
            if (perMonth && !of.isEmpty()) {
                throw new IllegalArgumentException("a limit for a month is for all inputs");
            }
        }
    }

    /**
     * Dry matter cannot come from nowhere.
     *
     * @param factor what output ÷ (input·(100−m₁)/(100−m₂)) usually is and can be
     * @param whereKnown whether moistures may be left out, and only what is known is judged
     */
    public record DryMatter(Limits factor, boolean whereKnown) {}

    /** Claims {@code kept}/market of the inputs last only where the facility has {@code needed}/market. */
    public record FacilityClaim(String kept, String needed, Source source) {

        /** What the facility needs for this claim to last; empty for a claim of another kind. */
        public Optional<String> counterpart(String claim) {
            return claim.startsWith(kept + "/")
                    ? Optional.of(needed + claim.substring(kept.length()))
                    : Optional.empty();
        }
    }
}
