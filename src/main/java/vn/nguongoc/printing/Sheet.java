package vn.nguongoc.printing;

import java.util.Collections;
import java.util.Iterator;
import java.util.Locale;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.label.Keyring;
import vn.nguongoc.label.Label;
import vn.nguongoc.label.LabelRun;
import vn.nguongoc.label.LabelText;
import vn.nguongoc.label.Placement;
import vn.nguongoc.label.Serial;
import vn.nguongoc.label.SerialKey;
import vn.nguongoc.labelling.event.LabelNumbers;
import vn.nguongoc.labelling.event.LabelNumbers.Range;
import vn.nguongoc.labelling.event.LabelRunId;
import vn.nguongoc.labelling.event.LabellingEvent.Paper;
import vn.nguongoc.labelling.event.LabellingEvent.SerialRun;
import vn.nguongoc.labelling.event.LabellingEvent.Wording;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.view.ViewOfLabelRun;

/**
 * One printing of labels: a run, or some of its labels once more. It holds all that the file is made of, so the same
 * printing makes the same file whenever it is made.
 *
 * @param reprint which one of the run; 0 for the run itself
 * @param code that is typed instead of scanning where all labels are alike
 */
record Sheet(
        LabelRunId run,
        int reprint,
        LabelNumbers numbers,
        Paper paper,
        Wording wording,
        @Nullable SerialRun serials,
        String code) {

    static Sheet of(ViewOfLabelRun run) {
        return new Sheet(
                run.id(), 0, LabelNumbers.of(1, run.count()), run.paper(), run.wording(), run.serials(), code(run));
    }

    static Sheet of(ViewOfLabelRun run, ViewOfLabelRun.LabelAct reprint) {
        var start = reprint.start() == null ? 1 : reprint.start();
        var paper = new Paper(
                run.paper().preset(),
                run.paper().format(),
                start,
                run.paper().right(),
                run.paper().down());
        return new Sheet(
                run.id(),
                reprint.reprint() == null ? 0 : reprint.reprint(),
                reprint.numbers(),
                paper,
                run.wording(),
                run.serials(),
                code(run));
    }

    private static String code(ViewOfLabelRun run) {
        return Wordings.code(run.wording().address(), run.lot());
    }

    /** What its file is called. */
    String fileName() {
        return run + (reprint == 0 ? "" : "-" + reprint) + "."
                + paper.format().name().toLowerCase(Locale.ROOT);
    }

    Placement placement() {
        return placement(paper, paper.start());
    }

    /** @param start the first place of the first sheet that still has a label */
    static Placement placement(Paper paper, int start) {
        return new Placement(start, paper.right().doubleValue(), paper.down().doubleValue());
    }

    LabelText text() {
        return text(wording);
    }

    static LabelText text(Wording wording) {
        return new LabelText(wording.product(), wording.netWeight(), wording.lot(), wording.dates(), wording.domain());
    }

    /**
     * Its labels, made as they are asked for.
     *
     * @throws Refused if the key of its serials is not here
     */
    LabelRun labels(Keyring keyring) {
        if (serials == null) {
            var alike = new Label(wording.address(), code);
            return new LabelRun(
                    text(), alike, Collections.nCopies(numbers.size(), alike).iterator());
        }
        var key = keyring.keys()
                .named(serials.key())
                .orElseThrow(() -> new Refused(new PrintRefusal.KeyMissing(serials.key())));
        return LabelRun.ofUnits(text(), wording.address(), serials(key, serials.number(), numbers));
    }

    /** One range after the other, without ever holding a whole one. */
    private static Stream<Serial> serials(SerialKey key, long run, LabelNumbers numbers) {
        var ranges = numbers.ranges().iterator();
        var serials = new Iterator<Serial>() {
            private Iterator<Serial> current = Collections.emptyIterator();

            @Override
            public boolean hasNext() {
                while (!current.hasNext() && ranges.hasNext()) {
                    Range range = ranges.next();
                    current = key.serials(run, range.first() - 1, range.size()).iterator();
                }
                return current.hasNext();
            }

            @Override
            public Serial next() {
                return current.next();
            }
        };
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(serials, 0), false);
    }
}
