package vn.nguongoc.organisation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.organisation.event.PartnerKind;

/** What an organisation may take part as. */
public enum Role {
    /** Has plots and harvests. */
    COOPERATIVE,
    /** May hold lots. */
    HOLDER,
    /** Tests goods and says what it found. */
    LABORATORY;

    private static final String A_COOPERATIVE = "cooperative";

    /** The codes of the kinds that have it. */
    List<String> kinds() {
        return switch (this) {
            case COOPERATIVE -> List.of(A_COOPERATIVE);
            case HOLDER ->
                List.of(
                        A_COOPERATIVE,
                        PartnerKind.PROCESSOR.code(),
                        PartnerKind.TRADER.code(),
                        PartnerKind.CARRIER.code(),
                        PartnerKind.RETAILER.code());
            case LABORATORY -> List.of(PartnerKind.LABORATORY.code());
        };
    }

    /** The code of a partner's kind, or of a cooperative, which has none. */
    static String code(@Nullable PartnerKind kind) {
        return kind == null ? A_COOPERATIVE : kind.code();
    }
}
