package vn.nguongoc.plot;

import java.math.BigDecimal;
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

/**
 * What a plot remembers of one cycle to judge what comes next: what was done, what was taken off. All figures are
 * worked out from these, so that a correction changes them all.
 *
 * @param seed meant for this plot, of what is sown
 * @param pieces meant for this plot, of what is stocked
 * @param before what the cycle before it left waiting
 * @param illness what the cycle before it left in the pond
 * @param latest when the latest of all that was recorded of it happened
 */
record CropCycle(
        int number,
        String product,
        OffsetDateTime openedAt,
        @Nullable String seedLot,
        Mass seed,
        long pieces,
        List<Deed> deeds,
        List<Taking> takings,
        List<Authorisation> authorisations,
        @Nullable Wait before,
        @Nullable Illness illness,
        OffsetDateTime latest,
        @Nullable OffsetDateTime closedAt) {

    CropCycle {
        deeds = List.copyOf(deeds);
        takings = List.copyOf(takings);
        authorisations = List.copyOf(authorisations);
    }

    /** No harvest before this day, because this active ingredient was used on that day. */
    record Wait(LocalDate harvestFrom, String active, LocalDate usedOn) {}

    /** A pond that was diseased or whose stock was destroyed; {@code disinfectedOn} is absent until it was. */
    record Illness(
            String because, LocalDate since, @Nullable LocalDate disinfectedOn) {}

    /** A harvest. */
    record Taking(LotId lot, Mass quantity, long animals, OffsetDateTime at) {}

    /** One person's word that the crop may be harvested early. */
    record Authorisation(String by, LocalDate on) {}

    static CropCycle of(CycleOpened event, @Nullable CropCycle previous) {
        return new CropCycle(
                event.cycle(),
                event.product(),
                event.happenedAt(),
                event.seedLot(),
                Objects.requireNonNullElse(event.seed(), Mass.ZERO),
                event.pieces() == null ? 0 : event.pieces(),
                List.of(),
                List.of(),
                List.of(),
                previous == null ? null : previous.waiting().orElse(null),
                previous == null ? null : previous.ill().orElse(null),
                event.happenedAt(),
                null);
    }

    // ---- what has happened

    CropCycle with(Deed deed) {
        return with(plus(deeds, deed), takings, authorisations, later(latest, deed.at()));
    }

    CropCycle with(ActivityCorrected event) {
        var to = event.fields();
        var all = to == null
                ? deeds.stream().filter(it -> it.number() != event.number()).toList()
                : each(deeds, it -> it.number() == event.number() ? it.corrected(event, to) : it);
        return with(all, takings, authorisations, latest);
    }

    CropCycle with(HarvestAuthorised event) {
        var all = plus(
                authorisations, new Authorisation(event.by(), event.happenedAt().toLocalDate()));
        return with(deeds, takings, all, latest);
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

    /** This cycle, knowing what the one before it is now known to have left. */
    CropCycle after(@Nullable CropCycle previous) {
        return previous == null
                ? this
                : new CropCycle(
                        number,
                        product,
                        openedAt,
                        seedLot,
                        seed,
                        pieces,
                        deeds,
                        takings,
                        authorisations,
                        previous.waiting().orElse(null),
                        previous.ill().orElse(null),
                        latest,
                        closedAt);
    }

    private static long zeroIfAbsent(@Nullable Long number) {
        return number == null ? 0 : number;
    }

    CropCycle closed(OffsetDateTime at) {
        return new CropCycle(
                number,
                product,
                openedAt,
                seedLot,
                seed,
                pieces,
                deeds,
                takings,
                authorisations,
                before,
                illness,
                latest,
                at);
    }

    private CropCycle with(
            List<Deed> nowDeeds,
            List<Taking> nowTakings,
            List<Authorisation> nowAuthorisations,
            OffsetDateTime nowLatest) {
        return new CropCycle(
                number,
                product,
                openedAt,
                seedLot,
                seed,
                pieces,
                nowDeeds,
                nowTakings,
                nowAuthorisations,
                before,
                illness,
                nowLatest,
                closedAt);
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

    // ---- what follows from it

    Optional<Deed> deed(int numbered) {
        return deeds.stream().filter(it -> it.number() == numbered).findFirst();
    }

    Mass seedLeft() {
        return seed.minus(Mass.sum(deeds.stream().map(Deed::sown).toList()));
    }

    long piecesLeft() {
        return pieces - stocked();
    }

    long stocked() {
        return deeds.stream().mapToLong(Deed::stocked).sum();
    }

    /** Animals that can still be in the pond. */
    long alive() {
        return stocked()
                - deeds.stream().mapToLong(Deed::died).sum()
                - takings.stream().mapToLong(Taking::animals).sum();
    }

    Mass harvested() {
        return Mass.sum(takings.stream().map(Taking::quantity).toList());
    }

    Mass fed() {
        return Mass.sum(deeds.stream().map(Deed::fed).toList());
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

    /** What keeps the harvest waiting longest. */
    Optional<Wait> waiting() {
        return Stream.concat(Stream.ofNullable(before), deeds.stream().flatMap(CropCycle::waitAfter))
                .max(Comparator.comparing(Wait::harvestFrom));
    }

    private static Stream<Wait> waitAfter(Deed deed) {
        var from = deed.harvestFrom();
        return from == null ? Stream.empty() : Stream.of(new Wait(from, deed.active(), deed.day()));
    }

    /** Whether two people said since that day that it may be harvested, and a laboratory passed it. */
    boolean isAuthorisedSince(LocalDate day) {
        var people = authorisations.stream()
                .filter(it -> !it.on().isBefore(day))
                .map(Authorisation::by)
                .distinct()
                .count();
        return people >= 2 && tests().anyMatch(it -> it.passed() && !it.day().isBefore(day));
    }

    Stream<Deed> tests() {
        return deeds.stream().filter(it -> it.effect() == Effect.TESTS);
    }

    /** What is in the pond, if anything was. */
    Optional<Illness> ill() {
        @Nullable Illness now = illness;
        for (var deed : deeds.stream().sorted(Comparator.comparing(Deed::at)).toList()) {
            now = switch (deed.effect()) {
                case SICKENS, DESTROYS -> new Illness(deed.kind(), deed.day(), null);
                case DISINFECTS -> now == null ? null : new Illness(now.because(), now.since(), deed.day());
                case NONE, SOWS, STOCKS, SPRAYS, MEDICATES, FERTILISES, FEEDS, KILLS, TESTS -> now;
            };
        }
        return Optional.ofNullable(now);
    }
}
