package vn.nguongoc.lists;

import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.generations.Shelves;
import vn.nguongoc.generations.Views;
import vn.nguongoc.view.View;

/** Reads what the entries of a list are about. */
final class Listed {
    private Listed() {}

    /**
     * A page of a list of views.
     *
     * @param id of a view, as its entry names it
     * @param list begins the keys of its entries
     */
    static <V extends View> Page<V> page(
            Views views, Class<V> type, Function<V, String> id, String list, @Nullable String cursor, int limit) {
        var rest = cursor == null ? Span.ALL : Span.ALL.after(Cursor.read(list, cursor));
        var read = views.entries(list + rest.from(), list + rest.below(), limit + 1);
        var shown = read.subList(0, Math.min(limit, read.size()));
        var ids = shown.stream().map(Shelves.Entry::of).toList();
        var found = views.findAll(type, ids).stream()
                .map(Views.Seen::view)
                .collect(Collectors.toMap(id, Function.identity()));
        return new Page<>(
                ids.stream().filter(found::containsKey).map(found::get).toList(),
                read.size() > limit ? Cursor.write(list, shown.getLast().key().substring(list.length())) : null);
    }
}
