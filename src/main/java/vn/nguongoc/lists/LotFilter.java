package vn.nguongoc.lists;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.shared.Gs1;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.view.LotStatus;

/**
 * Which lots are looked for; what is absent is not asked.
 *
 * @param holder who holds the lot: a cooperative or a partner
 * @param product code of the catalogue
 * @param ward code of a ward that it, or some of what it was made of, grew in
 * @param season that it, or some of what it was made of, grew in: {@code dong-xuan-2026}, or {@code dong-xuan} of any
 *     year
 * @param certificate a claim that all of it carries: {@code vietgap}, {@code growing-area/us}
 * @param from first day on which it may have begun, in Vietnam
 * @param to last such day
 * @param gtin 14 digits: goods that are sold under it
 * @param text words of its label, lot number, product, holder or plot, each of which it must have, with or without
 *     marks; the last one may be only begun
 */
public record LotFilter(
        @Nullable OrganisationId holder,
        @Nullable String product,
        @Nullable String ward,
        @Nullable String season,
        @Nullable LotStatus status,
        @Nullable String certificate,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String gtin,
        @Nullable String text) {
    /** Every lot there is. */
    public static final LotFilter ALL = new LotFilter(null, null, null, null, null, null, null, null, null, null);

    /** What is sold under a GTIN. */
    public static LotFilter ofGoods(Gs1 gtin) {
        return new LotFilter(null, null, null, null, null, null, null, null, gtin.asGtin14(), null);
    }

    /** What has these words. */
    public static LotFilter ofText(String text) {
        return new LotFilter(null, null, null, null, null, null, null, null, null, text);
    }
}
