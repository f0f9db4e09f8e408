package vn.nguongoc.organisation;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.Objects;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.evidence.Exhibits;
import vn.nguongoc.organisation.OrganisationCommand.AddCertificate;
import vn.nguongoc.organisation.OrganisationCommand.AskClaims;
import vn.nguongoc.organisation.OrganisationCommand.AskFacility;
import vn.nguongoc.organisation.OrganisationCommand.Party;
import vn.nguongoc.organisation.OrganisationCommand.RegisterCooperative;
import vn.nguongoc.organisation.OrganisationCommand.RegisterPartner;
import vn.nguongoc.organisation.OrganisationCommand.Vouch;
import vn.nguongoc.organisation.OrganisationCommand.WithdrawCertificate;
import vn.nguongoc.organisation.event.OrganisationEvent.CertificateAdded;
import vn.nguongoc.organisation.event.OrganisationEvent.CertificateWithdrawn;
import vn.nguongoc.organisation.event.OrganisationEvent.CooperativeRegistered;
import vn.nguongoc.organisation.event.OrganisationEvent.PartnerRegistered;
import vn.nguongoc.organisation.event.PartnerKind;
import vn.nguongoc.shared.Gs1;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Refused;

/** A cooperative (hợp tác xã) or one of its partners, and the certificates it holds. */
@Aggregate(type = "organisation", snapshotTriggerDefinition = "everyFiftyEvents")
class Organisation {
    private static final int GLN_LENGTH = 13;

    @AggregateIdentifier
    private @Nullable OrganisationId id;

    private String name = "";
    private @Nullable PartnerKind kind;
    private Certificates certificates = Certificates.NONE;

    /** For Axon, which then replays the events. */
    Organisation() {}

    @CommandHandler
    Organisation(RegisterCooperative command, Catalogue catalogue) {
        refuseIfNoWard(command.ward(), catalogue);
        refuseIfNoLocation(command.gln());
        apply(new CooperativeRegistered(
                command.cooperative(), command.name(), command.gln(), command.ward(), command.happenedAt()));
    }

    @CommandHandler
    Organisation(RegisterPartner command, Catalogue catalogue) {
        if (command.ward() != null) {
            refuseIfNoWard(command.ward(), catalogue);
        }
        if (command.gln() != null) {
            refuseIfNoLocation(command.gln());
        }
        apply(new PartnerRegistered(
                command.organisation(),
                command.name(),
                command.kind(),
                command.gln(),
                command.ward(),
                command.happenedAt()));
    }

    private static void refuseIfNoWard(String ward, Catalogue catalogue) {
        if (catalogue.ward(ward).isEmpty()) {
            throw new Refused(new OrganisationRefusal.UnknownWard(ward));
        }
    }

    private static void refuseIfNoLocation(Gs1 gln) {
        if (gln.digits().length() != GLN_LENGTH) {
            throw new Refused(new OrganisationRefusal.NotALocationNumber(gln.digits()));
        }
    }

    /** Being here is half the answer: Axon refuses a command to an aggregate that is not in the log. */
    @CommandHandler
    Party vouch(Vouch command) {
        var kinds = command.as().stream()
                .sorted()
                .flatMap(role -> role.kinds().stream())
                .distinct()
                .toList();
        if (!kinds.isEmpty() && !kinds.contains(Role.code(kind))) {
            throw new Refused(new OrganisationRefusal.WrongKind(command.organisation(), Role.code(kind), kinds));
        }
        return new Party(Objects.requireNonNull(id), name, kind);
    }

    @CommandHandler
    void addCertificate(AddCertificate command, Catalogue catalogue, Exhibits exhibits) {
        var certificate = command.certificate();
        new CertificateRules(catalogue).check(certificate);
        if (certificates.find(certificate.scheme(), certificate.number()).isPresent()) {
            throw new Refused(new OrganisationRefusal.CertificateIsThere(certificate.scheme(), certificate.number()));
        }
        exhibits.require(command.organisation(), certificate.evidence());
        apply(new CertificateAdded(command.organisation(), certificate, command.happenedAt()));
    }

    @CommandHandler
    void withdrawCertificate(WithdrawCertificate command) {
        var held = certificates
                .find(command.scheme(), command.number())
                .orElseThrow(() ->
                        new Refused(new OrganisationRefusal.CertificateNotThere(command.scheme(), command.number())));
        if (held.withdrawnFrom() != null) {
            throw new Refused(new OrganisationRefusal.AlreadyWithdrawn(
                    command.scheme(), command.number(), command.from(), held.withdrawnFrom()));
        }
        apply(new CertificateWithdrawn(
                command.organisation(),
                command.scheme(),
                command.number(),
                command.from(),
                command.reason(),
                command.happenedAt()));
    }

    @CommandHandler
    Set<String> askClaims(AskClaims asked, Catalogue catalogue) {
        return certificates.claims(asked, catalogue);
    }

    @CommandHandler
    Set<String> askFacility(AskFacility asked, Catalogue catalogue) {
        return certificates.claims(asked, catalogue);
    }

    @EventSourcingHandler
    void on(CooperativeRegistered event) {
        id = event.cooperative();
        name = event.name();
    }

    @EventSourcingHandler
    void on(PartnerRegistered event) {
        id = event.organisation();
        name = event.name();
        kind = event.kind();
    }

    @EventSourcingHandler
    void on(CertificateAdded event) {
        certificates = certificates.plus(event.certificate());
    }

    @EventSourcingHandler
    void on(CertificateWithdrawn event) {
        certificates = certificates.withdrawn(event.scheme(), event.number(), event.from());
    }
}
