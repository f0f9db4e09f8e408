package vn.nguongoc.lot;

import java.time.OffsetDateTime;
import java.util.List;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.Refusal;

/** Why a lot says no. */
public sealed interface LotRefusal extends Refusal {

    @Override
    default Kind refusalKind() {
        return Kind.INVALID;
    }

    /** More is asked of the lot than it still holds. */
    record NotEnoughLeft(LotId lot, Mass requested, Mass available) implements LotRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.CONFLICT;
        }
    }

    /** Packed goods leave in whole units. */
    record NotWholeUnits(LotId lot, Mass requested, Mass unit) implements LotRefusal {}

    /** It happened before the lot was there. */
    record BeforeItExisted(LotId lot, OffsetDateTime requested, OffsetDateTime notBefore) implements LotRefusal {}

    record UnknownProduct(String product, List<String> known) implements LotRefusal {}

    /** A packed product needs a GTIN, a lot number, a unit and a best-before date; any other has none. */
    record PackagingDoesNotFit(String product) implements LotRefusal {}

    /** Under this GTIN the number belongs to another lot. */
    record NumberTaken(String gtin, String number) implements LotRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.CONFLICT;
        }
    }

    record UnknownTest(String test, List<String> known) implements LotRefusal {}
}
