package vn.nguongoc.step;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.catalogue.Limits;
import vn.nguongoc.catalogue.Range;
import vn.nguongoc.catalogue.Source;
import vn.nguongoc.catalogue.StepKind;
import vn.nguongoc.catalogue.StepKind.Limit;
import vn.nguongoc.lot.LotCommand.Drawn;
import vn.nguongoc.shared.Flag;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.Refused;

/** How much of what goes in can become certain products, or be lost in a certain way. */
record ShareRules(StepKind kind) {
    private static final int PERCENT_DECIMALS = 2;
    private static final int GRAM_DECIMALS = 6;

    /** Certain products together, or one kind of loss. */
    private record Part(Set<String> products, @Nullable String loss) {
        static Part of(Limit limit) {
            return new Part(limit.products(), limit.loss());
        }

        Mass in(Done done) {
            return Done.mass(done.outputs(), it -> products.contains(it.product()) ? it.quantity() : Mass.ZERO)
                    .plus(Done.mass(done.losses(), it -> it.kind().equals(loss) ? it.quantity() : Mass.ZERO));
        }

        List<String> names() {
            return loss == null ? products.stream().sorted().toList() : List.of(loss);
        }
    }

    /**
     * @return doubts about shares that can have been so
     * @throws Refused if one cannot
     */
    List<Flag> check(Done done) {
        var flags = new ArrayList<Flag>();
        kind.limits().stream()
                .filter(limit -> limit.of().isEmpty())
                .forEach(
                        limit -> judge(Part.of(limit), share(limit, done), done).ifPresent(flags::add));
        byPart().forEach((part, limits) -> together(limits, done)
                .flatMap(share -> judge(part, share, done))
                .ifPresent(flags::add));
        return flags;
    }

    private static Limits share(Limit limit, Done done) {
        return limit.perMonth() ? limit.share().times(done.monthsBegun()) : limit.share();
    }

    private Optional<Flag> judge(Part part, Limits share, Done done) {
        var amount = part.in(done);
        if (amount.isZero()) {
            return Optional.empty();
        }
        var whole = Done.mass(done.inputs(), Drawn::quantity);
        var percent = BigDecimal.valueOf(amount.grams())
                .movePointRight(2)
                .divide(BigDecimal.valueOf(whole.grams()), MathContext.DECIMAL128);
        var passed = share.impossible(percent);
        if (passed != null) {
            throw new Refused(new StepRefusal.ShareImpossible(
                    kind.code(),
                    part.names(),
                    amount,
                    share(whole, passed),
                    inShort(passed),
                    share.source().text()));
        }
        return share.doubt("share-unusual", String.join(", ", part.names()), percent, 1);
    }

    /** Down to the gram; what a division left of a whole gram is a whole gram. */
    private static Mass share(Mass whole, BigDecimal percent) {
        return new Mass(BigDecimal.valueOf(whole.grams())
                .multiply(percent)
                .movePointLeft(2)
                .setScale(GRAM_DECIMALS, RoundingMode.HALF_UP)
                .longValue());
    }

    private static BigDecimal inShort(BigDecimal percent) {
        return percent.scale() > PERCENT_DECIMALS ? percent.setScale(PERCENT_DECIMALS, RoundingMode.DOWN) : percent;
    }

    // ---- limits that differ by what goes in

    private Map<Part, List<Limit>> byPart() {
        return kind.limits().stream()
                .filter(limit -> !limit.of().isEmpty())
                .collect(Collectors.groupingBy(Part::of, LinkedHashMap::new, Collectors.toList()));
    }

    /**
     * Each input's own limits by its weight: nobody gets more out of one by putting another beside it. Nothing where an
     * input has none.
     */
    private static Optional<Limits> together(List<Limit> limits, Done done) {
        var shares = new LinkedHashMap<Limits, Mass>();
        for (var input : done.inputs()) {
            var own = limits.stream()
                    .filter(limit -> limit.of().contains(input.product()))
                    .findFirst();
            if (own.isEmpty()) {
                return Optional.empty();
            }
            shares.merge(own.orElseThrow().share(), input.quantity(), Mass::plus);
        }
        return shares.size() > 1
                ? Optional.of(weighed(shares))
                : shares.keySet().stream().findFirst();
    }

    private static Limits weighed(Map<Limits, Mass> shares) {
        var sources = shares.keySet().stream()
                .map(share -> share.source().text())
                .distinct()
                .collect(Collectors.joining("; "));
        return new Limits(range(shares, Limits::usual), range(shares, Limits::possible), new Source(sources));
    }

    private static @Nullable Range range(Map<Limits, Mass> shares, Function<Limits, @Nullable Range> which) {
        var min = mean(shares, share -> min(which.apply(share)));
        var max = mean(shares, share -> max(which.apply(share)));
        return min == null && max == null ? null : new Range(min, max);
    }

    private static @Nullable BigDecimal min(@Nullable Range range) {
        return range == null ? null : range.min();
    }

    private static @Nullable BigDecimal max(@Nullable Range range) {
        return range == null ? null : range.max();
    }

    private static @Nullable BigDecimal mean(Map<Limits, Mass> shares, Function<Limits, @Nullable BigDecimal> end) {
        var sum = BigDecimal.ZERO;
        for (var share : shares.entrySet()) {
            var value = end.apply(share.getKey());
            if (value == null) {
                return null;
            }
            sum = sum.add(value.multiply(BigDecimal.valueOf(share.getValue().grams())));
        }
        return sum.divide(BigDecimal.valueOf(Mass.sum(shares.values()).grams()), MathContext.DECIMAL128);
    }
}
