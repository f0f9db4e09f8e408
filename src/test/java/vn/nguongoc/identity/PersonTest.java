package vn.nguongoc.identity;

import static vn.nguongoc.Farm.HO_DAC_KIEN;
import static vn.nguongoc.Refusals.refused;

import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.identity.IdentityCommand.AskPerson;
import vn.nguongoc.identity.IdentityCommand.EnterPerson;
import vn.nguongoc.identity.IdentityCommand.GrantDuty;
import vn.nguongoc.identity.IdentityCommand.Invite;
import vn.nguongoc.identity.IdentityCommand.Leave;
import vn.nguongoc.identity.IdentityCommand.SetCredential;
import vn.nguongoc.identity.IdentityCommand.WithdrawDuty;
import vn.nguongoc.identity.event.Duty;
import vn.nguongoc.identity.event.Grant;
import vn.nguongoc.identity.event.IdentityEvent.CredentialKind;
import vn.nguongoc.identity.event.IdentityEvent.DutyGranted;
import vn.nguongoc.identity.event.IdentityEvent.DutyWithdrawn;
import vn.nguongoc.identity.event.IdentityEvent.PersonEntered;
import vn.nguongoc.identity.event.IdentityEvent.PersonInvited;
import vn.nguongoc.identity.event.IdentityEvent.PersonLeft;
import vn.nguongoc.identity.event.PersonId;
import vn.nguongoc.organisation.OrganisationCommand.Party;
import vn.nguongoc.organisation.OrganisationCommand.Vouch;
import vn.nguongoc.organisation.event.PartnerKind;
import vn.nguongoc.shared.OrganisationId;

/** A person: which duties they have, for whom, and what ends them. */
class PersonTest {
    private static final PersonId HUE = new PersonId("person-0000000000000001");
    private static final OrganisationId MILL = new OrganisationId("org-0000000000000001");
    private static final OffsetDateTime TODAY = OffsetDateTime.parse("2026-11-28T08:00:00+07:00");
    private static final Grant MANAGER = Grant.of(Duty.MANAGER, HO_DAC_KIEN);
    private static final Grant OPERATOR = Grant.of(Duty.OPERATOR, MILL);
    private static final PersonEntered ENTERED = new PersonEntered(HUE, "HM-07", TODAY);
    private static final DutyGranted MANAGES = new DutyGranted(HUE, MANAGER, TODAY);

    private FixtureConfiguration<Person> people;

    /** Of the organisations, which have tests of their own, one is a cooperative and one a mill. */
    @BeforeEach
    void people() {
        people = new AggregateTestFixture<>(Person.class);
        people.registerInjectableResource(DefaultCommandGateway.builder()
                        .commandBus(people.getCommandBus())
                        .build())
                .registerCommandHandler(
                        Vouch.class,
                        vouch -> ((Vouch) vouch.getPayload()).organisation().equals(MILL)
                                ? new Party(MILL, "Nhà máy", PartnerKind.PROCESSOR)
                                : new Party(HO_DAC_KIEN, "HTX", null));
    }

    @Test
    void somebody_is_entered_with_a_first_duty() {
        people.givenNoPriorActivity()
                .when(new EnterPerson(HUE, "HM-07", MANAGER, TODAY))
                .expectEvents(ENTERED, MANAGES);
    }

    @Test
    void a_mill_has_operators_and_no_recorders_of_fields() {
        people.given(ENTERED)
                .when(new GrantDuty(HUE, OPERATOR, TODAY))
                .expectEvents(new DutyGranted(HUE, OPERATOR, TODAY));
        people.given(ENTERED)
                .when(new GrantDuty(HUE, Grant.of(Duty.RECORDER, MILL), TODAY))
                .expectException(refused(new IdentityRefusal.DutyNotForKind("recorder", MILL)));
    }

    @Test
    void a_duty_is_given_once() {
        people.given(ENTERED, MANAGES)
                .when(new GrantDuty(HUE, MANAGER, TODAY))
                .expectException(refused(new IdentityRefusal.HasThatDuty("manager")));
    }

    @Test
    void what_is_withdrawn_may_be_given_again() {
        var withdrawn = new DutyWithdrawn(HUE, MANAGER, "nghỉ phép", TODAY);
        people.given(ENTERED, MANAGES)
                .when(new WithdrawDuty(HUE, MANAGER, "nghỉ phép", TODAY))
                .expectEvents(withdrawn);
        people.given(ENTERED, MANAGES, withdrawn)
                .when(new GrantDuty(HUE, MANAGER, TODAY))
                .expectEvents(MANAGES);
    }

    @Test
    void only_what_one_has_is_withdrawn() {
        people.given(ENTERED, MANAGES)
                .when(new WithdrawDuty(HUE, OPERATOR, "nhầm", TODAY))
                .expectException(refused(new IdentityRefusal.HasNotThatDuty("operator")));
    }

    @Test
    void a_manager_invites_again_who_works_for_them_alone() {
        people.given(ENTERED, MANAGES)
                .when(new Invite(HUE, HO_DAC_KIEN, TODAY))
                .expectEvents(new PersonInvited(HUE, TODAY));
        people.given(ENTERED, MANAGES, new DutyGranted(HUE, OPERATOR, TODAY))
                .when(new Invite(HUE, HO_DAC_KIEN, TODAY))
                .expectException(refused(new IdentityRefusal.WorksElsewhereToo()));
    }

    @Test
    void who_works_for_others_is_not_there_for_a_manager() {
        people.given(ENTERED, MANAGES)
                .when(new Invite(HUE, MILL, TODAY))
                .expectException(refused(new LogRefusal.NotFound(HUE.value())));
    }

    @Test
    void who_runs_the_service_invites_anybody() {
        people.given(ENTERED, MANAGES, new DutyGranted(HUE, OPERATOR, TODAY))
                .when(new Invite(HUE, null, TODAY))
                .expectEvents(new PersonInvited(HUE, TODAY));
    }

    @Test
    void who_left_has_no_duty_and_gets_none() {
        var left = new PersonLeft(HUE, "nghỉ việc", TODAY);
        people.given(ENTERED, MANAGES).when(new Leave(HUE, "nghỉ việc", TODAY)).expectEvents(left);
        people.given(ENTERED, MANAGES, left)
                .when(new AskPerson(HUE))
                .expectResultMessagePayload(Rights.ofPerson(HUE.value(), "HM-07", List.of()));
        for (var command : List.of(
                new GrantDuty(HUE, MANAGER, TODAY),
                new SetCredential(HUE, CredentialKind.PASSWORD, TODAY),
                new Invite(HUE, null, TODAY),
                new Leave(HUE, "nữa", TODAY))) {
            people.given(ENTERED, MANAGES, left).when(command).expectException(refused(new IdentityRefusal.HasLeft()));
        }
    }

    @Test
    void what_somebody_may_do_is_their_duties() {
        people.given(ENTERED, MANAGES)
                .when(new AskPerson(HUE))
                .expectResultMessagePayload(Rights.ofPerson(HUE.value(), "HM-07", List.of(MANAGER)));
    }
}
