package vn.nguongoc.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.catalogue.ActivityKind.Effect;
import vn.nguongoc.plot.event.PlotEvent.ActivityCorrected;
import vn.nguongoc.plot.event.PlotEvent.CropHarvested;
import vn.nguongoc.plot.event.PlotEvent.CycleOpened;
import vn.nguongoc.plot.event.PlotEvent.HarvestAuthorised;
import vn.nguongoc.plot.event.PlotEvent.HarvestCorrected;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.Vietnam;

/**
 * What a plot remembers of one cycle to judge what comes next: what was done, what was taken off. All figures are
 * worked out from these, so that a correction changes them all. What no rule asks for again, the thousands of feedings
 * and inspections, is not remembered but looked up in the {@link Diary}. Longer than most files: half of it is how each
 * event changes it.
 *
 * @param begins where in the log
 * @param seed meant for this plot, and once the cycle is closed what it used of it
 * @param latest when the latest of all that was recorded of it happened
 */
record CropCycle(
        int number,
        String product,
        Beginning begins,
        OffsetDateTime openedAt,
        Seed seed,
        List<Deed> deeds,
        List<Taking> takings,
        List<Authorisation> authorisations,
        Legacy legacy,
        OffsetDateTime latest,
        @Nullable OffsetDateTime closedAt) {

    CropCycle {
        deeds = List.copyOf(deeds);
        takings = List.copyOf(takings);
        authorisations = List.copyOf(authorisations);
    }

    /**
     * Where the log begins to tell of a cycle.
     *
     * @param sequence of its opening among the events of the plot
     * @param activities how many were recorded on the plot before
     */
    record Beginning(long sequence, int activities) {}

    /**
     * @param lot absent for what stands for years
     * @param mass of what is sown
     * @param pieces of what is stocked
     */
    record Seed(@Nullable String lot, Mass mass, long pieces) {}

    /** A harvest. */
    record Taking(LotId lot, Mass quantity, long animals, OffsetDateTime at) {}

    /** One person's word that the crop may be harvested early. */
    record Authorisation(String by, LocalDate on) {}

    static CropCycle of(CycleOpened event, Beginning begins, @Nullable CropCycle previous) {
        return new CropCycle(
                event.cycle(),
                event.product(),
                begins,
                event.happenedAt(),
                new Seed(
                        event.seedLot(),
                        Objects.requireNonNullElse(event.seed(), Mass.ZERO),
                        zeroIfAbsent(event.pieces())),
                List.of(),
                List.of(),
                List.of(),
                Legacy.of(previous, event.happenedAt(), event.seedLot() != null),
                event.happenedAt(),
                null);
    }

    // ---- what has happened

    /** With this activity, or with it as it is now in place of what was told of it. */
    CropCycle with(Deed deed) {
        var until = later(latest, deed.at());
        if (!deed.isAskedAgain()) {
            return with(deeds, takings, authorisations, until);
        }
        var all = deed(deed.number()).isPresent()
                ? each(deeds, it -> it.number() == deed.number() ? deed : it)
                : plus(deeds, deed);
        return with(all, takings, authorisations, until);
    }

    CropCycle without(int activity) {
        return with(deeds.stream().filter(it -> it.number() != activity).toList(), takings, authorisations, latest);
    }

    CropCycle with(ActivityCorrected event) {
        var to = event.fields();
        return to == null
                ? without(event.number())
                : deed(event.number())
                        .map(wrong -> with(wrong.corrected(event, to)))
                        .orElse(this);
    }

    CropCycle with(HarvestAuthorised event) {
        var word = new Authorisation(event.by(), Vietnam.day(event.happenedAt()));
        return with(deeds, takings, plus(authorisations, word), latest);
    }

    CropCycle with(CropHarvested event) {
        var taking = new Taking(event.lot(), event.quantity(), zeroIfAbsent(event.animals()), event.happenedAt());
        return with(deeds, plus(takings, taking), authorisations, later(latest, event.happenedAt()));
    }

    CropCycle with(HarvestCorrected event) {
        var all = each(
                takings,
                it -> it.lot().equals(event.lot())
                        ? new Taking(it.lot(), event.quantity(), zeroIfAbsent(event.animals()), it.at())
                        : it);
        return with(deeds, all, authorisations, latest);
    }

    private CropCycle with(List<Deed> done, List<Taking> taken, List<Authorisation> words, OffsetDateTime until) {
        return new CropCycle(number, product, begins, openedAt, seed, done, taken, words, legacy, until, closedAt);
    }

    /** This cycle, knowing what the one before it is now known to have left. */
    CropCycle after(CropCycle previous) {
        return new CropCycle(
                number,
                product,
                begins,
                openedAt,
                seed,
                deeds,
                takings,
                authorisations,
                Legacy.of(previous, openedAt, seed.lot() != null),
                latest,
                closedAt);
    }

    /** What it did not use of its seed goes back to the lot, and is not this cycle's any more. */
    CropCycle closed(OffsetDateTime at) {
        var used = new Seed(seed.lot(), sown(), stocked());
        return new CropCycle(
                number, product, begins, openedAt, used, deeds, takings, authorisations, legacy, later(latest, at), at);
    }

    private static <T> List<T> plus(List<T> list, T more) {
        var all = new ArrayList<>(list);
        all.add(more);
        return all;
    }

    private static <T> List<T> each(List<T> list, UnaryOperator<T> change) {
        return list.stream().map(change).toList();
    }

    private static OffsetDateTime later(OffsetDateTime one, OffsetDateTime other) {
        return one.isBefore(other) ? other : one;
    }

    private static long zeroIfAbsent(@Nullable Long number) {
        return number == null ? 0 : number;
    }

    // ---- what follows from it

    Optional<Deed> deed(int numbered) {
        return deeds.stream().filter(it -> it.number() == numbered).findFirst();
    }

    Optional<Taking> taking(LotId lot) {
        return takings.stream().filter(it -> it.lot().equals(lot)).findFirst();
    }

    Stream<Deed> deedsUntil(OffsetDateTime at) {
        return deeds.stream().filter(it -> !it.at().isAfter(at));
    }

    Mass sown() {
        return Mass.sum(deeds.stream().map(Deed::sown).toList());
    }

    Mass seedLeft() {
        return seed.mass().minus(sown());
    }

    long stocked() {
        return deeds.stream().mapToLong(Deed::stocked).sum();
    }

    long piecesLeft() {
        return seed.pieces() - stocked();
    }

    /** Animals of the stock that was there then which can still live; destruction ends a stock. */
    long alive(OffsetDateTime then) {
        return stocked(then) - gone(then);
    }

    /** Of the stock that was there then. */
    long stocked(OffsetDateTime then) {
        var stock = stock(then);
        return deeds.stream()
                .filter(it -> stock(it.at()) == stock)
                .mapToLong(Deed::stocked)
                .sum();
    }

    /** Of the stock that was there then: all that died or were taken. */
    long gone(OffsetDateTime then) {
        var stock = stock(then);
        var died = deeds.stream().filter(it -> stock(it.at()) == stock).mapToLong(Deed::died);
        var taken = takings.stream().filter(it -> stock(it.at()) == stock).mapToLong(Taking::animals);
        return died.sum() + taken.sum();
    }

    /** Which stock was there then: how many were destroyed before it. */
    private long stock(OffsetDateTime then) {
        return deedsUntil(then).filter(it -> it.effect() == Effect.DESTROYS).count();
    }

    Mass harvested() {
        return Mass.sum(takings.stream().map(Taking::quantity).toList());
    }

    /** Kilograms of feed for each kilogram harvested; absent where there was none of either. */
    @Nullable
    BigDecimal feedConversion(Mass fed) {
        return fed.isZero() || harvested().isZero()
                ? null
                : BigDecimal.valueOf(fed.grams())
                        .divide(BigDecimal.valueOf(harvested().grams()), 2, RoundingMode.HALF_UP);
    }

    /** Nitrogen given so far, kg/ha. */
    BigDecimal nitrogen() {
        return deeds.stream().map(Deed::nitrogen).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The first sowing or stocking. */
    Optional<OffsetDateTime> plantedAt() {
        return planting().min(Comparator.naturalOrder());
    }

    Optional<OffsetDateTime> lastPlantedAt() {
        return planting().max(Comparator.naturalOrder());
    }

    private Stream<OffsetDateTime> planting() {
        return deeds.stream()
                .filter(it -> it.effect() == Effect.SOWS || it.effect() == Effect.STOCKS)
                .map(Deed::at);
    }

    /** All that keeps or kept a harvest waiting. */
    Stream<Wait> waits() {
        return Stream.concat(legacy.waits().stream(), deeds.stream().flatMap(Wait::after));
    }

    /** Uses of banned substances that are in what grows. */
    Stream<Deed> banned() {
        return Stream.concat(legacy.banned().stream(), deeds.stream().filter(Deed::banned));
    }

    /** What is in the pond, if anything was. */
    Optional<Illness> illness() {
        return Illness.after(legacy.illness(), deeds.stream());
    }

    /** What was in the pond then. */
    Optional<Illness> illness(OffsetDateTime then) {
        return Illness.after(legacy.illness(), deedsUntil(then));
    }
}
