package vn.nguongoc.labelling;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.EnumMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.labelling.LabellingCommand.Claim;
import vn.nguongoc.labelling.LabellingCommand.Return;
import vn.nguongoc.labelling.event.LabelKind;
import vn.nguongoc.labelling.event.LabellingEvent.LabelsClaimed;
import vn.nguongoc.labelling.event.LabellingEvent.LabelsReturned;
import vn.nguongoc.shared.Refused;

/**
 * How many labels a lot has that are not void. Every run claims its own in the commit that orders it, so the log itself
 * keeps their sum: two runs that are ordered at once, on any two machines, cannot both have the last units.
 */
@Aggregate(type = "labelled-lot", snapshotTriggerDefinition = "everyFiftyEvents")
class LabelledLot {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String labels;

    /** Not final: it is read back from snapshots. */
    private Map<LabelKind, Long> valid = new EnumMap<>(LabelKind.class);

    /** For Axon, which then replays the events. */
    LabelledLot() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void claim(Claim command) {
        var labelled = valid.getOrDefault(command.kind(), 0L);
        var units = command.units();
        if (units != null && labelled + command.count() > units) {
            throw new Refused(new LabellingRefusal.MoreThanPacked(command.lot(), command.count(), labelled, units));
        }
        apply(new LabelsClaimed(command.lot(), command.run(), command.kind(), command.count(), command.happenedAt()));
    }

    @CommandHandler
    void takeBack(Return command) {
        apply(new LabelsReturned(command.lot(), command.run(), command.kind(), command.count(), command.happenedAt()));
    }

    @EventSourcingHandler
    void on(LabelsClaimed event) {
        labels = LabellingCommand.labelsOf(event.lot());
        valid.merge(event.kind(), (long) event.count(), Long::sum);
    }

    @EventSourcingHandler
    void on(LabelsReturned event) {
        valid.merge(event.kind(), (long) -event.count(), Long::sum);
    }
}
