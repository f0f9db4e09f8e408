package vn.nguongoc.lists;

import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.generations.Views;
import vn.nguongoc.lists.ListKeys.Facet;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.view.Codes;
import vn.nguongoc.view.LotStatus;
import vn.nguongoc.view.ViewOfLot;
import vn.nguongoc.view.ViewOfOrganisation;
import vn.nguongoc.view.ViewOfOrigin;
import vn.nguongoc.view.ViewOfPlot;

/**
 * Keeps each lot's entries in the lists that it is found by. What they are follows from the lot before and after a
 * change alone, so that a change told twice leaves the same entries.
 */
public final class LotEntries {
    private final Views views;
    private final CropSeasons seasons;

    public LotEntries(Views views, CropSeasons seasons) {
        this.views = views;
        this.seasons = seasons;
    }

    // ---- when a lot begins

    public void begun(ViewOfLot lot) {
        enter(Set.of(ListKeys.ALL_LOTS), lot);
        enter(Set.of(ListKeys.lots(Facet.HOLDER, lot.organisation().value())), lot);
        enter(Set.of(ListKeys.lots(Facet.PRODUCT, lot.product())), lot);
        enter(changing(lot), lot);
        enter(words(lot), lot);
        enter(goods(lot), lot);
        Stocks.enter(views, null, lot);
    }

    /** Where it grew is known from its plot. */
    public void harvested(ViewOfLot lot, long position) {
        views.current(ViewOfPlot.class, Objects.requireNonNull(lot.plot())).ifPresent(plot -> {
            var season = seasons.of(plot.cycle(Objects.requireNonNull(lot.cycle())));
            originate(lot, position, new TreeSet<>(Set.of(plot.ward())), new TreeSet<>(Set.of(season.toString())));
        });
    }

    /** They are of what these were of. */
    public void madeOf(Collection<LotId> sources, Collection<ViewOfLot> lots, long position) {
        var wards = new TreeSet<String>();
        var grown = new TreeSet<String>();
        for (var source : sources) {
            views.current(ViewOfOrigin.class, source).ifPresent(it -> {
                wards.addAll(it.wards());
                grown.addAll(it.seasons());
            });
        }
        lots.forEach(lot -> originate(lot, position, wards, grown));
    }

    private void originate(ViewOfLot lot, long position, SortedSet<String> wards, SortedSet<String> grown) {
        enter(lists(Facet.WARD, wards.stream()), lot);
        // Of one year, and of any.
        enter(lists(Facet.SEASON, grown.stream()), lot);
        enter(lists(Facet.SEASON, grown.stream().map(CropSeasons::withoutYear)), lot);
        views.create(lot.id(), position, new ViewOfOrigin(lot.id(), wards, grown));
    }

    // ---- when it changes

    public void changed(ViewOfLot before, ViewOfLot after) {
        replace(changing(before), changing(after), after);
        if (!Objects.equals(before.label(), after.label())) {
            replace(words(before), words(after), after);
        }
        Stocks.enter(views, before, after);
        TestOrders.enter(views, before, after);
    }

    private void replace(Set<String> before, Set<String> after, ViewOfLot lot) {
        var place = ListKeys.place(lot);
        before.stream().filter(it -> !after.contains(it)).forEach(list -> views.strike(list + "/" + place));
        var added = new HashSet<>(after);
        added.removeAll(before);
        enter(added, lot);
    }

    private void enter(Set<String> lists, ViewOfLot lot) {
        var place = ListKeys.place(lot);
        lists.forEach(list -> views.enter(list + "/" + place, lot.id().value()));
    }

    // ---- which lists

    private static Set<String> changing(ViewOfLot lot) {
        var claims = lot.pedigree() == null ? Stream.<String>empty() : lot.pedigree().claims().stream();
        var all = new HashSet<>(lists(Facet.CLAIM, claims));
        all.addAll(lists(Facet.STATUS, LotStatus.of(lot).stream().map(Codes::of)));
        return all;
    }

    /** What buyers find under its GTIN: not the parts that were split off it or handed over, which bear its number. */
    private static Set<String> goods(ViewOfLot lot) {
        var item = lot.item();
        return item == null || !lot.address().equals(item.key())
                ? Set.of()
                : Set.of(ListKeys.lots(Facet.GTIN, item.gtin().asGtin14()));
    }

    /**
     * Of its label and lot number, also typed without their hyphens, of who holds it, and of the plot it was harvested
     * from.
     */
    private Set<String> words(ViewOfLot lot) {
        var number = lot.item() == null ? null : lot.item().number();
        var holder = views.current(ViewOfOrganisation.class, lot.organisation())
                .map(ViewOfOrganisation::name)
                .orElse(null);
        return lists(
                Facet.WORD,
                SearchWords.of(
                        lot.label(),
                        number,
                        holder,
                        plotCode(lot),
                        SearchWords.inOne(lot.label()),
                        SearchWords.inOne(number))
                        .stream());
    }

    private @Nullable String plotCode(ViewOfLot lot) {
        return lot.plot() == null
                ? null
                : views.current(ViewOfPlot.class, lot.plot())
                        .map(ViewOfPlot::code)
                        .orElse(null);
    }

    private static Set<String> lists(Facet facet, Stream<String> values) {
        return values.map(value -> ListKeys.lots(facet, value)).collect(Collectors.toSet());
    }
}
