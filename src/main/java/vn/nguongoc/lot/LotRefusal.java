package vn.nguongoc.lot;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import vn.nguongoc.lot.event.HoldCause;
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

    /** No thermometer shows that. */
    record NotMeasurable(BigDecimal requested, BigDecimal limit, String source) implements LotRefusal {}

    record UnknownTest(String test, List<String> known) implements LotRefusal {}

    /** While a lot is held back nothing leaves it but to be tested or destroyed. */
    record OnHold(LotId lot, String hold, HoldCause cause, String reason, OffsetDateTime since) implements LotRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.CONFLICT;
        }
    }

    /** Nothing of that name holds the lot back. */
    record NoSuchHold(LotId lot, String hold, List<String> holds) implements LotRefusal {}

    /** A recall or a banned substance holds a lot for good. */
    record HeldForGood(LotId lot, String hold, HoldCause cause) implements LotRefusal {}

    /** Nobody approves what they proposed themselves. */
    record SecondPersonNeeded(String hold, String person) implements LotRefusal {}

    /** A hold ends after it began, and is approved after it was proposed. */
    record BeforeTheHold(LotId lot, String hold, OffsetDateTime requested, OffsetDateTime notBefore)
            implements LotRefusal {}

    /** The hold ends only after the lot passed this test. */
    record PassNeeded(LotId lot, String test, LocalDate notBefore) implements LotRefusal {}

    record UnknownMarket(String market, List<String> known) implements LotRefusal {}

    /**
     * The market is closed to these goods: a residue above its limit, or a substance that nobody looked for.
     *
     * @param because the substances, in one text
     * @param limitsMilligramsPerKilogram what may be left of them there, in the same order, as far as a limit is known
     */
    record MarketClosed(
            LotId lot,
            String market,
            String because,
            List<BigDecimal> limitsMilligramsPerKilogram,
            List<String> sources)
            implements LotRefusal {}

    /** Goods of this kind do not get into that market without these claims. */
    record ClaimsMissing(LotId lot, String market, List<String> missing, List<String> sources) implements LotRefusal {}

    /** The lot cannot have weighed less than what was taken from it. */
    record LessThanWasDrawn(LotId lot, Mass requested, Mass drawn) implements LotRefusal {}

    /** The quantity came from another record, which is the one to correct. */
    record CorrectedElsewhere(LotId lot, String origin) implements LotRefusal {}

    /** A correction that changes nothing. */
    record NothingToCorrect(LotId lot) implements LotRefusal {}

    /** More arrived than was sent, by more than scales are apart. */
    record MoreThanWasSent(LotId lot, Mass received, Mass sent, BigDecimal tolerancePercent, String source)
            implements LotRefusal {}
}
