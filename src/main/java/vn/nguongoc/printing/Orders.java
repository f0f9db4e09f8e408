package vn.nguongoc.printing;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.eventlog.Recorder;
import vn.nguongoc.generations.HistoryProgress;
import vn.nguongoc.generations.Things;
import vn.nguongoc.label.Keyring;
import vn.nguongoc.label.Label;
import vn.nguongoc.label.LabelRun;
import vn.nguongoc.labelling.LabellingCommand.Cancel;
import vn.nguongoc.labelling.LabellingCommand.Order;
import vn.nguongoc.labelling.LabellingCommand.Reprint;
import vn.nguongoc.labelling.LabellingRefusal;
import vn.nguongoc.labelling.event.LabelKind;
import vn.nguongoc.labelling.event.LabelRunId;
import vn.nguongoc.labelling.event.LabellingEvent.Wording;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Receipt;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.shared.Stamp;
import vn.nguongoc.view.ViewOfLot;

/**
 * Takes orders: records a run only if it can be printed, and has it printed. Whether words and symbol fit on the label
 * is known before anything is recorded.
 */
@Component
public class Orders {
    /** What it says is known when the lot was looked at, which comes after the question whether one may. */
    private static final Wording NOT_YET = new Wording("", "", "", List.of(), "", "");

    private final Recorder recorder;
    private final Things things;
    private final HistoryProgress progress;
    private final Keyring keyring;
    private final Wordings wordings;
    private final Press press;
    private final Prints prints;

    Orders(
            Recorder recorder,
            Things things,
            HistoryProgress progress,
            Keyring keyring,
            Wordings wordings,
            Press press,
            Prints prints) {
        this.recorder = recorder;
        this.things = things;
        this.progress = progress;
        this.keyring = keyring;
        this.wordings = wordings;
        this.press = press;
        this.prints = prints;
    }

    /**
     * Records the run and puts it into the queue.
     *
     * @throws Refused if it cannot be printed, the lot may not have these labels, or too many runs wait
     */
    public Receipt place(Ordering ordering, LabelRunId run, Stamp stamp) {
        recorder.admit(stamp, order(ordering, run, NOT_YET));
        prints.refuseIfFull();
        progress.awaitSeen(progress.head());
        var lot = lot(ordering.lot(), ordering.organisation());
        var receipt = recorder.record(stamp, order(ordering, run, printable(ordering, lot)));
        prints.add(run, 0, receipt.position());
        return receipt;
    }

    private Order order(Ordering ordering, LabelRunId run, Wording wording) {
        return new Order(
                run,
                ordering.organisation(),
                ordering.lot(),
                ordering.kind(),
                ordering.count(),
                ordering.paper(),
                wording,
                ordering.kind() == LabelKind.UNITS ? keyring.current().id() : null,
                ordering.by(),
                ordering.happenedAt());
    }

    /** The most that fits; if nothing does, why not even the least. */
    private Wording printable(Ordering ordering, ViewOfLot lot) {
        if (ordering.kind() == LabelKind.UNITS && lot.item() == null) {
            throw new Refused(new LabellingRefusal.NoUnits(lot.id(), lot.product()));
        }
        var preset = press.presets().preset(ordering.paper().preset());
        var placement = Sheet.placement(ordering.paper(), ordering.paper().start());
        var all = wordings.of(lot, ordering.kind(), ordering.language());
        for (var wording : all) {
            try {
                press.printing()
                        .refuseUnlessPrintable(
                                ordering.paper().format(), preset, sample(wording, ordering.kind(), lot), placement);
                return wording;
            } catch (Refused refused) {
                if (wording.equals(all.getLast())) {
                    throw refused;
                }
            }
        }
        throw new IllegalStateException("there are always words");
    }

    private static LabelRun sample(Wording wording, LabelKind kind, ViewOfLot lot) {
        var text = Sheet.text(wording);
        return switch (kind) {
            case UNITS -> LabelRun.ofUnits(text, wording.address(), Stream.empty());
            case LOT -> LabelRun.ofLot(text, alike(wording, lot), 1);
        };
    }

    private static Label alike(Wording wording, ViewOfLot lot) {
        return new Label(wording.address(), Wordings.code(wording.address(), lot.id()));
    }

    /** Somebody else's lot answers like one that is not there. */
    private ViewOfLot lot(LotId id, OrganisationId organisation) {
        return things.find(ViewOfLot.class, id)
                .filter(lot -> lot.organisation().equals(organisation))
                .orElseThrow(() -> new Refused(new LogRefusal.NotFound(id.value())));
    }

    /** Records a reprint and puts it into the queue. */
    public Receipt reprint(Reprint command, Stamp stamp) {
        recorder.admit(stamp, command);
        prints.refuseIfFull();
        var run = prints.run(command.run());
        if (!run.organisation().equals(command.organisation())) {
            throw new Refused(new LogRefusal.NotFound(command.run().value()));
        }
        var preset = press.presets().preset(run.paper().preset());
        var placement = Sheet.placement(run.paper(), command.start());
        press.printing()
                .refuseUnlessPrintable(
                        run.paper().format(), preset, Sheet.of(run).labels(keyring), placement);
        var receipt = recorder.record(stamp, command);
        progress.awaitSeen(receipt.position());
        prints.run(command.run()).acts().stream()
                .filter(act -> act.fact().position() == receipt.position() && act.reprint() != null)
                .forEach(act -> prints.add(command.run(), act.reprint(), receipt.position()));
        return receipt;
    }

    /** Records that the run is given up and stops printing it. */
    public Receipt cancel(Cancel command, Stamp stamp) {
        var receipt = recorder.record(stamp, command);
        prints.giveUp(command.run());
        return receipt;
    }

    /** The label of a lot as a drawing, as it would be printed for all of its goods alike. */
    public String preview(ViewOfLot lot, String preset, Locale language) {
        var chosen = press.presets().preset(preset);
        Refused last = null;
        for (Wording wording : wordings.of(lot, LabelKind.LOT, language)) {
            try {
                return press.printing().svg(chosen, Sheet.text(wording), alike(wording, lot));
            } catch (Refused refused) {
                last = refused;
            }
        }
        throw last == null ? new IllegalStateException("there are always words") : last;
    }
}
