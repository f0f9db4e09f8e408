package vn.nguongoc.history;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.eventlog.EventName;
import vn.nguongoc.farmer.event.FarmerEvent;
import vn.nguongoc.farmer.event.FarmerEvent.ConsentGiven;
import vn.nguongoc.farmer.event.FarmerEvent.ConsentWithdrawn;
import vn.nguongoc.farmer.event.FarmerEvent.DataCorrected;
import vn.nguongoc.farmer.event.FarmerEvent.FarmerEntered;
import vn.nguongoc.farmer.event.FarmerEvent.FarmerErased;
import vn.nguongoc.farmer.event.FarmerEvent.FarmerNamed;
import vn.nguongoc.farmer.event.FarmerEvent.RequestAnswered;
import vn.nguongoc.farmer.event.FarmerEvent.RequestReceived;
import vn.nguongoc.generations.Told;
import vn.nguongoc.generations.Views;
import vn.nguongoc.identity.event.Duty;
import vn.nguongoc.identity.event.Grant;
import vn.nguongoc.identity.event.IdentityEvent;
import vn.nguongoc.identity.event.IdentityEvent.CredentialRemoved;
import vn.nguongoc.identity.event.IdentityEvent.CredentialSet;
import vn.nguongoc.identity.event.IdentityEvent.DutyGranted;
import vn.nguongoc.identity.event.IdentityEvent.DutyWithdrawn;
import vn.nguongoc.identity.event.IdentityEvent.KeyIssued;
import vn.nguongoc.identity.event.IdentityEvent.KeyRevoked;
import vn.nguongoc.identity.event.IdentityEvent.PersonEntered;
import vn.nguongoc.identity.event.IdentityEvent.PersonEvent;
import vn.nguongoc.identity.event.IdentityEvent.PersonInvited;
import vn.nguongoc.identity.event.IdentityEvent.PersonLeft;
import vn.nguongoc.lists.Audit;
import vn.nguongoc.operation.event.OperationEvent;
import vn.nguongoc.operation.event.OperationEvent.RebuildAsked;
import vn.nguongoc.operation.event.OperationEvent.RetryAsked;
import vn.nguongoc.organisation.event.OrganisationEvent;
import vn.nguongoc.organisation.event.OrganisationEvent.CertificateAdded;
import vn.nguongoc.organisation.event.OrganisationEvent.CertificateWithdrawn;
import vn.nguongoc.organisation.event.OrganisationEvent.CooperativeRegistered;
import vn.nguongoc.organisation.event.OrganisationEvent.PartnerRegistered;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.view.Milestone.Fact;
import vn.nguongoc.view.ViewOfAct;
import vn.nguongoc.view.ViewOfPerson;

/** Lists administrative acts. Every family of events is a switch without a default: a new kind must be placed. */
final class AuditProjection {
    private final Views views;

    AuditProjection(Views views) {
        this.views = views;
    }

    // ---- people and keys

    @EventHandler
    void on(IdentityEvent event, TrackedEventMessage<?> message) {
        var act = Done.of(event.happenedAt(), message);
        switch (event) {
            case PersonEntered it -> ofPerson(act, it, List.of(it.code()));
            case PersonInvited it -> ofPerson(act, it, List.of());
            case CredentialSet it -> ofPerson(act, it, List.of(it.kind().name().toLowerCase(Locale.ROOT)));
            case CredentialRemoved it ->
                ofPerson(act, it, List.of(it.kind().name().toLowerCase(Locale.ROOT)));
            case PersonLeft it -> ofPerson(act, it, List.of(it.reason()));
            case DutyGranted it -> ofGrant(act, it, it.grant(), Stream.empty());
            case DutyWithdrawn it -> ofGrant(act, it, it.grant(), Stream.of(it.reason()));
            case KeyIssued it -> enter(act, it.organisation(), it.key().value(), issued(it));
            case KeyRevoked it -> enter(act, it.organisation(), it.key().value(), List.of(it.reason()));
        }
    }

    /** Its purpose is what the key is called. */
    private static List<String> issued(KeyIssued event) {
        return Stream.of(
                        event.duties().stream().map(Duty::code),
                        event.verbs().stream().map(it -> it.name().toLowerCase(Locale.ROOT)))
                .flatMap(it -> it)
                .toList();
    }

    /** Concerns every organisation that the person does something for. */
    private void ofPerson(Done act, PersonEvent event, List<String> words) {
        var organisations = views.current(ViewOfPerson.class, event.person()).stream()
                .flatMap(it -> it.grants().stream())
                .map(Grant::organisation)
                .filter(Objects::nonNull);
        enter(act, null, event.person().value(), words, organisations);
    }

    private void ofGrant(Done act, PersonEvent event, Grant grant, Stream<String> more) {
        var words = Stream.of(Stream.of(grant.duty().code()), grant.wards().stream(), more)
                .flatMap(it -> it)
                .toList();
        enter(act, grant.organisation(), event.person().value(), words);
    }

    // ---- organisations

    @EventHandler
    void on(OrganisationEvent event, TrackedEventMessage<?> message) {
        var act = Done.of(event.happenedAt(), message);
        switch (event) {
            case CooperativeRegistered it ->
                enter(act, it.cooperative(), it.cooperative().value(), List.of());
            case PartnerRegistered it ->
                enter(act, it.organisation(), it.organisation().value(), List.of());
            case CertificateAdded it ->
                enter(
                        act,
                        it.organisation(),
                        it.certificate().number(),
                        List.of(it.certificate().scheme()));
            case CertificateWithdrawn it ->
                enter(act, it.organisation(), it.number(), List.of(it.scheme(), it.reason()));
        }
    }

    // ---- farmers

    @EventHandler
    void on(FarmerEvent event, TrackedEventMessage<?> message) {
        var act = Done.of(event.happenedAt(), message);
        switch (event) {
            case FarmerEntered it -> ofFarmer(act, it, List.of());
            case DataCorrected it -> ofFarmer(act, it, List.of());
            case ConsentGiven it -> ofFarmer(act, it, List.of(it.purpose().code()));
            case ConsentWithdrawn it -> ofFarmer(act, it, List.of(it.purpose().code()));
            case RequestReceived it -> ofFarmer(act, it, List.of(it.kind().code()));
            case RequestAnswered it -> ofFarmer(act, it, List.of(it.outcome().code()));
            case FarmerErased it -> ofFarmer(act, it, List.of(it.cause().code()));
            case FarmerNamed it -> {} // a record, which its own event tells
        }
    }

    private void ofFarmer(Done act, FarmerEvent event, List<String> words) {
        enter(act, event.farmer().organisation(), event.farmer().code(), words);
    }

    // ---- the service

    @EventHandler
    void on(OperationEvent event, TrackedEventMessage<?> message) {
        var act = Done.of(event.happenedAt(), message);
        switch (event) {
            case RebuildAsked it -> enter(act, null, null, List.of());
            case RetryAsked it -> enter(act, null, it.letter(), words(it.follower()));
        }
    }

    private static List<String> words(@Nullable String word) {
        return word == null ? List.of() : List.of(word);
    }

    // ---- lists

    /** @param name of the event, as it is stored */
    private record Done(Fact fact, String name) {
        private static Done of(OffsetDateTime happenedAt, TrackedEventMessage<?> message) {
            var name = message.getPayloadType().getAnnotation(EventName.class).value();
            return new Done(Told.fact(happenedAt, message), name);
        }
    }

    private void enter(Done act, @Nullable OrganisationId organisation, @Nullable String about, List<String> words) {
        enter(act, organisation, about, words, Stream.ofNullable(organisation));
    }

    private void enter(
            Done act,
            @Nullable OrganisationId organisation,
            @Nullable String about,
            List<String> words,
            Stream<OrganisationId> concerned) {
        var view = new ViewOfAct(act.fact(), act.name(), organisation, about, words);
        var position = view.fact().position();
        // Whom it concerned is known while it is told for the first time: later they may have other duties.
        views.create(ViewOfAct.id(position), position, view, () -> Audit.enter(views, view, concerned));
    }
}
