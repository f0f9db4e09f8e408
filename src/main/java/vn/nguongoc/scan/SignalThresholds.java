package vn.nguongoc.scan;

import java.time.Duration;

/**
 * From when on scans are told as a signal. Chosen on generated histories, see docs/scan-signals.md; they are no field
 * data.
 *
 * @param devices more than so many on one unit, counted over days
 * @param devicesBeforeDispatch more than so many before the day of the dispatch: packers try a code, a driver and a
 *     shop scan before the shipment is entered
 * @param dispatchGraceDays so many days before the recorded dispatch still count as its day
 * @param apartKilometres places farther apart than this …
 * @param apartWithin … within this: nobody carries a bag of rice through half the country and has it scanned at both
 *     ends in a day, but a gift does travel in two
 * @param devicesAfterSale more than so many on days after a buyer said to have bought it: households scan again
 * @param burst more unknown serials than so many in a day from one network, for one GTIN: a worn label is typed wrong a
 *     few times
 * @param neutral up to so many sessions the unit's page tells the number in passing
 */
public record SignalThresholds(
        int devices,
        int devicesBeforeDispatch,
        int dispatchGraceDays,
        int apartKilometres,
        Duration apartWithin,
        int devicesAfterSale,
        int burst,
        int neutral) {
    /** What the service goes by. */
    public static final SignalThresholds CHOSEN = new SignalThresholds(10, 6, 1, 300, Duration.ofHours(24), 6, 20, 5);
}
