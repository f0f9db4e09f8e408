package vn.nguongoc.lot;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.catalogue.Market;
import vn.nguongoc.catalogue.StepKind;
import vn.nguongoc.catalogue.Substance.ResidueLimit;
import vn.nguongoc.lot.event.Goods;
import vn.nguongoc.lot.event.Pedigree;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Refused;

/** Where goods may be sold. */
record Markets(Catalogue catalogue) {

    /** @throws Refused if the market is unknown, is closed to these goods, or needs claims that they do not carry */
    void refuseUnlessOpen(@Nullable String code, LotId lot, Goods goods) {
        if (code == null) {
            return;
        }
        var market = catalogue
                .market(code)
                .orElseThrow(() -> new Refused(new LotRefusal.UnknownMarket(
                        code, catalogue.marketCodes().stream().sorted().toList())));
        var because = goods.pedigree().barredFrom().get(code);
        if (because != null) {
            throw new Refused(closed(lot, code, because, goods));
        }
        refuseUnlessClaimed(market, lot, goods);
    }

    private LotRefusal closed(LotId lot, String market, String because, Goods goods) {
        var use = catalogue.terms().family(family(goods)).use();
        var limits = Pedigree.reasons(because).stream()
                .flatMap(active -> catalogue.substance(active, use).residueLimits().stream())
                .filter(limit -> limit.market().equals(market))
                .toList();
        return new LotRefusal.MarketClosed(
                lot,
                market,
                because,
                limits.stream().map(ResidueLimit::milligramsPerKilogram).toList(),
                limits.stream().map(it -> it.source().text()).distinct().toList());
    }

    private String family(Goods goods) {
        return catalogue.product(goods.product()).orElseThrow().family();
    }

    private void refuseUnlessClaimed(Market market, LotId lot, Goods goods) {
        var family = family(goods);
        var missing = market.needs(family).stream()
                .filter(claim -> !goods.pedigree().claims().contains(claim))
                .flatMap(claim -> Stream.concat(Stream.of(claim), ofTheFacility(claim, goods.product())))
                .sorted()
                .distinct()
                .toList();
        if (!missing.isEmpty()) {
            var source = Objects.requireNonNull(market.sources().get(family));
            throw new Refused(new LotRefusal.ClaimsMissing(lot, market.code(), missing, List.of(source.text())));
        }
    }

    /** What the facility needs for goods to keep this claim: which of the two was not there, goods do not know. */
    private Stream<String> ofTheFacility(String claim, String product) {
        return catalogue.stepCodes().stream()
                .map(code -> catalogue.step(code).orElseThrow())
                .filter(step -> step.outputs().contains(product))
                .map(StepKind::facilityClaim)
                .filter(Objects::nonNull)
                .flatMap(rule -> rule.counterpart(claim).stream());
    }
}
