package vn.nguongoc.history;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.nguongoc.history.Views.Created;

/** Lots by the time they came to be recorded, newest first. */
@Component
public class LotList {
    private final Generations generations;

    LotList(Generations generations) {
        this.generations = generations;
    }

    /**
     * A page of at most {@code limit} lots.
     *
     * @param before the {@code next} of the page before, or {@link Long#MAX_VALUE} for the first
     */
    public Page before(long before, int limit) {
        var views = generations.views();
        var created = views.lotsBefore(before, limit + 1);
        var shown = created.subList(0, Math.min(limit, created.size()));
        var lots = views
                .findAll(View.OfLot.class, shown.stream().map(Created::lot).toList())
                .stream()
                .map(Views.Seen::view)
                .collect(Collectors.toMap(View.OfLot::id, Function.identity()));
        var inOrder = shown.stream()
                .filter(it -> lots.containsKey(it.lot()))
                .map(it -> lots.get(it.lot()))
                .toList();
        var next = created.size() > limit ? OptionalLong.of(shown.getLast().position()) : OptionalLong.empty();
        return new Page(inOrder, next);
    }

    /** @param next where the page after this one begins; absent on the last */
    public record Page(List<View.OfLot> lots, OptionalLong next) {}
}
