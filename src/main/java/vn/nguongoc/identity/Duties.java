package vn.nguongoc.identity;

import org.jspecify.annotations.Nullable;
import vn.nguongoc.identity.event.Duty;
import vn.nguongoc.organisation.event.PartnerKind;

/** Which duties there are in which kind of organisation. */
final class Duties {
    private Duties() {}

    /** @param kind of a partner; null for a cooperative */
    static boolean fit(Duty duty, @Nullable PartnerKind kind) {
        return switch (duty) {
            case MANAGER -> true;
            case RECORDER -> kind == null;
            case OPERATOR -> kind == null || holdsGoods(kind);
            case CARRIER -> kind == null || kind == PartnerKind.CARRIER;
            case LABORATORY -> kind == PartnerKind.LABORATORY;
            case CERTIFIER -> kind == PartnerKind.CERTIFIER;
            case ADMINISTRATOR, INSPECTOR -> false;
        };
    }

    private static boolean holdsGoods(PartnerKind kind) {
        return switch (kind) {
            case PROCESSOR, TRADER, CARRIER, RETAILER -> true;
            case LABORATORY, CERTIFIER, INSPECTOR -> false;
        };
    }
}
