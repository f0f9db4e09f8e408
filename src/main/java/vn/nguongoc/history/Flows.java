package vn.nguongoc.history;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Views by their keys, many at once, for those who walk from lot to lot. */
@Component
public class Flows {
    private final Views views;

    Flows(Views views) {
        this.views = views;
    }

    /** Those that are there, in no order; an id that nobody recorded is left out. */
    public <V extends View> Found<V> all(Class<V> type, Collection<?> ids) {
        var seen = views.findAll(type, ids);
        return new Found<>(
                seen.stream().map(Views.Seen::view).toList(),
                seen.stream().mapToLong(Views.Seen::position).max().orElse(-1));
    }

    /** @param position of the last event that any of these has seen; −1 if there are none */
    public record Found<V extends View>(List<V> views, long position) {}
}
