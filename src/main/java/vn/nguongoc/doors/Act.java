package vn.nguongoc.doors;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.identity.IdentityRefusal;
import vn.nguongoc.identity.Rights;
import vn.nguongoc.identity.event.Duty;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Refused;

/**
 * What a command takes of whoever sends it.
 *
 * @param organisation that it is done for; absent if it is done for none
 * @param duties one of which it takes, for that organisation
 * @param by code of the person whose act it is; absent where the record keeps none
 */
record Act(
        @Nullable OrganisationId organisation,
        Set<Duty> duties,
        @Nullable String by) {

    static Act of(OrganisationId organisation, Set<Duty> duties) {
        return new Act(organisation, duties, null);
    }

    static Act of(OrganisationId organisation, Set<Duty> duties, @Nullable String by) {
        return new Act(organisation, duties, by);
    }

    /** For no organisation. */
    static Act ofThose(Set<Duty> duties) {
        return new Act(null, duties, null);
    }

    /**
     * Somebody else's organisation is not there; in one's own, one hears which duty it takes.
     *
     * @throws Refused if these rights do not reach so far
     */
    void require(Rights rights) {
        if (!reaches(rights)) {
            throw new Refused(
                    organisation == null || rights.actsFor(organisation)
                            ? new IdentityRefusal.NotYourDuty(
                                    duties.stream().sorted().map(Duty::code).toList())
                            : new LogRefusal.NotFound(organisation.value()));
        }
        var code = rights.code();
        if (by != null && code != null && !by.equals(code)) {
            throw new Refused(new IdentityRefusal.NotYourCode(by, code));
        }
    }

    private boolean reaches(Rights rights) {
        return ofNoOrganisation().stream().anyMatch(rights::has)
                || (organisation != null && rights.has(duties, organisation));
    }

    /** Those of its duties that reach everywhere. */
    private List<Duty> ofNoOrganisation() {
        return duties.stream()
                .filter(it -> organisation == null || !it.isForAnOrganisation())
                .toList();
    }
}
