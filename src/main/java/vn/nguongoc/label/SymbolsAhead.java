package vn.nguongoc.label;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import org.jspecify.annotations.Nullable;

/**
 * The labels of a run in their order, each with its symbol. Other processors encode symbols ahead of the one that is
 * asked for, a page or so, while the caller writes; neighbours with the same address share one.
 */
final class SymbolsAhead implements Iterator<SymbolsAhead.Encoded> {
    private static final int AHEAD = 128;

    private final Iterator<Label> labels;
    private final Queue<Coming> coming = new ArrayDeque<>(AHEAD);
    private @Nullable Coming last;

    /** A label and its symbol. */
    record Encoded(Label label, Symbol symbol) {}

    private record Coming(Label label, ForkJoinTask<Symbol> symbol) {}

    SymbolsAhead(Iterator<Label> labels) {
        this.labels = labels;
    }

    @Override
    public boolean hasNext() {
        return !coming.isEmpty() || labels.hasNext();
    }

    @Override
    public Encoded next() {
        while (coming.size() < AHEAD && labels.hasNext()) {
            last = coming(labels.next(), last);
            coming.add(last);
        }
        var next = coming.remove();
        return new Encoded(next.label(), next.symbol().join());
    }

    private static Coming coming(Label label, @Nullable Coming before) {
        return before != null && before.label().address().equals(label.address())
                ? new Coming(label, before.symbol())
                : new Coming(label, ForkJoinPool.commonPool().submit(() -> Symbol.of(label.address())));
    }
}
