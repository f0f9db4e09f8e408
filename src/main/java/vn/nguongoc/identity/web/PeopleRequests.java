package vn.nguongoc.identity.web;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.identity.IdentityCommand.EnterPerson;
import vn.nguongoc.identity.IdentityCommand.GrantDuty;
import vn.nguongoc.identity.IdentityCommand.Invite;
import vn.nguongoc.identity.IdentityCommand.IssueKey;
import vn.nguongoc.identity.IdentityCommand.Leave;
import vn.nguongoc.identity.IdentityCommand.RevokeKey;
import vn.nguongoc.identity.IdentityCommand.WithdrawDuty;
import vn.nguongoc.identity.event.Duty;
import vn.nguongoc.identity.event.Grant;
import vn.nguongoc.identity.event.KeyId;
import vn.nguongoc.identity.event.PersonId;
import vn.nguongoc.identity.event.Verb;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Refusal;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.web.Form;
import vn.nguongoc.web.Form.Read;
import vn.nguongoc.web.PersonCode;

/**
 * The bodies of requests to {@code /api/people} and {@code /api/keys}, as they come. Nobody says when it happened: it
 * happens when it is asked.
 */
public final class PeopleRequests {
    private PeopleRequests() {}

    /**
     * A person named in an address.
     *
     * @throws Refused as not found if it is no person's id
     */
    public static PersonId person(String id) {
        return LogRefusal.named(id, PersonId::new);
    }

    /**
     * A key named in an address.
     *
     * @throws Refused as not found if it is no key's id
     */
    public static KeyId key(String id) {
        return LogRefusal.named(id, KeyId::new);
    }

    /**
     * A duty to be given or ended.
     *
     * @param organisation absent for administrators and inspectors
     * @param wards of an inspector
     */
    public record Duties(
            @Nullable String duty,
            @Nullable String organisation,
            @Nullable List<String> wards,
            @Nullable String reason) {

        /** @throws Refused with the faults of all fields */
        public GrantDuty granting(PersonId person, OffsetDateTime now) {
            return new GrantDuty(person, grant(new Form()), now);
        }

        /** @throws Refused with the faults of all fields */
        public WithdrawDuty withdrawing(PersonId person, OffsetDateTime now) {
            var form = new Form();
            var why = form.text("/reason", reason);
            var grant = grant(form);
            return new WithdrawDuty(person, grant, why.get(), now);
        }

        /** Refuses the form's faults. */
        private Grant grant(Form form) {
            return grant(form, duty, organisation, wards);
        }

        static Grant grant(
                Form form, @Nullable String duty, @Nullable String organisation, @Nullable List<String> wards) {
            var what = form.of("/duty", duty, Duty::named);
            var where = form.optional(organisation, it -> form.of("/organisation", it, OrganisationId::new));
            var inspected = form.any("/wards", wards, (part, ward, i) -> part.text("", ward));
            form.refuseFaults();
            var codes = inspected.stream().map(Read::get).toList();
            var grant = form.of(
                    "/duty", duty, it -> new Grant(what.get(), where.get().orElse(null), codes));
            form.refuseFaults();
            return grant.get();
        }
    }

    /**
     * Somebody to be let in.
     *
     * @param code what the record calls them: a code, not a name
     */
    public record Entering(
            @Nullable String code,
            @Nullable String duty,
            @Nullable String organisation,
            @Nullable List<String> wards) {

        /** @throws Refused with the faults of all fields */
        public EnterPerson command(PersonId person, OffsetDateTime now) {
            var form = new Form();
            var called = form.of("/code", code, PersonCode::require);
            var grant = Duties.grant(form, duty, organisation, wards);
            return new EnterPerson(person, called.get(), grant, now);
        }
    }

    /**
     * Another invitation.
     *
     * @param organisation in whose name; absent for the service's
     */
    public record Inviting(@Nullable String organisation) {
        /** @throws Refused with the faults of all fields */
        public Invite command(PersonId person, OffsetDateTime now) {
            var form = new Form();
            var of = form.optional(organisation, it -> form.of("/organisation", it, OrganisationId::new));
            form.refuseFaults();
            return new Invite(person, of.get().orElse(null), now);
        }
    }

    /** Somebody to be seen out. */
    public record Leaving(@Nullable String reason) {
        /** @throws Refused with the faults of all fields */
        public Leave command(PersonId person, OffsetDateTime now) {
            var form = new Form();
            var why = form.text("/reason", reason);
            form.refuseFaults();
            return new Leave(person, why.get(), now);
        }
    }

    /**
     * A key for a machine.
     *
     * @param expiresAt at most 13 months from now
     */
    public record Issuing(
            @Nullable String organisation,
            @Nullable List<String> duties,
            @Nullable List<String> verbs,
            @Nullable String expiresAt,
            @Nullable String purpose) {

        /**
         * What becomes a command with the digest of the key's secret.
         *
         * @throws Refused with the faults of all fields
         */
        public Function<String, IssueKey> command(KeyId key, OffsetDateTime now) {
            var form = new Form();
            var of = form.of("/organisation", organisation, OrganisationId::new);
            var what = form.each("/duties", duties, (part, duty, i) -> part.of("", duty, Issuing::ofAnOrganisation));
            var how = form.each("/verbs", verbs, (part, verb, i) -> part.of("", verb, Verb::named));
            var until = form.of("/expiresAt", expiresAt, it -> after(now, it));
            var whatFor = form.optional(purpose, it -> form.text("/purpose", it));
            form.refuseFaults();
            return digest -> new IssueKey(
                    key,
                    of.get(),
                    what.stream().map(Read::get).toList(),
                    how.stream().map(Read::get).toList(),
                    digest,
                    until.get(),
                    whatFor.get().orElse(null),
                    now);
        }

        private static Duty ofAnOrganisation(String text) {
            var duty = Duty.named(text);
            if (!duty.isForAnOrganisation()) {
                throw new Refusal.WrongForm("duty-of-a-person");
            }
            return duty;
        }

        private static OffsetDateTime after(OffsetDateTime now, String text) {
            try {
                var time = OffsetDateTime.parse(text);
                if (time.isAfter(now)) {
                    return time;
                }
            } catch (DateTimeException e) {
                throw new Refusal.WrongForm("example", "2027-01-31T00:00:00+07:00");
            }
            throw new Refusal.WrongForm("later-than", now.toString());
        }
    }

    /** A key to be revoked. */
    public record Revoking(
            @Nullable String organisation, @Nullable String reason) {
        /** @throws Refused with the faults of all fields */
        public RevokeKey command(KeyId key, OffsetDateTime now) {
            var form = new Form();
            var of = form.of("/organisation", organisation, OrganisationId::new);
            var why = form.text("/reason", reason);
            form.refuseFaults();
            return new RevokeKey(key, of.get(), why.get(), now);
        }
    }
}
