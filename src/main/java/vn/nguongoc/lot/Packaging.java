package vn.nguongoc.lot;

import org.jspecify.annotations.Nullable;
import vn.nguongoc.catalogue.Product;
import vn.nguongoc.lot.event.Goods;
import vn.nguongoc.lot.event.TradeItem;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.Refused;

/** Goods on a shelf are packed in units of one size; any other goods are not. */
final class Packaging {
    private Packaging() {}

    /** @throws Refused if a packed product has no item, another has one, or a unit would be broken */
    static void check(LotId lot, Product product, Goods goods, Mass quantity) {
        if (product.packed() != (goods.item() != null)) {
            throw new Refused(new LotRefusal.PackagingDoesNotFit(product.code()));
        }
        refuseIfNotWholeUnits(lot, quantity, goods.item());
    }

    /** @throws Refused if a unit would be broken */
    static void refuseIfNotWholeUnits(LotId lot, Mass quantity, @Nullable TradeItem item) {
        if (item != null && quantity.grams() % item.unit().grams() != 0) {
            throw new Refused(new LotRefusal.NotWholeUnits(lot, quantity, item.unit()));
        }
    }
}
