package vn.nguongoc.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.history.CropSeasons.Days;
import vn.nguongoc.history.ListKeys.Facet;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.web.Words;

/** Lots by the time they began, newest first: all of them, or those that fit a filter. */
@Component
public class LotList {
    private final Generations generations;
    private final LotWords words;

    LotList(Generations generations, Catalogue catalogue, Words words) {
        this.generations = generations;
        this.words = new LotWords(catalogue, words);
    }

    /** Whether there is no lot at all. */
    public boolean isEmpty() {
        return generations
                .views()
                .entries(ListKeys.ALL_LOTS + "/", ListKeys.ALL_LOTS + "/" + Span.ALL.below(), 1)
                .isEmpty();
    }

    /**
     * A page of at most {@code limit} lots.
     *
     * @param cursor of the page before; absent for the first
     * @throws Refused if the cursor is not of this filter, the days are out of order, or the text cannot be searched for;
     *     if there is nothing and might only not be there yet
     */
    public Page<View.OfLot> page(LotFilter filter, @Nullable String cursor, int limit) {
        var views = generations.views();
        var query = filter.toString();
        var span = span(filter);
        var rest = cursor == null ? span : span.after(Cursor.read(query, cursor));
        var found = new Intersection(views).find(facets(filter, views), rest, limit);
        var next = found.goOn() == null ? null : Cursor.write(query, found.goOn());
        var page = new Page<>(
                lots(views, found.hits().stream().map(it -> new LotId(it.of())).toList()), next);
        return cursor == null && page.items().isEmpty() && next == null
                ? generations.found(Optional.<Page<View.OfLot>>empty()).orElse(page)
                : page;
    }

    private static List<View.OfLot> lots(Views views, List<LotId> ids) {
        var lots = views.findAll(View.OfLot.class, ids).stream()
                .map(Views.Seen::view)
                .collect(Collectors.toMap(View.OfLot::id, Function.identity()));
        return ids.stream().filter(lots::containsKey).map(lots::get).toList();
    }

    private static Span span(LotFilter filter) {
        var from = filter.from();
        var to = filter.to();
        if (from != null && to != null && to.isBefore(from)) {
            throw new Refused(new ListRefusal.DatesOutOfOrder(from, to));
        }
        var span = Span.ALL;
        if (to != null) {
            span = span.startingAt(ListKeys.newestFirst(Days.start(to.plusDays(1)).minusNanos(1)));
        }
        return from == null ? span : span.endingWith(ListKeys.newestFirst(Days.start(from)));
    }

    private List<Set<String>> facets(LotFilter filter, Lists lists) {
        var facets = new ArrayList<Set<String>>();
        var holder = filter.holder();
        add(facets, Facet.HOLDER, holder == null ? null : holder.value());
        add(facets, Facet.PRODUCT, filter.product());
        add(facets, Facet.WARD, filter.ward());
        add(facets, Facet.SEASON, filter.season());
        var status = filter.status();
        add(facets, Facet.STATUS, status == null ? null : Codes.of(status));
        add(facets, Facet.CLAIM, filter.certificate());
        if (filter.text() != null) {
            facets.addAll(words.listsOf(filter.text(), lists));
        }
        return facets.isEmpty() ? List.of(Set.of(ListKeys.ALL_LOTS)) : facets;
    }

    private static void add(List<Set<String>> facets, Facet facet, @Nullable String value) {
        if (value != null) {
            facets.add(Set.of(ListKeys.lots(facet, value)));
        }
    }
}
