package vn.nguongoc.lot;

import org.jspecify.annotations.Nullable;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.catalogue.Source;
import vn.nguongoc.lot.event.Goods;
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
            throw new Refused(new LotRefusal.MarketClosed(lot, code, because));
        }
        var family = catalogue.product(goods.product()).orElseThrow().family();
        var missing = market.needs(family).stream()
                .filter(claim -> !goods.pedigree().claims().contains(claim))
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw new Refused(new LotRefusal.ClaimsMissing(
                    lot,
                    code,
                    missing,
                    market.sources().stream().map(Source::text).toList()));
        }
    }
}
