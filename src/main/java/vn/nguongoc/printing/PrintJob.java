package vn.nguongoc.printing;

import java.util.Iterator;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import vn.nguongoc.label.Label;
import vn.nguongoc.label.LabelRun;
import vn.nguongoc.labelling.event.LabelRunId;
import vn.nguongoc.printing.PrintProgress.State;

/** A file that is to be made. */
final class PrintJob {
    private final LabelRunId run;
    private final int reprint;
    private final long position;
    private final AtomicInteger done = new AtomicInteger();
    private volatile State state = State.WAITING;

    /** @param position that the history must have seen to know of it */
    PrintJob(LabelRunId run, int reprint, long position) {
        this.run = run;
        this.reprint = reprint;
        this.position = position;
    }

    LabelRunId run() {
        return run;
    }

    int reprint() {
        return reprint;
    }

    long position() {
        return position;
    }

    State state() {
        return state;
    }

    /** @return false if it was given up while it waited */
    synchronized boolean begin() {
        if (state == State.CANCELLED) {
            return false;
        }
        state = State.PRINTING;
        return true;
    }

    synchronized void giveUp() {
        state = State.CANCELLED;
    }

    synchronized void fail() {
        if (state != State.CANCELLED) {
            state = State.FAILED;
        }
    }

    PrintProgress progress(int count) {
        return new PrintProgress(state, Math.min(done.get(), count), count);
    }

    /** The labels, counted as they are asked for. */
    LabelRun counted(LabelRun labels) {
        var from = labels.labels();
        return new LabelRun(labels.text(), labels.widest(), new Iterator<>() {
            @Override
            public boolean hasNext() {
                return from.hasNext();
            }

            @Override
            public Label next() {
                if (state != State.PRINTING) {
                    throw new CancellationException("given up");
                }
                done.incrementAndGet();
                return from.next();
            }
        });
    }
}
