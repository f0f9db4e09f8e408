package vn.nguongoc.trace;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.PlotId;
import vn.nguongoc.trace.Shares.Part;
import vn.nguongoc.view.LotFlow;

/** Says what a lot is made of, from what a walk back has found. */
final class Composer {
    private static final int TENTHS_OF_A_PERCENT = 1000;
    private static final int MOST_DIGITS = 40;
    private static final String REST = "rest";

    private final Walk walk;
    private final Map<PlotId, String> codes;

    Composer(Walk walk, Map<PlotId, String> codes) {
        this.walk = walk;
        this.codes = codes;
    }

    Trace.Composition of(LotFlow lot) {
        Map<String, Share> shares = new HashMap<>();
        Shares.of(lot.id().value(), madeOf())
                .forEach((source, share) ->
                        shares.merge(source.startsWith(PlotId.PREFIX + "-") ? source : REST, share, Share::plus));
        var percents = Shares.pieces(shares, TENTHS_OF_A_PERCENT);
        var grams = Shares.pieces(shares, lot.quantity().grams());
        var plots = shares.entrySet().stream()
                .filter(it -> !it.getKey().equals(REST))
                .sorted(Map.Entry.<String, Share>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(it -> source(it.getKey(), it.getValue(), percents, grams))
                .toList();
        return new Trace.Composition(plots, rest(shares, percents, grams));
    }

    private Trace.Source source(String plot, Share share, Map<String, Long> percents, Map<String, Long> grams) {
        var id = new PlotId(plot);
        return new Trace.Source(id, codes.get(id), written(share), percent(plot, percents), mass(plot, grams));
    }

    private static Trace.@Nullable Unknown rest(
            Map<String, Share> shares, Map<String, Long> percents, Map<String, Long> grams) {
        var share = shares.get(REST);
        return share == null ? null : new Trace.Unknown(written(share), percent(REST, percents), mass(REST, grams));
    }

    private static @Nullable String written(Share share) {
        var text = share.toString();
        return text.length() > 2 * MOST_DIGITS + 1 ? null : text;
    }

    private static BigDecimal percent(String source, Map<String, Long> percents) {
        return BigDecimal.valueOf(percents.getOrDefault(source, 0L), 1);
    }

    private static Mass mass(String source, Map<String, Long> grams) {
        return new Mass(grams.getOrDefault(source, 0L));
    }

    private Map<String, List<Part>> madeOf() {
        Map<String, List<Part>> madeOf = new HashMap<>();
        walk.lots().forEach((id, found) -> madeOf.put(id.value(), madeOf(found.lot())));
        walk.steps().forEach((id, step) -> madeOf.put(id.value(), madeOf(step)));
        return madeOf;
    }

    private static List<Part> madeOf(LotFlow lot) {
        return switch (lot.origin()) {
            case LotFlow.Harvest it -> all(it.plot());
            case LotFlow.Made it -> all(it.step());
            case LotFlow.PartOf it -> all(it.lot());
            case LotFlow.Received it -> all(it.lot());
        };
    }

    private static List<Part> all(Object source) {
        return List.of(new Part(source.toString(), Share.ALL));
    }

    private static List<Part> madeOf(StepFlow step) {
        var all = StepFlow.sum(step.inputs()).grams();
        return all == 0
                ? List.of()
                : step.inputs().stream()
                        .map(it -> new Part(
                                it.lot().value(), Share.of(it.quantity().grams(), all)))
                        .toList();
    }
}
