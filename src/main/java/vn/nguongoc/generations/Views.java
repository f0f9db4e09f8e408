package vn.nguongoc.generations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.nguongoc.generations.Shelves.Entry;
import vn.nguongoc.generations.Shelves.Stored;
import vn.nguongoc.generations.Shelves.Written;
import vn.nguongoc.view.View;
import vn.nguongoc.view.ViewOfCyclePart;
import vn.nguongoc.view.ViewOfLabelRun;
import vn.nguongoc.view.ViewOfLot;

/**
 * Keeps the views of one generation, each with the position it has seen, so that an event told twice changes nothing.
 * What the events of a batch change is written together when the batch ends; readers see it from then on. The one who
 * writes remembers what it wrote last, and so rarely reads.
 */
public final class Views implements Lists {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .changeDefaultPropertyInclusion(it -> it.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    /**
     * Characters of JSON; decoded they take some three times as many bytes, so this is an eighth of the heap, 48 MB at
     * least. A province's open crop cycles and lots on hand must fit, or each event waits for what it changes to be
     * read.
     */
    private static final long REMEMBERED =
            Math.max(16L << 20, Runtime.getRuntime().maxMemory() / 24);

    private static final long UNKNOWN = Long.MAX_VALUE;

    /** Events: so rarely is the database told how far this goes, and so many may be looked up in vain after a start. */
    private static final long RESERVED = 5_000;

    private final Shelves shelves;
    private final Consumer<Set<ViewKey>> changed;
    private final ReentrantLock writing = new ReentrantLock();
    private final Cache<ViewKey, Known> known = Caffeine.newBuilder()
            .maximumWeight(REMEMBERED)
            .weigher((ViewKey key, Known it) -> it.weight())
            .build();

    private @Nullable Batch open;
    private boolean oneByOne;

    /** No event beyond it was told to these views before the batch at hand; unknown until one begins. */
    private final AtomicLong told = new AtomicLong(UNKNOWN);

    /** The same as the database knows it, in good time before it is true. */
    private long reserved = UNKNOWN;

    /** Position of the last event of the batch at hand. */
    private long last;

    /** @param changed is told of views when readers can see them changed */
    public Views(MongoDatabase database, long generation, Consumer<Set<ViewKey>> changed) {
        this.shelves = new Shelves(database, generation);
        this.changed = changed;
    }

    // ---- batches, by the follower only

    /**
     * Until {@link #endBatch} or {@link #abandonBatch} only this thread may write.
     *
     * @param last position of the batch's last event
     */
    public void beginBatch(long last) {
        writing.lock();
        this.last = last;
        if (told.get() == UNKNOWN) {
            reserved = shelves.reserved();
            told.set(reserved);
        }
        if (last > reserved) {
            reserved = last + RESERVED;
            shelves.reserve(reserved);
        }
        open = oneByOne ? null : new Batch();
    }

    /**
     * Writes what the batch changed. If the database does not take it, the next attempt at the batch writes each change
     * at once, and the one that is not taken fails alone.
     */
    public void endBatch() {
        var batch = open;
        oneByOne = batch != null;
        if (batch != null) {
            write(batch);
        }
        told.accumulateAndGet(last, Math::max); // what is unknown stays so
        oneByOne = false;
        open = null;
        writing.unlock();
    }

    /** Ends a batch that failed: nothing of it counts, and what was written of it is not known. */
    public void abandonBatch() {
        rememberNothing();
        if (writing.isHeldByCurrentThread()) {
            open = null;
            writing.unlock();
        }
    }

    /** Somebody else may have written meanwhile. */
    void rememberNothing() {
        known.invalidateAll();
        told.set(UNKNOWN);
    }

    // ---- writing, by the projections only

    public <V extends View> void create(Object id, long position, V view) {
        create(id, position, view, () -> {});
    }

    /** @param first is done first if there is no such view, which says afterwards that it was done */
    public <V extends View> void create(Object id, long position, V view, Runnable first) {
        inBatch(batch -> {
            var key = ViewKey.of(view.getClass(), id);
            if (position > told.get() || current(batch, key).isEmpty()) {
                first.run();
                batch.views.put(key, new Changed(view, position, true));
            }
        });
    }

    public <V extends View> void change(Class<V> type, Object id, long position, UnaryOperator<V> change) {
        inBatch(batch -> {
            var key = ViewKey.of(type, id);
            var now = current(batch, key)
                    .orElseThrow(() -> new IllegalStateException(id + " changed before it was there"));
            if (now.seen < position) {
                batch.views.put(key, new Changed(change.apply(type.cast(now.view)), position, now.isNew));
            }
        });
    }

    /** What a view is to the projections: with all that this batch has changed so far. */
    public <V extends View> Optional<V> current(Class<V> type, Object id) {
        writing.lock();
        try {
            return current(open == null ? new Batch() : open, ViewKey.of(type, id))
                    .map(it -> type.cast(it.view));
        } finally {
            writing.unlock();
        }
    }

    /** Puts an entry into a list, where its key says; the same again changes nothing. */
    public void enter(String key, String of) {
        inBatch(batch -> batch.entries.put(key, of));
    }

    /** Takes an entry out of a list, if it is there. */
    public void strike(String key) {
        inBatch(batch -> batch.entries.put(key, null));
    }

    private void inBatch(Consumer<Batch> change) {
        writing.lock();
        try {
            if (open != null) {
                change.accept(open);
            } else {
                var alone = new Batch();
                change.accept(alone);
                write(alone);
            }
        } finally {
            writing.unlock();
        }
    }

    private Optional<Changed> current(Batch batch, ViewKey key) {
        var pending = batch.views.get(key);
        if (pending != null) {
            return Optional.of(pending);
        }
        var remembered = known.getIfPresent(key);
        return remembered != null
                ? Optional.of(remembered.now)
                : shelves.find(key.type(), key.id()).map(it -> remember(key, it));
    }

    private Changed remember(ViewKey key, Stored stored) {
        var now = new Changed(read(key.type(), stored), stored.seen(), false);
        known.put(key, new Known(now, stored.json().length()));
        return now;
    }

    private void write(Batch batch) {
        var written = new LinkedHashMap<Class<?>, List<Written>>();
        written.put(ViewOfCyclePart.class, new ArrayList<>()); // first: CycleParts relies on it
        var now = new HashMap<ViewKey, Known>();
        batch.views.forEach((key, it) -> {
            var json = JSON.writeValueAsString(it.view);
            var address = addressOf(it.view);
            written.computeIfAbsent(key.type(), type -> new ArrayList<>())
                    .add(new Written(key.id(), it.isNew, it.seen, json, address));
            now.put(key, new Known(it.stored(), json.length()));
        });
        known.invalidateAll(now.keySet());
        if (open == null) {
            shelves.writeEach(batch.entries, written);
        } else {
            shelves.write(batch.entries, written);
        }
        known.putAll(now);
        changed.accept(now.keySet());
    }

    // ---- reading

    public <V extends View> Optional<Seen<V>> find(Class<V> type, Object id) {
        return shelves.find(type, id.toString()).map(it -> seen(type, it));
    }

    public <V extends View> List<Seen<V>> findAll(Class<V> type, Collection<?> ids) {
        return shelves.findAll(type, ids.stream().map(Object::toString).toList()).stream()
                .map(it -> seen(type, it))
                .toList();
    }

    Optional<Seen<ViewOfLot>> lotAt(String address) {
        return at(ViewOfLot.class, address);
    }

    /** The run whose serials are made of this; found by this alone. */
    public Optional<Seen<ViewOfLabelRun>> labelRunWith(String key, long number) {
        return at(ViewOfLabelRun.class, ViewOfLabelRun.address(key, number));
    }

    private <V extends View> Optional<Seen<V>> at(Class<V> type, String address) {
        return shelves.at(type, address).map(it -> seen(type, it));
    }

    /** What things that have one are found by beside their id. */
    private static @Nullable String addressOf(View view) {
        return switch (view) {
            case ViewOfLot lot -> lot.address();
            case ViewOfLabelRun run -> run.address();
            default -> null;
        };
    }

    @Override
    public List<Entry> entries(String from, String below, int limit) {
        return shelves.entries(from, below, limit);
    }

    @Override
    public Set<String> present(Collection<String> keys) {
        return shelves.present(keys);
    }

    private static <V extends View> Seen<V> seen(Class<V> type, Stored stored) {
        return new Seen<>(read(type, stored), stored.seen());
    }

    private static <V extends View> V read(Class<V> type, Stored stored) {
        return JSON.readValue(stored.json(), type);
    }

    /** A view and the position of the last event it has seen. */
    public record Seen<V extends View>(V view, long position) {}

    /** @param isNew whether it was made by the batch at hand */
    private record Changed(View view, long seen, boolean isNew) {
        Changed stored() {
            return new Changed(view, seen, false);
        }
    }

    private record Known(Changed now, int weight) {}

    /** What is to be written together. An entry without a value is to be taken out. */
    private static final class Batch {
        private final Map<ViewKey, Changed> views = new LinkedHashMap<>();
        private final Map<String, @Nullable String> entries = new LinkedHashMap<>();
    }
}
