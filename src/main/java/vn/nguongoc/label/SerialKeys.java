package vn.nguongoc.label;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * The keys that serials were made with so far. New runs use the last one; the others stay as long as goods that bear
 * their serials are about. A key that is taken away makes its serials unknown.
 */
public final class SerialKeys {
    private final List<SerialKey> keys;

    /** @param keys oldest first, no id twice; none where no serial was needed yet */
    public SerialKeys(List<SerialKey> keys) {
        if (!keys.stream().map(SerialKey::id).allMatch(new HashSet<>()::add)) {
            throw new IllegalArgumentException("no two keys have the same id");
        }
        this.keys = List.copyOf(keys);
    }

    /** The key for new runs, if there is any. */
    public Optional<SerialKey> current() {
        return keys.isEmpty() ? Optional.empty() : Optional.of(keys.getLast());
    }

    /** The key that a run remembers by this id. */
    public Optional<SerialKey> named(String id) {
        return keys.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /**
     * The units whose serial this may be, one for each key that knows it: none at all for all but about {@code keys /
     * 2^20} of those that were made up, which needs no database to see. The caller asks the run whether it was made
     * with that key and had so many units; a right serial that a second key takes for its own, once in 2^20, leads to a
     * run that was never made.
     */
    public List<SerialUnit> units(Serial serial) {
        return keys.stream()
                .map(key -> key.unit(serial))
                .flatMap(Optional::stream)
                .toList();
    }
}
