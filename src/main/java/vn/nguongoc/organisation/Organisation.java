package vn.nguongoc.organisation;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.organisation.OrganisationCommand.RegisterCooperative;
import vn.nguongoc.organisation.OrganisationCommand.Vouch;
import vn.nguongoc.organisation.event.OrganisationEvent.CooperativeRegistered;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Refused;

/** A cooperative (hợp tác xã). */
@Aggregate(type = "organisation")
class Organisation {
    private static final int GLN_LENGTH = 13;

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable OrganisationId id;

    /** For Axon, which then replays the events. */
    Organisation() {}

    @CommandHandler
    Organisation(RegisterCooperative command, Catalogue catalogue) {
        if (catalogue.ward(command.ward()).isEmpty()) {
            throw new Refused(new OrganisationRefusal.UnknownWard(command.ward()));
        }
        if (command.gln().digits().length() != GLN_LENGTH) {
            throw new Refused(
                    new OrganisationRefusal.NotALocationNumber(command.gln().digits()));
        }
        apply(new CooperativeRegistered(
                command.cooperative(), command.name(), command.gln(), command.ward(), command.happenedAt()));
    }

    @CommandHandler
    void vouch(Vouch command) {
        // Being here is the answer: Axon refuses a command to an aggregate that is not in the log.
    }

    @EventSourcingHandler
    void on(CooperativeRegistered event) {
        id = event.cooperative();
    }
}
