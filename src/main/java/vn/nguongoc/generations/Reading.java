package vn.nguongoc.generations;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.nguongoc.generations.Views.Seen;
import vn.nguongoc.view.View;
import vn.nguongoc.view.ViewOfLot;

/** Views that are read to put one answer together: it remembers which, also those that were not there. */
public final class Reading {
    private final Views views;
    private final Set<ViewKey> keys = new HashSet<>();
    private long position;
    private long version;

    public Reading(Views views) {
        this.views = views;
    }

    public <V extends View> Optional<Seen<V>> find(Class<V> type, Object id) {
        keys.add(ViewKey.of(type, id));
        return views.find(type, id).map(this::see);
    }

    public <V extends View> List<Seen<V>> findAll(Class<V> type, Collection<?> ids) {
        ids.forEach(id -> keys.add(ViewKey.of(type, id)));
        return views.findAll(type, ids).stream().map(this::see).toList();
    }

    public Optional<Seen<ViewOfLot>> lotAt(String address) {
        return views.lotAt(address).map(lot -> {
            keys.add(ViewKey.of(ViewOfLot.class, lot.view().id()));
            return see(lot);
        });
    }

    private <V extends View> Seen<V> see(Seen<V> seen) {
        position = Math.max(position, seen.position());
        version += seen.position() + 1;
        return seen;
    }

    /** All that was asked for. */
    public Set<ViewKey> keys() {
        return keys;
    }

    /** Of the last event that any of it has seen. */
    public long position() {
        return position;
    }

    /**
     * Grows whenever any of it changes. The position alone does not: views of one batch are written one kind after the
     * other, so one may be read that is behind another, and catches up without passing it.
     */
    public long version() {
        return version;
    }
}
