package vn.nguongoc.generations;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers that were given, each until one of the views that it was made of changes. They are only remembered in the
 * process that feeds the views, since only that one knows when they change.
 *
 * @param <A> what an answer is; it is given to many, who do not change it
 */
public final class Answers<A> {
    private static final int PER_KEY = 100;

    private final BooleanSupplier knowsOfChanges;
    private final Map<ViewKey, Set<Object>> madeOf = new ConcurrentHashMap<>();
    private final Set<Making> underway = ConcurrentHashMap.newKeySet();
    private final Cache<Object, Made<A>> given;

    /**
     * Remembers as many as the memory holds.
     *
     * @param knowsOfChanges whether it is this process that changes the views
     */
    Answers(BooleanSupplier knowsOfChanges, Memory<A> memory) {
        this.knowsOfChanges = knowsOfChanges;
        this.given = Caffeine.newBuilder()
                .maximumWeight(memory.bytes())
                .weigher((Object of, Made<A> made) ->
                        memory.weigher().applyAsInt(made.answer) + PER_KEY * made.of.size())
                .evictionListener(this::evicted)
                .build();
    }

    /**
     * The answer that was given before, or a new one.
     *
     * @param of what it is the answer to
     * @param make reads views, and notes in the set which, also those that were not there
     */
    public Optional<A> of(Object of, Function<Set<ViewKey>, Optional<A>> make) {
        var before = given.getIfPresent(of);
        return before != null ? Optional.of(before.answer) : make(of, make);
    }

    private Optional<A> make(Object of, Function<Set<ViewKey>, Optional<A>> make) {
        var making = new Making();
        underway.add(making);
        try {
            var answer = make.apply(making.read);
            if (knowsOfChanges.getAsBoolean()) {
                answer.ifPresent(it -> keep(of, it, making));
            }
            return answer;
        } finally {
            underway.remove(making);
        }
    }

    private void keep(Object of, A answer, Making making) {
        var made = new Made<>(answer, Set.copyOf(making.read));
        given.put(of, made);
        made.of.forEach(key ->
                madeOf.computeIfAbsent(key, it -> ConcurrentHashMap.newKeySet()).add(of));
        // What changed before this answer could be found by what it was made of.
        if (making.isOutdated()) {
            drop(of);
        }
    }

    /** These views are not any more what they were. */
    void forget(Collection<ViewKey> changed) {
        underway.forEach(making -> making.changed(changed));
        for (var key : changed) {
            var answers = madeOf.remove(key);
            if (answers != null) {
                answers.forEach(this::drop);
            }
        }
    }

    /** Each is made anew when it is asked for next. */
    public void forgetAll() {
        underway.forEach(Making::changed);
        given.invalidateAll();
        madeOf.clear();
    }

    private void drop(Object of) {
        var made = given.asMap().remove(of);
        if (made != null) {
            unlink(of, made);
        }
    }

    private void evicted(@Nullable Object of, @Nullable Made<A> made, RemovalCause cause) {
        if (of != null && made != null) {
            unlink(of, made);
        }
    }

    private void unlink(Object of, Made<A> made) {
        made.of.forEach(key -> madeOf.computeIfPresent(key, (it, answers) -> {
            answers.remove(of);
            return answers.isEmpty() ? null : answers;
        }));
    }

    private record Made<A>(A answer, Set<ViewKey> of) {}

    /** An answer that is being made. */
    private static final class Making {
        private final Set<ViewKey> read = new HashSet<>();
        private final Set<ViewKey> changed = ConcurrentHashMap.newKeySet();
        private volatile boolean all;

        void changed(Collection<ViewKey> keys) {
            changed.addAll(keys);
        }

        void changed() {
            all = true;
        }

        boolean isOutdated() {
            return all || changed.stream().anyMatch(read::contains);
        }
    }
}
