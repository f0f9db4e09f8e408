package vn.nguongoc.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * An active ingredient.
 *
 * @param preHarvestDays days between the last spray and the harvest; absent where no interval applies
 */
public record Substance(
        String active,
        @Nullable Integer preHarvestDays,
        @Nullable String note) {

    public int days() {
        return preHarvestDays == null ? 0 : preHarvestDays;
    }
}
