package vn.nguongoc.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.generations.Lists;
import vn.nguongoc.generations.Views;
import vn.nguongoc.lists.ListKeys.Facet;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.shared.Vietnam;
import vn.nguongoc.view.Codes;
import vn.nguongoc.view.ViewOfLot;

/** Finds the lots that fit a filter: each thing it asks for is a list, and what stands in all of them fits. */
public final class LotSearch {
    private final LotWords words;

    public LotSearch(LotWords words) {
        this.words = words;
    }

    /**
     * A page of at most {@code limit} lots, newest first.
     *
     * @param cursor of the page before; absent for the first
     * @throws Refused if the cursor is not of this filter, the days are out of order, or the text cannot be searched
     *     for
     */
    public Page<ViewOfLot> page(Views views, LotFilter filter, @Nullable String cursor, int limit) {
        var query = filter.toString();
        var span = span(filter);
        var rest = cursor == null ? span : span.after(Cursor.read(query, cursor));
        var found = new Intersection(views).find(facets(filter, views), rest, limit);
        var next = found.goOn() == null ? null : Cursor.write(query, found.goOn());
        return new Page<>(
                lots(views, found.hits().stream().map(it -> new LotId(it.of())).toList()), next);
    }

    private static List<ViewOfLot> lots(Views views, List<LotId> ids) {
        var lots = views.findAll(ViewOfLot.class, ids).stream()
                .map(Views.Seen::view)
                .collect(Collectors.toMap(ViewOfLot::id, Function.identity()));
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
            span = span.startingAt(
                    ListKeys.newestFirst(Vietnam.start(to.plusDays(1)).minusNanos(1)));
        }
        return from == null ? span : span.endingWith(ListKeys.newestFirst(Vietnam.start(from)));
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
        add(facets, Facet.GTIN, filter.gtin());
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
