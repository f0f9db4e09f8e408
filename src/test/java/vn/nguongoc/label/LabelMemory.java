package vn.nguongoc.label;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.util.Iterator;

/**
 * How much is alive on the heap while labels are printed, looked at after a full collection each tenth of the way:
 * {@code mvn -Pbenchmark test-compile exec:exec -Dbenchmark.main=vn.nguongoc.label.LabelMemory}. Ten times the labels
 * must not need more.
 */
final class LabelMemory {
    private static final int TIMES = 10;
    private static final int MEGABYTE = 1 << 20;

    private LabelMemory() {}

    public static void main(String[] args) throws IOException {
        peak(1_000); // fonts and classes are loaded
        System.out.println("| labels as PDF on a4-65 | most alive on the heap after a collection | file | time |");
        System.out.println("|---|---|---|---|");
        for (int labels : new int[] {10_000, 100_000}) {
            System.out.println(peak(labels));
        }
    }

    private static String peak(int count) throws IOException {
        var run = Labels.units(Labels.RICE, count);
        var watched = new Watched(run.labels(), count / TIMES);
        var file = new Counted();
        var start = System.nanoTime();
        new LabelPrinting()
                .print(
                        LabelFormat.PDF,
                        Labels.PRESETS.preset("a4-65"),
                        new LabelRun(run.text(), run.widest(), watched),
                        Placement.FIRST,
                        file);
        return "| %,d | %.1f MB | %.1f MB | %.1f s, collections included |"
                .formatted(
                        count,
                        (double) watched.most / MEGABYTE,
                        (double) file.bytes / MEGABYTE,
                        (System.nanoTime() - start) / 1e9);
    }

    /** The labels; now and then it is looked how much is alive. */
    private static final class Watched implements Iterator<Label> {
        private final Iterator<Label> labels;
        private final int every;
        private int asked;
        private long most;

        Watched(Iterator<Label> labels, int every) {
            this.labels = labels;
            this.every = every;
        }

        @Override
        public boolean hasNext() {
            return labels.hasNext();
        }

        @Override
        public Label next() {
            if (++asked % every == 0) {
                System.gc();
                most = Math.max(
                        most,
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
            }
            return labels.next();
        }
    }

    /** Keeps nothing of what is written. */
    private static final class Counted extends OutputStream {
        private long bytes;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] many, int from, int length) {
            bytes += length;
        }
    }
}
