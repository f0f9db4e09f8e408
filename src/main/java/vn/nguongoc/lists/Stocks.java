package vn.nguongoc.lists;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nguongoc.generations.Generations;
import vn.nguongoc.generations.Shelves.Entry;
import vn.nguongoc.generations.Views;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.view.ViewOfLot;

/**
 * What an organisation holds: the lots that something is left of, by product. It is read from one entry for each of
 * those lots, which tells what is left; lots that are used up cost nothing.
 */
@Component
public class Stocks {
    private static final String STOCK = "stock/";
    private static final String HELD = "held";
    private static final String FREE = "free";
    private static final int AT_ONCE = 1000;

    private final Generations generations;

    Stocks(Generations generations) {
        this.generations = generations;
    }

    // ---- writing

    /** Enters what is left of a lot, or strikes it when nothing is. */
    static void enter(Views views, @Nullable ViewOfLot before, ViewOfLot after) {
        var key = STOCK + after.organisation() + "/" + ListKeys.ascii(after.product()) + "/" + ListKeys.place(after);
        if (!after.left().isZero()) {
            if (before == null || !entry(before).equals(entry(after))) {
                views.enter(key, entry(after));
            }
        } else if (before != null && !before.left().isZero()) {
            views.strike(key);
        }
    }

    private static String entry(ViewOfLot lot) {
        var held = lot.holds().isEmpty() ? FREE : HELD;
        return String.join(
                " ", lot.id().value(), lot.product(), String.valueOf(lot.left().grams()), held);
    }

    // ---- reading

    /** All that an organisation holds, by product in the order of the codes. */
    public List<OfProduct> of(OrganisationId holder) {
        var products = new TreeMap<String, OfProduct>();
        var views = generations.views();
        var list = STOCK + holder + "/";
        var span = Span.ALL;
        for (var read = read(views, list, span, AT_ONCE); !read.isEmpty(); read = read(views, list, span, AT_ONCE)) {
            read.stream().map(Stocks::lot).forEach(lot -> products.merge(lot.product(), lot.alone(), OfProduct::plus));
            span = span.after(read.getLast().key().substring(list.length()));
        }
        return List.copyOf(products.values());
    }

    /** A page of the lots themselves, by product, newest first. */
    public Page<InStock> lots(OrganisationId holder, @Nullable String cursor, int limit) {
        var list = STOCK + holder + "/";
        var span = cursor == null ? Span.ALL : Span.ALL.after(Cursor.read(list, cursor));
        var read = read(generations.views(), list, span, limit + 1);
        var shown = read.subList(0, Math.min(limit, read.size()));
        return new Page<>(
                shown.stream().map(Stocks::lot).toList(),
                read.size() > limit ? Cursor.write(list, shown.getLast().key().substring(list.length())) : null);
    }

    private static List<Entry> read(Views views, String list, Span span, int limit) {
        return views.entries(list + span.from(), list + span.below(), limit);
    }

    private static InStock lot(Entry entry) {
        var parts = entry.of().split(" ", -1);
        return new InStock(new LotId(parts[0]), parts[1], new Mass(Long.parseLong(parts[2])), parts[3].equals(HELD));
    }

    /**
     * What there is of one product.
     *
     * @param lots how many
     * @param left of all of them
     * @param held of that, what is held back
     */
    public record OfProduct(String product, int lots, Mass left, Mass held) {
        private OfProduct plus(OfProduct other) {
            return new OfProduct(product, lots + other.lots, left.plus(other.left), held.plus(other.held));
        }
    }

    /** What is left of one lot. */
    public record InStock(LotId id, String product, Mass left, boolean held) {
        private OfProduct alone() {
            return new OfProduct(product, 1, left, held ? left : Mass.ZERO);
        }
    }
}
