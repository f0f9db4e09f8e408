package vn.nguongoc.identity;

import java.time.OffsetDateTime;
import java.util.List;
import vn.nguongoc.identity.event.KeyId;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Refusal;

/** Why people and keys are not let in, or not changed. */
public sealed interface IdentityRefusal extends Refusal {
    @Override
    default Kind refusalKind() {
        return Kind.INVALID;
    }

    /** Nobody has signed in, or what was shown opens nothing. */
    record NotSignedIn() implements IdentityRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.UNKNOWN;
        }
    }

    /** Name or password are wrong; which of the two is not told. */
    record WrongNameOrPassword() implements IdentityRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.UNKNOWN;
        }
    }

    /** Too many wrong tries for this name or from this network. */
    record TooManyTries(long seconds) implements IdentityRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.TOO_MANY;
        }
    }

    /**
     * Asked too often.
     *
     * @param limit requests in a minute
     * @param seconds until the next
     */
    record TooManyRequests(int limit, long seconds) implements IdentityRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.TOO_MANY;
        }
    }

    /**
     * Signed in, and not for this.
     *
     * @param duties codes, one of which it takes
     */
    record NotYourDuty(List<String> duties) implements IdentityRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.FORBIDDEN;
        }
    }

    /** The key is not made for this. */
    record KeyOnlyReads() implements IdentityRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.FORBIDDEN;
        }
    }

    record KeyOnlyRecords() implements IdentityRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.FORBIDDEN;
        }
    }

    /**
     * A list of everybody's is shown to nobody.
     *
     * @param parameters one of which says whose
     */
    record SayWhose(List<String> parameters) implements IdentityRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.FORBIDDEN;
        }
    }

    /** The request comes from a page of somebody else's. */
    record FromElsewhere() implements IdentityRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.FORBIDDEN;
        }
    }

    /** Somebody records under a code that is not their own. */
    record NotYourCode(String by, String yours) implements IdentityRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.FORBIDDEN;
        }
    }

    /** The invitation was used, is too old, or never was. */
    record InvitationNotValid() implements IdentityRefusal {}

    record NameTaken() implements IdentityRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.CONFLICT;
        }
    }

    record PasswordTooShort(int length, int limit) implements IdentityRefusal {}

    record PasswordTooLong(int length, int limit) implements IdentityRefusal {}

    /** It is made of what many people use, of rows of keys, of days, or of the name for signing in. */
    record PasswordTooEasy() implements IdentityRefusal {}

    /** Somebody who signs in without a password wants to change it. */
    record NoPassword() implements IdentityRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.CONFLICT;
        }
    }

    record HasThatDuty(String duty) implements IdentityRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.CONFLICT;
        }
    }

    record HasNotThatDuty(String duty) implements IdentityRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.CONFLICT;
        }
    }

    /**
     * Somebody who also works elsewhere: only who runs the service may send them an invitation, since whoever reads it
     * could become them.
     */
    record WorksElsewhereToo() implements IdentityRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.FORBIDDEN;
        }
    }

    record HasLeft() implements IdentityRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.CONFLICT;
        }
    }

    record KeyRevokedBefore() implements IdentityRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.CONFLICT;
        }
    }

    /** The request that issued it was sent again; its secret was shown then and is kept nowhere. */
    record KeyShownOnce(KeyId key) implements IdentityRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.CONFLICT;
        }
    }

    /** A key lives at most so long. */
    record KeyLivesTooLong(OffsetDateTime expiresAt, OffsetDateTime limit) implements IdentityRefusal {}

    /** A duty that no organisation of this kind has. */
    record DutyNotForKind(String duty, OrganisationId organisation) implements IdentityRefusal {}

    /** What the browser sent proves nobody: it was asked for too long ago, or elsewhere, or is no passkey of ours. */
    record PasskeyNotAccepted() implements IdentityRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.UNKNOWN;
        }
    }

    /** What the browser sent makes no passkey: it was asked for too long ago, or elsewhere. */
    record PasskeyNotMade() implements IdentityRefusal {}

    /** Passkeys belong to a name, and this service's address is a number. */
    record PasskeysNeedAName() implements IdentityRefusal {}

    record PasskeyKnown() implements IdentityRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.CONFLICT;
        }
    }

    record TooManyPasskeys(int limit) implements IdentityRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.CONFLICT;
        }
    }

    /** Without it they could not sign in any more. */
    record LastWayIn() implements IdentityRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.CONFLICT;
        }
    }

    /**
     * Who runs the service has signed in by a password alone, and that is not enough (RFC 9470, section 3: asked again,
     * they come back with more).
     */
    record MoreThanAPassword() implements IdentityRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.UNKNOWN;
        }
    }

    /** Without it who runs the service would have a password alone. */
    record LastSecondFactor() implements IdentityRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.CONFLICT;
        }
    }

    /**
     * How one signs in is changed by whoever signed in a moment ago, and not by who finds a phone.
     *
     * @param minutes for which one may, after signing in
     */
    record SignInAgain(long minutes) implements IdentityRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.FORBIDDEN;
        }
    }

    /** The issuer's subject signs in as somebody else here. */
    record SubjectTaken() implements IdentityRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.CONFLICT;
        }
    }

    /** Whom the issuer names is nobody here yet. */
    record SubjectUnknown() implements IdentityRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.FORBIDDEN;
        }
    }

    /** What a browser brought from the issuer answers another question, or is not the issuer's. */
    record IssuerAnswerNotAccepted() implements IdentityRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.FORBIDDEN;
        }
    }

    /**
     * The issuer has to be asked, and does not answer.
     *
     * @param seconds until it is asked again
     */
    record IssuerAway(long seconds) implements IdentityRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.BUSY;
        }
    }
}
