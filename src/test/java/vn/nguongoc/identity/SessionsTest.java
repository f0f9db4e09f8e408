package vn.nguongoc.identity;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.nguongoc.Refusals.refusalOf;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nguongoc.identity.event.IdentityEvent.CredentialKind;
import vn.nguongoc.identity.event.PersonId;
import vn.nguongoc.mongo.Clients;
import vn.nguongoc.shared.Vietnam;

/** Sessions and invitations end by themselves, to the second, and leave nothing behind. */
class SessionsTest {
    private static final Instant NOON = Instant.parse("2026-11-28T05:00:00Z");
    private static final PersonId HUE = new PersonId("person-3f8kq2w7m1x9d5zt");
    private static final PersonId LAN = new PersonId("person-3f8kq2w7m1x9d5zw");
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final MongoServer server = new MongoServer(H2Backend.inMemory());
    private Instant now = NOON;
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private MongoClient client;
    private MongoDatabase database;
    private Sessions sessions;
    private Invitations invitations;

    @BeforeEach
    void start() {
        client = Clients.of(server.bindAndGetConnectionString());
        database = client.getDatabase("test");
        sessions = new Sessions(database, clock);
        invitations = new Invitations(database, clock);
    }

    @AfterEach
    void stop() {
        client.close();
        server.shutdownNow();
    }

    @Test
    void a_session_ends_fourteen_days_after_signing_in_however_often_it_was_used() {
        var session = sessions.begin(HUE, CredentialKind.PASSWORD);
        for (int day = 0; day < 14; day++) {
            assertThat(sessions.of(session)).contains(HUE);
            now = now.plus(Duration.ofDays(1));
        }
        assertThat(sessions.of(session)).isEmpty();
        now = NOON.plus(Duration.ofDays(14)).minus(A_SECOND);
        assertThat(sessions.of(session)).contains(HUE);
    }

    @Test
    void a_session_that_nobody_uses_ends_after_three_days() {
        var used = sessions.begin(HUE, CredentialKind.PASSWORD);
        var unused = sessions.begin(HUE, CredentialKind.PASSWORD);
        now = NOON.plus(Duration.ofHours(1)).plus(A_SECOND);
        assertThat(sessions.of(used)).contains(HUE);
        now = NOON.plus(Duration.ofDays(3));
        assertThat(sessions.of(unused)).isEmpty();
        now = NOON.plus(Duration.ofDays(3)).plus(Duration.ofHours(1));
        assertThat(sessions.of(used)).contains(HUE);
    }

    @Test
    void what_changes_how_one_signs_in_takes_a_session_of_the_last_quarter_of_an_hour() {
        var session = sessions.begin(HUE, CredentialKind.PASSWORD);
        now = NOON.plus(Duration.ofMinutes(15));
        assertThat(sessions.ofFresh(session)).isEqualTo(HUE);
        now = now.plus(A_SECOND);
        assertThat(refusalOf(() -> sessions.ofFresh(session))).isEqualTo(new IdentityRefusal.SignInAgain(15));
        assertThat(sessions.of(session)).as("it is a session all the same").contains(HUE);
    }

    @Test
    void a_session_tells_what_its_owner_proved_who_they_are_by_and_an_old_one_no_more_than_a_password() {
        for (var by : CredentialKind.values()) {
            assertThat(sessions.find(sessions.begin(HUE, by)).orElseThrow().by())
                    .isEqualTo(by);
        }
        var old = sessions.begin(HUE, CredentialKind.PASSKEY);
        database.getCollection("sessions").updateOne(eq(old.digest()), Updates.unset("by"));
        assertThat(sessions.find(old).orElseThrow().by()).isEqualTo(CredentialKind.PASSWORD);
    }

    @Test
    void one_sees_where_one_is_signed_in_and_nobody_elses() {
        var phone = sessions.begin(HUE, CredentialKind.PASSWORD);
        now = NOON.plus(Duration.ofDays(1));
        var desk = sessions.begin(HUE, CredentialKind.PASSKEY);
        sessions.begin(LAN, CredentialKind.PASSWORD);
        assertThat(sessions.beside(phone))
                .extracting(Sessions.Open::by, Sessions.Open::began, Sessions.Open::here)
                .containsExactly(
                        tuple(CredentialKind.PASSKEY, now.atOffset(Vietnam.OFFSET), false),
                        tuple(CredentialKind.PASSWORD, NOON.atOffset(Vietnam.OFFSET), true));
        now = NOON.plus(Duration.ofDays(2));
        assertThat(sessions.of(desk)).contains(HUE);
        now = NOON.plus(Duration.ofDays(4)); // since the phone was used: three days
        assertThat(sessions.beside(phone)).as("of who is not signed in").isEmpty();
        assertThat(sessions.beside(desk)).as("what lasts").hasSize(1);
    }

    @Test
    void one_ends_ones_own_sessions_elsewhere_and_nobody_elses() {
        var here = sessions.begin(HUE, CredentialKind.PASSWORD);
        var lost = sessions.begin(HUE, CredentialKind.PASSWORD);
        var other = sessions.begin(HUE, CredentialKind.PASSWORD);
        var lans = sessions.begin(LAN, CredentialKind.PASSWORD);
        sessions.endBeside(here, lans.digest());
        sessions.endBeside(here, lost.digest());
        assertThat(sessions.of(lans)).contains(LAN);
        assertThat(sessions.of(lost)).isEmpty();
        assertThat(sessions.of(other)).contains(HUE);
        sessions.endBeside(here, null);
        assertThat(sessions.of(other)).isEmpty();
        assertThat(sessions.of(here)).contains(HUE);
        assertThat(sessions.of(lans)).contains(LAN);
    }

    @Test
    void an_invitation_is_good_for_seven_days() {
        var invitation = invitations.invite(HUE);
        now = NOON.plus(Duration.ofDays(7)).minus(A_SECOND);
        assertThat(invitations.read(invitation)).isEqualTo(HUE);
        now = NOON.plus(Duration.ofDays(7));
        assertThat(refusalOf(() -> invitations.read(invitation))).isEqualTo(new IdentityRefusal.InvitationNotValid());
        assertThat(refusalOf(() -> invitations.take(invitation))).isEqualTo(new IdentityRefusal.InvitationNotValid());
    }

    @Test
    void the_next_one_erases_those_that_have_ended_and_no_others() {
        sessions.begin(HUE, CredentialKind.PASSWORD);
        invitations.invite(HUE);
        now = NOON.plus(Duration.ofDays(7));
        sessions.begin(HUE, CredentialKind.PASSWORD);
        invitations.invite(LAN);
        assertThat(database.getCollection("sessions").countDocuments()).isEqualTo(2);
        assertThat(database.getCollection("invitations").countDocuments()).isOne();
        now = NOON.plus(Duration.ofDays(14));
        sessions.begin(HUE, CredentialKind.PASSWORD);
        assertThat(database.getCollection("sessions").countDocuments()).isEqualTo(2);
    }

    /** Who finds the letter that was lost finds nothing with it. */
    @Test
    void another_invitation_ends_the_one_before() {
        var lost = invitations.invite(HUE);
        var second = invitations.invite(HUE);
        assertThat(refusalOf(() -> invitations.read(lost))).isEqualTo(new IdentityRefusal.InvitationNotValid());
        assertThat(invitations.read(second)).isEqualTo(HUE);
    }

    @Test
    void an_invitation_that_could_not_be_used_is_no_longer_good_for_it() {
        var invitation = invitations.invite(HUE);
        now = NOON.plus(Duration.ofDays(6));
        invitations.putBack(invitation, invitations.take(invitation));
        now = NOON.plus(Duration.ofDays(7)).minus(A_SECOND);
        assertThat(invitations.read(invitation)).isEqualTo(HUE);
        now = NOON.plus(Duration.ofDays(7));
        assertThat(refusalOf(() -> invitations.read(invitation))).isEqualTo(new IdentityRefusal.InvitationNotValid());
    }
}
