package vn.nguongoc.identity.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Refusal;

/**
 * A duty and how far it reaches.
 *
 * @param organisation for which it is done; absent for administrators and inspectors
 * @param wards codes of an inspector's wards, sorted; empty for everybody else
 */
public record Grant(
        Duty duty,
        @Nullable OrganisationId organisation,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> wards) {

    /** @throws IllegalArgumentException if the duty is given further or less far than its kind reaches */
    public Grant {
        wards = wards == null ? List.of() : wards.stream().distinct().sorted().toList();
        if (duty.isForAnOrganisation() != (organisation != null)) {
            throw new Refusal.WrongForm(
                    duty.isForAnOrganisation() ? "duty-needs-organisation" : "duty-without-organisation");
        }
        if ((duty == Duty.INSPECTOR) == wards.isEmpty()) {
            throw new Refusal.WrongForm(duty == Duty.INSPECTOR ? "duty-needs-wards" : "duty-without-wards");
        }
    }

    /** For an organisation. */
    public static Grant of(Duty duty, OrganisationId organisation) {
        return new Grant(duty, organisation, List.of());
    }

    /** The duty of those who run the service. */
    public static Grant administrator() {
        return new Grant(Duty.ADMINISTRATOR, null, List.of());
    }

    /** To look at everything in these wards. */
    public static Grant inspector(List<String> wards) {
        return new Grant(Duty.INSPECTOR, null, wards);
    }
}
