package vn.nguongoc.identity;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.identity.Handshakes.Purpose;
import vn.nguongoc.identity.IssuerLogin.Question;
import vn.nguongoc.identity.event.IdentityEvent.CredentialKind;
import vn.nguongoc.identity.event.PersonId;
import vn.nguongoc.shared.Refused;

/**
 * Coming in by an issuer that says who one is. It lets nobody in who was not: a subject is somebody here once they took
 * an invitation with it, or linked it after signing in otherwise.
 */
@Component
public final class IssuerDoor {
    private static final String ERRAND = "errand";
    private static final String ACCOUNT = "/account";

    private final IssuerLogin issuer;
    private final Handshakes handshakes;
    private final Links links;
    private final WaysIn ways;
    private final People people;
    private final SecondFactor factor;
    private final Sessions sessions;
    private final Tries tries;
    private final TrustedIssuer trusted;

    IssuerDoor(
            IssuerLogin issuer,
            Handshakes handshakes,
            Links links,
            WaysIn ways,
            People people,
            SecondFactor factor,
            Sessions sessions,
            Tries tries,
            TrustedIssuer trusted) {
        this.issuer = issuer;
        this.handshakes = handshakes;
        this.links = links;
        this.ways = ways;
        this.people = people;
        this.factor = factor;
        this.sessions = sessions;
        this.tries = tries;
        this.trusted = trusted;
    }

    /** What a browser goes to the issuer for. */
    private enum Errand {
        SIGN_IN,
        JOIN,
        LINK
    }

    /** @param browser what the browser holds until it comes back; {@code at} is where it is sent to */
    public record Asked(Secret browser, URI at) {}

    /** @param session to begin; null where one goes on */
    public record Answered(@Nullable Secret session, String to) {}

    /** The host that people know it by; nothing if nobody signs in there. */
    public Optional<String> host() {
        return Optional.ofNullable(trusted.settings().issuer())
                .filter(it -> issuer.isThere())
                .map(URI::getHost);
    }

    /** @param to path of this service to go on to */
    public Asked askToSignIn(String to, String network) {
        tries.takeFrom(network);
        return ask(new Document(ERRAND, Errand.SIGN_IN.name()).append("to", to));
    }

    /** So that an invited person needs no password. */
    public Asked askToJoin(Secret invitation, String network) {
        tries.takeFrom(network);
        return ask(new Document(ERRAND, Errand.JOIN.name()).append("invitation", invitation.digest()));
    }

    /** @param person who has just signed in */
    public Asked askToLink(PersonId person) {
        return ask(new Document(ERRAND, Errand.LINK.name()).append("person", person.value()));
    }

    private Asked ask(Document errand) {
        var question = Question.fresh();
        var at = issuer.address(question);
        errand.append("state", question.state())
                .append("nonce", question.nonce())
                .append("verifier", question.verifier());
        return new Asked(handshakes.begin(Purpose.ASK_ISSUER, errand), at);
    }

    /**
     * Lets in who comes back, or links them.
     *
     * @param answer parameters that the browser came back with
     * @param shown the invitation and the session that the browser holds
     * @throws Refused if the answer is no good, or nobody here is its subject
     */
    public Answered answer(Secret browser, Map<String, List<String>> answer, Shown shown, String network) {
        var asked = handshakes.take(Purpose.ASK_ISSUER, browser).orElseThrow(IssuerLogin::notAccepted);
        var subject = issuer.subject(
                new Question(asked.getString("state"), asked.getString("nonce"), asked.getString("verifier")), answer);
        return switch (Errand.valueOf(asked.getString(ERRAND))) {
            case SIGN_IN -> begun(person(subject), asked.getString("to"), network);
            case JOIN -> joined(asked, subject, shown, network);
            case LINK -> linked(asked, subject, shown);
        };
    }

    /** What a browser holds; what opens nothing where it holds none. */
    public record Shown(Secret invitation, Secret session) {}

    /** @throws Refused if nobody here is this subject */
    PersonId person(Subject subject) {
        return links.person(subject).orElseThrow(() -> new Refused(new IdentityRefusal.SubjectUnknown()));
    }

    private Answered begun(PersonId person, String to, String network) {
        tries.giveBackTo(network);
        return new Answered(sessions.begin(person, CredentialKind.ISSUER), to);
    }

    private Answered joined(Document asked, Subject subject, Shown shown, String network) {
        if (!shown.invitation().digest().equals(asked.getString("invitation"))) {
            throw IssuerLogin.notAccepted();
        }
        return begun(people.join(shown.invitation(), subject), ACCOUNT, network);
    }

    private Answered linked(Document asked, Subject subject, Shown shown) {
        var person = factor.whoMayChange(shown.session());
        if (!person.value().equals(asked.getString("person"))) {
            throw IssuerLogin.notAccepted();
        }
        links.set(subject, person);
        try {
            ways.tellSet(person, CredentialKind.ISSUER);
        } catch (Refused e) {
            links.erase(person); // who has left meanwhile
            throw e;
        }
        return new Answered(null, ACCOUNT);
    }

    /** @throws Refused if there is no link, or it is the last way in, or the last that is enough */
    public void unlink(PersonId person) {
        var had = ways.of(person);
        if (!had.issuer()) {
            throw new Refused(new LogRefusal.NotFound(person.value()));
        }
        factor.refuseToLeave(person, new WaysIn.Ways(had.password(), had.passkeys(), false));
        links.erase(person);
        ways.tellRemoved(person, CredentialKind.ISSUER);
    }
}
