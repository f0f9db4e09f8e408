package vn.nguongoc.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nguongoc.Farm.HO_DAC_KIEN;
import static vn.nguongoc.Refusals.refused;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.identity.IdentityCommand.AskKey;
import vn.nguongoc.identity.IdentityCommand.IssueKey;
import vn.nguongoc.identity.IdentityCommand.RevokeKey;
import vn.nguongoc.identity.event.Duty;
import vn.nguongoc.identity.event.Grant;
import vn.nguongoc.identity.event.IdentityEvent.KeyIssued;
import vn.nguongoc.identity.event.IdentityEvent.KeyRevoked;
import vn.nguongoc.identity.event.KeyId;
import vn.nguongoc.identity.event.Verb;
import vn.nguongoc.organisation.OrganisationCommand.Party;
import vn.nguongoc.organisation.OrganisationCommand.Vouch;
import vn.nguongoc.shared.OrganisationId;

/** A machine's key: for one organisation, for so long, until it is taken back. */
class ApiKeyTest {
    private static final KeyId SCALES = new KeyId("key-0000000000000001");
    private static final OrganisationId OTHERS = new OrganisationId("htx-0000000000000002");
    private static final OffsetDateTime TODAY = OffsetDateTime.parse("2026-11-28T08:00:00+07:00");
    private static final OffsetDateTime LIMIT = OffsetDateTime.parse("2027-12-28T08:00:00+07:00");
    private static final String DIGEST = new Secret("bí mật").digest();

    private FixtureConfiguration<ApiKey> keys;

    @BeforeEach
    void keys() {
        keys = new AggregateTestFixture<>(ApiKey.class);
        keys.registerInjectableResource(DefaultCommandGateway.builder()
                        .commandBus(keys.getCommandBus())
                        .build())
                .registerCommandHandler(Vouch.class, vouch -> new Party(HO_DAC_KIEN, "HTX", null));
    }

    private static IssueKey issuing(OffsetDateTime expiresAt, Duty duty) {
        return new IssueKey(
                SCALES, HO_DAC_KIEN, List.of(duty), List.of(Verb.RECORD), DIGEST, expiresAt, "cân ô tô", TODAY);
    }

    private static KeyIssued issued() {
        return new KeyIssued(
                SCALES, HO_DAC_KIEN, List.of(Duty.RECORDER), List.of(Verb.RECORD), DIGEST, LIMIT, "cân ô tô", TODAY);
    }

    @Test
    void a_key_lives_thirteen_months_and_not_a_second_more() {
        keys.givenNoPriorActivity().when(issuing(LIMIT, Duty.RECORDER)).expectEvents(issued());
        var later = LIMIT.plusSeconds(1);
        keys.givenNoPriorActivity()
                .when(issuing(later, Duty.RECORDER))
                .expectException(refused(new IdentityRefusal.KeyLivesTooLong(later, LIMIT)));
    }

    @Test
    void a_key_has_no_duty_that_its_organisation_has_not() {
        keys.givenNoPriorActivity()
                .when(issuing(LIMIT, Duty.LABORATORY))
                .expectException(refused(new IdentityRefusal.DutyNotForKind("laboratory", HO_DAC_KIEN)));
    }

    @Test
    void a_key_is_taken_back_once_and_by_its_own_organisation() {
        var revoked = new KeyRevoked(SCALES, HO_DAC_KIEN, "mất máy", TODAY);
        keys.given(issued())
                .when(new RevokeKey(SCALES, HO_DAC_KIEN, "mất máy", TODAY))
                .expectEvents(revoked);
        keys.given(issued(), revoked)
                .when(new RevokeKey(SCALES, HO_DAC_KIEN, "mất máy", TODAY))
                .expectException(refused(new IdentityRefusal.KeyRevokedBefore()));
        keys.given(issued())
                .when(new RevokeKey(SCALES, OTHERS, "của người khác", TODAY))
                .expectException(refused(new LogRefusal.NotFound(SCALES.value())));
    }

    @Test
    void a_key_opens_what_it_is_for() {
        var rights =
                new Rights(SCALES.value(), null, List.of(Grant.of(Duty.RECORDER, HO_DAC_KIEN)), Set.of(Verb.RECORD));
        keys.given(issued())
                .when(new AskKey(SCALES))
                .expectResultMessagePayload(new KeyRights(rights, DIGEST, LIMIT.toInstant(), false));
    }

    @Test
    void a_key_opens_until_its_last_moment_with_its_own_secret_alone() {
        var rights = new Rights(SCALES.value(), null, List.of(), Set.of());
        var key = new KeyRights(rights, DIGEST, LIMIT.toInstant(), false);
        var last = LIMIT.toInstant().minus(Duration.ofMillis(1));
        assertThat(key.opens(DIGEST, last)).isTrue();
        assertThat(key.opens(DIGEST, LIMIT.toInstant())).isFalse();
        assertThat(key.opens(new Secret("khác").digest(), last)).isFalse();
        assertThat(new KeyRights(rights, DIGEST, LIMIT.toInstant(), true).opens(DIGEST, last))
                .isFalse();
    }
}
