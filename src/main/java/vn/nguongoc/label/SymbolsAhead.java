package vn.nguongoc.label;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * The labels of a run in their order, each with its symbol. Other processors encode symbols ahead of the one that is
 * asked for, a page or so, while the caller writes; a caller that would have to wait encodes the one that is furthest
 * ahead. Neighbours with the same address share one.
 */
final class SymbolsAhead implements Iterator<SymbolsAhead.Encoded> {
    private static final int AHEAD = 128;

    private final Iterator<Label> labels;
    private final Queue<Coming> coming = new ArrayDeque<>(AHEAD);
    /** Some of these may have been begun meanwhile: to run them again does nothing. */
    private final Deque<FutureTask<Symbol>> notBegun = new ArrayDeque<>(AHEAD);

    private @Nullable Coming last;

    /** A label and its symbol. */
    record Encoded(Label label, Symbol symbol) {}

    private record Coming(Label label, FutureTask<Symbol> symbol) {}

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
        notBegun.remove(next.symbol());
        while (!next.symbol().isDone() && !notBegun.isEmpty()) {
            notBegun.removeLast().run();
        }
        return new Encoded(next.label(), symbol(next.symbol()));
    }

    private Coming coming(Label label, @Nullable Coming before) {
        if (before != null && before.label().address().equals(label.address())) {
            return new Coming(label, before.symbol());
        }
        var symbol = new FutureTask<>(() -> Symbol.of(label.address()));
        notBegun.add(symbol);
        ForkJoinPool.commonPool().execute(symbol);
        return new Coming(label, symbol);
    }

    private static Symbol symbol(FutureTask<Symbol> task) {
        task.run();
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            throw new IllegalArgumentException(e.getCause());
        }
    }
}
