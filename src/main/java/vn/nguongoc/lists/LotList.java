package vn.nguongoc.lists;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.generations.Generations;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.view.ViewOfLot;
import vn.nguongoc.web.Words;

/** Lots by the time they began, newest first: all of them, or those that fit a filter. */
@Component
public class LotList {
    private static final Page<ViewOfLot> NOTHING = new Page<>(List.of(), null);

    private final Generations generations;
    private final LotSearch search;

    LotList(Generations generations, Catalogue catalogue, Words words) {
        this.generations = generations;
        this.search = new LotSearch(new LotWords(catalogue, words));
    }

    /** Whether there is no lot at all. */
    public boolean isEmpty() {
        return search.page(generations.views(), LotFilter.ALL, null, 1).items().isEmpty();
    }

    /**
     * A page of at most {@code limit} lots.
     *
     * @param cursor of the page before; absent for the first
     * @throws Refused if the cursor is not of this filter, the days are out of order, or the text cannot be searched
     *     for; if there is nothing and might only not be there yet
     */
    public Page<ViewOfLot> page(LotFilter filter, @Nullable String cursor, int limit) {
        var page = search.page(generations.views(), filter, cursor, limit);
        return generations
                .found(Optional.of(page).filter(it -> !it.equals(NOTHING)))
                .orElse(NOTHING);
    }
}
