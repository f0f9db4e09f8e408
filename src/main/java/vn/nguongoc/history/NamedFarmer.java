package vn.nguongoc.history;

import org.jspecify.annotations.Nullable;
import vn.nguongoc.farmer.event.ErasureCause;
import vn.nguongoc.shared.OrganisationId;

/**
 * A farmer as far as they agreed to be named.
 *
 * @param organisation that knows them by {@code code}
 * @param name absent if they did not agree, or were erased
 * @param erased why nobody can tell any more; absent if they were not erased
 */
public record NamedFarmer(
        OrganisationId organisation,
        String code,
        @Nullable String name,
        @Nullable ErasureCause erased) {

    /** Tells nothing of the person. */
    @Override
    public String toString() {
        return "NamedFarmer[" + organisation + "/" + code + "]";
    }
}
