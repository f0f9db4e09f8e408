package vn.nguongoc.identity;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.identity.event.Duty;
import vn.nguongoc.identity.event.Grant;
import vn.nguongoc.identity.event.Verb;
import vn.nguongoc.shared.OrganisationId;

/**
 * What somebody may do now.
 *
 * @param actor id of the person or the key, as the record names who recorded
 * @param code what the record calls a person; a key has none and may say whose work it enters
 * @param grants their duties; none for who has left
 * @param verbs whether they may read and record
 */
public record Rights(String actor, @Nullable String code, List<Grant> grants, Set<Verb> verbs) {

    public Rights {
        grants = List.copyOf(grants);
        verbs = Set.copyOf(verbs);
    }

    /** A person reads and records as far as their duties go. */
    static Rights ofPerson(String actor, String code, List<Grant> grants) {
        return new Rights(actor, code, grants, EnumSet.allOf(Verb.class));
    }

    /** Whether this duty is theirs, for any organisation or none. */
    public boolean has(Duty duty) {
        return grants.stream().anyMatch(it -> it.duty() == duty);
    }

    /** Whether one of these duties is theirs for this organisation. */
    public boolean has(Set<Duty> duties, OrganisationId organisation) {
        return grants.stream().anyMatch(it -> duties.contains(it.duty()) && organisation.equals(it.organisation()));
    }

    /** Whether they do anything for this organisation. */
    public boolean actsFor(OrganisationId organisation) {
        return grants.stream().anyMatch(it -> organisation.equals(it.organisation()));
    }

    /** The organisations that they do something for. */
    public Set<OrganisationId> organisations() {
        return grants.stream()
                .flatMap(it -> Stream.ofNullable(it.organisation()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether they inspect this ward. */
    public boolean inspects(@Nullable String ward) {
        return ward != null && grants.stream().anyMatch(it -> it.wards().contains(ward));
    }
}
