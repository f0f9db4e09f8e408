package vn.nguongoc.catalogue;

/**
 * The numbers that belong to no product, step or substance.
 *
 * @param lateEntryHours from here on an entry is late
 * @param unconfirmedDays a hand-over that nobody confirmed for so long is pointed out
 * @param pathogenTestDays how old the test of post-larvae may be when they are stocked
 * @param preHarvestTestDays how old the residue test before a harvest may be, for export
 * @param daysAfterDisinfection before a pond that was diseased or destroyed may be harvested
 * @param salinityAtSowing in ‰, below which rice may be sown
 * @param germination of seed, in per cent
 * @param warmestCelsius of what is frozen
 * @param measurableCelsius what a thermometer at a lot can show at all: beyond it is a typing error
 * @param warmMinutes how long it may be warmer
 * @param receiptPercent how much more than was sent may be received: what scales are apart
 * @param transitLossPercent lost on the way
 */
public record Thresholds(
        Figure lateEntryHours,
        Figure unconfirmedDays,
        Figure pathogenTestDays,
        Figure preHarvestTestDays,
        Figure daysAfterDisinfection,
        Figure salinityAtSowing,
        Limits germination,
        Figure warmestCelsius,
        Limits measurableCelsius,
        Figure warmMinutes,
        Figure receiptPercent,
        Limits transitLossPercent) {}
