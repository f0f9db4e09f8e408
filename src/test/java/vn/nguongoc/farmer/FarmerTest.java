package vn.nguongoc.farmer;

import static vn.nguongoc.Farm.HO_DAC_KIEN;
import static vn.nguongoc.Refusals.refused;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nguongoc.farmer.FarmerCommand.AnswerRequest;
import vn.nguongoc.farmer.FarmerCommand.AskFarmer;
import vn.nguongoc.farmer.FarmerCommand.CorrectData;
import vn.nguongoc.farmer.FarmerCommand.EnterFarmer;
import vn.nguongoc.farmer.FarmerCommand.Erase;
import vn.nguongoc.farmer.FarmerCommand.EraseUnlessActive;
import vn.nguongoc.farmer.FarmerCommand.GiveConsent;
import vn.nguongoc.farmer.FarmerCommand.Known;
import vn.nguongoc.farmer.FarmerCommand.NameInRecord;
import vn.nguongoc.farmer.FarmerCommand.ReceiveRequest;
import vn.nguongoc.farmer.FarmerCommand.WithdrawConsent;
import vn.nguongoc.farmer.event.Commitment;
import vn.nguongoc.farmer.event.ConsentForm;
import vn.nguongoc.farmer.event.ErasureCause;
import vn.nguongoc.farmer.event.FarmerEvent.ConsentGiven;
import vn.nguongoc.farmer.event.FarmerEvent.ConsentWithdrawn;
import vn.nguongoc.farmer.event.FarmerEvent.DataCorrected;
import vn.nguongoc.farmer.event.FarmerEvent.FarmerEntered;
import vn.nguongoc.farmer.event.FarmerEvent.FarmerErased;
import vn.nguongoc.farmer.event.FarmerEvent.FarmerNamed;
import vn.nguongoc.farmer.event.FarmerEvent.RequestAnswered;
import vn.nguongoc.farmer.event.FarmerEvent.RequestReceived;
import vn.nguongoc.farmer.event.FarmerKey;
import vn.nguongoc.farmer.event.Field;
import vn.nguongoc.farmer.event.Outcome;
import vn.nguongoc.farmer.event.Purpose;
import vn.nguongoc.farmer.event.RequestKind;
import vn.nguongoc.organisation.OrganisationCommand.Party;
import vn.nguongoc.organisation.OrganisationCommand.Vouch;

/** A farmer as a person: what is kept of them, what they agree to and ask for, and how they are forgotten. */
class FarmerTest {
    private static final FarmerKey MUOI = new FarmerKey(HO_DAC_KIEN, "ND-12");
    private static final OffsetDateTime TODAY = OffsetDateTime.parse("2026-11-28T08:00:00+07:00");
    private static final Commitment NAME = new Commitment(Field.NAME, "a1".repeat(32));
    private static final Commitment PHONE = new Commitment(Field.PHONE, "b2".repeat(32));
    private static final Commitment OTHER_NAME = new Commitment(Field.NAME, "c3".repeat(32));
    private static final ConsentText WORDS = new ConsentText(1, "vi", "d4".repeat(32));
    private static final FarmerEntered ENTERED = new FarmerEntered(MUOI, List.of(NAME), TODAY);
    private static final FarmerErased ERASED = new FarmerErased(MUOI, ErasureCause.REQUEST, "QL-1", TODAY);
    private static final RequestReceived ASKED = asked(1, RequestKind.ERASURE, "2026-12-18");

    private FixtureConfiguration<Farmer> farmers;

    @BeforeEach
    void farmers() {
        farmers = new AggregateTestFixture<>(Farmer.class);
        farmers.registerInjectableResource(DefaultCommandGateway.builder()
                        .commandBus(farmers.getCommandBus())
                        .build())
                .registerCommandHandler(Vouch.class, vouch -> new Party(HO_DAC_KIEN, "HTX", null));
    }

    private static RequestReceived asked(int number, RequestKind kind, String due) {
        return new RequestReceived(MUOI, number, kind, LocalDate.parse(due), "GC-1", TODAY);
    }

    private static ConsentGiven agreed(Purpose purpose) {
        return new ConsentGiven(MUOI, purpose, 1, "vi", WORDS.digest(), ConsentForm.PAPER, "GC-1", TODAY);
    }

    private static GiveConsent agreeing(Purpose purpose) {
        return new GiveConsent(MUOI, purpose, WORDS, ConsentForm.PAPER, "GC-1", TODAY);
    }

    @Test
    void a_farmer_is_entered_under_a_code_once() {
        farmers.givenNoPriorActivity()
                .when(new EnterFarmer(MUOI, List.of(NAME), TODAY))
                .expectEvents(ENTERED);
        farmers.given(ENTERED)
                .when(new EnterFarmer(MUOI, List.of(OTHER_NAME), TODAY))
                .expectException(refused(new FarmerRefusal.CodeTaken("ND-12")));
    }

    @Test
    void the_code_of_who_was_erased_is_not_given_again() {
        farmers.given(ENTERED, ASKED, ERASED)
                .when(new EnterFarmer(MUOI, List.of(OTHER_NAME), TODAY))
                .expectException(refused(new FarmerRefusal.CodeTaken("ND-12")));
    }

    @Test
    void a_telephone_number_is_kept_only_of_who_agreed_to_be_called() {
        farmers.given(ENTERED)
                .when(new CorrectData(MUOI, List.of(PHONE), TODAY))
                .expectException(refused(new FarmerRefusal.NoConsent("phone", "contact")));
        farmers.given(ENTERED, agreed(Purpose.CONTACT))
                .when(new CorrectData(MUOI, List.of(PHONE), TODAY))
                .expectEvents(new DataCorrected(MUOI, List.of(PHONE), List.of(), TODAY));
    }

    @Test
    void what_is_put_right_takes_the_place_of_what_was_wrong() {
        farmers.given(ENTERED)
                .when(new CorrectData(MUOI, List.of(OTHER_NAME), TODAY))
                .expectEvents(new DataCorrected(MUOI, List.of(OTHER_NAME), List.of(NAME.digest()), TODAY));
    }

    @Test
    void a_consent_is_given_once_and_withdrawn_once() {
        farmers.given(ENTERED).when(agreeing(Purpose.SHOW_NAME)).expectEvents(agreed(Purpose.SHOW_NAME));
        farmers.given(ENTERED, agreed(Purpose.SHOW_NAME))
                .when(agreeing(Purpose.SHOW_NAME))
                .expectException(refused(new FarmerRefusal.ConsentGivenBefore("show-name")));
        farmers.given(ENTERED)
                .when(new WithdrawConsent(MUOI, Purpose.SHOW_NAME, "GC-1", TODAY))
                .expectException(refused(new FarmerRefusal.ConsentNotGiven("show-name")));
    }

    @Test
    void with_the_consent_to_be_called_the_number_goes() {
        var kept = new DataCorrected(MUOI, List.of(PHONE), List.of(), TODAY);
        farmers.given(ENTERED, agreed(Purpose.CONTACT), kept)
                .when(new WithdrawConsent(MUOI, Purpose.CONTACT, "GC-1", TODAY))
                .expectEvents(new ConsentWithdrawn(MUOI, Purpose.CONTACT, List.of(PHONE.digest()), "GC-1", TODAY));
        farmers.given(ENTERED, agreed(Purpose.CONTACT), kept, agreed(Purpose.SHARE))
                .when(new WithdrawConsent(MUOI, Purpose.SHARE, "GC-1", TODAY))
                .expectEvents(new ConsentWithdrawn(MUOI, Purpose.SHARE, List.of(), "GC-1", TODAY));
    }

    @Test
    void a_request_is_due_after_the_days_of_the_law() {
        farmers.given(ENTERED)
                .when(new ReceiveRequest(MUOI, RequestKind.EXPORT, "GC-1", TODAY))
                .expectEvents(asked(1, RequestKind.EXPORT, "2026-12-08"));
        farmers.given(ENTERED, asked(1, RequestKind.EXPORT, "2026-12-08"))
                .when(new ReceiveRequest(MUOI, RequestKind.ERASURE, "GC-1", TODAY))
                .expectEvents(asked(2, RequestKind.ERASURE, "2026-12-18"));
    }

    @Test
    void a_day_is_one_in_vietnam_whatever_clock_the_request_went_by() {
        farmers.given(ENTERED)
                .when(new ReceiveRequest(
                        MUOI, RequestKind.EXPORT, "GC-1", OffsetDateTime.parse("2026-11-28T20:00:00Z")))
                .expectEvents(new RequestReceived(
                        MUOI,
                        1,
                        RequestKind.EXPORT,
                        LocalDate.parse("2026-12-09"),
                        "GC-1",
                        OffsetDateTime.parse("2026-11-28T20:00:00Z")));
    }

    @Test
    void no_more_than_twenty_requests_of_one_farmer_are_open() {
        var many = IntStream.rangeClosed(1, Farmer.MOST_REQUESTS)
                .mapToObj(it -> asked(it, RequestKind.EXPORT, "2026-12-08"))
                .toList();
        farmers.given(ENTERED)
                .andGiven(many)
                .when(new ReceiveRequest(MUOI, RequestKind.EXPORT, "GC-1", TODAY))
                .expectException(refused(new FarmerRefusal.TooManyRequests(Farmer.MOST_REQUESTS)));
    }

    @Test
    void who_refuses_a_request_says_why() {
        farmers.given(ENTERED, ASKED)
                .when(new AnswerRequest(MUOI, 1, Outcome.REFUSED, null, "QL-1", TODAY))
                .expectException(refused(new FarmerRefusal.RefusalWithoutReason()));
        farmers.given(ENTERED, ASKED)
                .when(new AnswerRequest(MUOI, 1, Outcome.REFUSED, "đang tranh chấp", "QL-1", TODAY))
                .expectEvents(new RequestAnswered(MUOI, 1, Outcome.REFUSED, "đang tranh chấp", "QL-1", TODAY));
    }

    @Test
    void an_erasure_is_done_and_not_just_said() {
        farmers.given(ENTERED, ASKED)
                .when(new AnswerRequest(MUOI, 1, Outcome.DONE, null, "QL-1", TODAY))
                .expectException(refused(new FarmerRefusal.ErasureIsNotJustSaid()));
    }

    @Test
    void a_request_is_answered_once() {
        var answered = new RequestAnswered(MUOI, 1, Outcome.REFUSED, "x", "QL-1", TODAY);
        farmers.given(ENTERED, ASKED, answered)
                .when(new AnswerRequest(MUOI, 1, Outcome.REFUSED, "x", "QL-1", TODAY))
                .expectException(refused(new FarmerRefusal.RequestNotOpen(1)));
    }

    @Test
    void who_asked_for_it_is_erased_and_nobody_else() {
        farmers.given(ENTERED, ASKED).when(new Erase(MUOI, "QL-1", TODAY)).expectEvents(ERASED);
        farmers.given(ENTERED, asked(1, RequestKind.EXPORT, "2026-12-08"))
                .when(new Erase(MUOI, "QL-1", TODAY))
                .expectException(refused(new FarmerRefusal.ErasureNotAskedFor("ND-12")));
    }

    @Test
    void of_who_was_erased_nothing_more_is_recorded() {
        var erased = refused(new FarmerRefusal.Erased("ND-12"));
        for (var command : List.of(
                new CorrectData(MUOI, List.of(NAME), TODAY),
                agreeing(Purpose.SHARE),
                new WithdrawConsent(MUOI, Purpose.SHARE, "GC-1", TODAY),
                new ReceiveRequest(MUOI, RequestKind.EXPORT, "GC-1", TODAY),
                new AnswerRequest(MUOI, 1, Outcome.DONE, null, "QL-1", TODAY),
                new NameInRecord(MUOI, "lot-0000000000000001", TODAY),
                new Erase(MUOI, "QL-1", TODAY))) {
            farmers.given(ENTERED, ASKED, ERASED).when(command).expectException(erased);
        }
        farmers.given(ENTERED, agreed(Purpose.SHARE), ASKED, ERASED)
                .when(new AskFarmer(MUOI))
                .expectResultMessagePayload(new Known(ErasureCause.REQUEST, Map.of(), Set.of()));
    }

    @Test
    void whose_last_record_is_on_the_last_day_that_counts_is_kept_and_whose_is_a_moment_older_is_not() {
        var since = OffsetDateTime.parse("2016-11-28T00:00:00+07:00");
        farmers.given(new FarmerEntered(MUOI, List.of(NAME), since))
                .when(new EraseUnlessActive(MUOI, since, TODAY))
                .expectNoEvents();
        farmers.given(new FarmerEntered(MUOI, List.of(NAME), since.minusSeconds(1)))
                .when(new EraseUnlessActive(MUOI, since, TODAY))
                .expectEvents(new FarmerErased(MUOI, ErasureCause.RETENTION, null, TODAY));
    }

    @Test
    void a_harvest_in_their_name_keeps_them_whatever_was_recorded_after_it() {
        var since = OffsetDateTime.parse("2016-11-28T00:00:00+07:00");
        farmers.given(
                        new FarmerEntered(MUOI, List.of(NAME), since.minusYears(5)),
                        new FarmerNamed(MUOI, "lot-0000000000000001", since),
                        new FarmerNamed(MUOI, "lot-0000000000000002", since.minusYears(1)))
                .when(new EraseUnlessActive(MUOI, since, TODAY))
                .expectNoEvents();
    }
}
