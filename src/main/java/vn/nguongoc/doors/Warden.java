package vn.nguongoc.doors;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.generations.HistoryProgress;
import vn.nguongoc.identity.IdentityRefusal;
import vn.nguongoc.identity.Rights;
import vn.nguongoc.identity.event.Duty;
import vn.nguongoc.identity.event.Verb;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.web.WebRefusal;

/** Says of each request whether it may go on, from the table of {@link Routes}. */
@Component
final class Warden {
    private static final Map<String, Access> TABLE = table();

    private static final Pattern POSITION = Pattern.compile("\\d{1,18}");
    private static final String AFTER = "after";

    private final Sight sight;
    private final HistoryProgress progress;

    Warden(Sight sight, HistoryProgress progress) {
        this.sight = sight;
        this.progress = progress;
    }

    private static Map<String, Access> table() {
        var table = new HashMap<String, Access>();
        for (var route : Routes.ALL) {
            if (table.put(route.toString(), route.access()) != null) {
                throw new IllegalStateException("two lines for " + route);
            }
        }
        return table;
    }

    /** What an address takes; null if it has no line. */
    static @Nullable Access access(String method, String pattern) {
        var asked = method.equals(HttpMethod.HEAD.name()) ? HttpMethod.GET.name() : method;
        return TABLE.getOrDefault(asked + " " + pattern, TABLE.get("ANY " + pattern));
    }

    /**
     * @param pattern of the controller that would answer
     * @param rights of whoever asks; null if nobody knows who
     * @param named what the request calls a variable of its address or a parameter; null if it does not
     * @throws Refused if it may not go on
     */
    void require(String method, String pattern, @Nullable Rights rights, Named named) {
        switch (access(method, pattern)) {
            case null -> throw nothing(pattern);
            case Access.Everybody it -> {}
            case Access.Anybody it -> signedIn(rights);
            case Access.WhoRunsIt it -> requireDuty(signedIn(rights), Duty.ADMINISTRATOR);
            case Access.Recording it -> requireVerb(signedIn(rights), Verb.RECORD, new IdentityRefusal.KeyOnlyReads());
            case Access.Practising it -> requireBothVerbs(signedIn(rights));
            case Access.Heading it -> requireHead(String.valueOf(named.named(it.variable())), signedIn(rights), named);
            case Access.Seeing it -> requireSight(List.of(it), signedIn(rights), named);
            case Access.SeeingOne it -> requireSight(it.alternatives(), signedIn(rights), named);
        }
    }

    private static Refused nothing(String pattern) {
        return new Refused(new WebRefusal.NothingHere(pattern));
    }

    private static Rights signedIn(@Nullable Rights rights) {
        if (rights == null) {
            throw new Refused(new IdentityRefusal.NotSignedIn());
        }
        return rights;
    }

    /** What a request calls something. */
    interface Named {
        @Nullable
        String named(String variable);
    }

    private static void requireDuty(Rights rights, Duty duty) {
        if (!rights.has(duty)) {
            throw new Refused(new IdentityRefusal.NotYourDuty(List.of(duty.code())));
        }
    }

    private static void requireVerb(Rights rights, Verb verb, IdentityRefusal otherwise) {
        if (!rights.verbs().contains(verb)) {
            throw new Refused(otherwise);
        }
    }

    private static void requireBothVerbs(Rights rights) {
        requireVerb(rights, Verb.RECORD, new IdentityRefusal.KeyOnlyReads());
        requireVerb(rights, Verb.READ, new IdentityRefusal.KeyOnlyRecords());
    }

    private void requireSight(List<Access.Seeing> alternatives, Rights rights, Named named) {
        requireVerb(rights, Verb.READ, new IdentityRefusal.KeyOnlyRecords());
        awaitSeen(named.named(AFTER));
        for (var seeing : alternatives) {
            var name = named.named(seeing.variable());
            if (name != null) {
                requireSight(seeing.kind(), name, rights);
                return;
            }
        }
        throw new Refused(new IdentityRefusal.SayWhose(
                alternatives.stream().map(Access.Seeing::variable).toList()));
    }

    private void requireHead(String organisation, Rights rights, Named named) {
        requireVerb(rights, Verb.READ, new IdentityRefusal.KeyOnlyRecords());
        awaitSeen(named.named(AFTER));
        requireSight(Access.Kind.ORGANISATION, organisation, rights);
        if (!rights.has(Duty.ADMINISTRATOR) && !rights.has(Set.of(Duty.MANAGER), new OrganisationId(organisation))) {
            throw new Refused(new IdentityRefusal.NotYourDuty(List.of(Duty.MANAGER.code())));
        }
    }

    /** Who has just recorded something is to see it; what is no position the controller refuses. */
    private void awaitSeen(@Nullable String after) {
        if (after != null && POSITION.matcher(after).matches()) {
            progress.awaitSeen(Long.parseLong(after));
        }
    }

    /** What one does not see answers like what is not there. */
    private void requireSight(Access.Kind kind, String name, Rights rights) {
        if (!sight.sees(rights, kind, name)) {
            throw new Refused(new LogRefusal.NotFound(name));
        }
    }
}
