package vn.nguongoc.scan;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.scan.Signal.AfterRecall;
import vn.nguongoc.scan.Signal.AfterSale;
import vn.nguongoc.scan.Signal.BeforeDispatch;
import vn.nguongoc.scan.Signal.FarApart;
import vn.nguongoc.scan.Signal.ManyDevices;
import vn.nguongoc.scan.UnitScans.Sighting;
import vn.nguongoc.shared.Vietnam;

/** What is unusual about a unit's scans, from its history and the facts of its lot alone. */
public final class Signals {
    private Signals() {}

    /** In the order of {@link Signal}'s kinds; none for most. */
    public static List<Signal> of(UnitScans scans, LotFacts lot, SignalThresholds limits) {
        return Stream.<Optional<? extends Signal>>of(
                        beforeDispatch(scans, lot.dispatchedOn(), limits),
                        manyDevices(scans, limits),
                        farApart(scans, limits),
                        afterSale(scans, limits),
                        afterRecall(scans, lot.recalledOn()))
                .<Signal>flatMap(Optional::stream)
                .toList();
    }

    private static Optional<BeforeDispatch> beforeDispatch(
            UnitScans scans, @Nullable LocalDate dispatchedOn, SignalThresholds limits) {
        var early = dispatchedOn == null
                ? scans.days()
                : scans.days().headMap(dispatchedOn.minusDays(limits.dispatchGraceDays()));
        var devices = UnitScans.devices(early.values());
        return devices <= limits.devicesBeforeDispatch()
                ? Optional.empty()
                : Optional.of(new BeforeDispatch(
                        UnitScans.sessions(early.values()), devices, early.firstKey(), dispatchedOn));
    }

    private static Optional<ManyDevices> manyDevices(UnitScans scans, SignalThresholds limits) {
        return scans.devices() <= limits.devices()
                ? Optional.empty()
                : Optional.of(new ManyDevices(scans.devices(), limits.devices()));
    }

    private static Optional<AfterSale> afterSale(UnitScans scans, SignalThresholds limits) {
        var boughtOn = scans.boughtOn();
        if (boughtOn == null) {
            return Optional.empty();
        }
        var later = scans.days().tailMap(boughtOn.plusDays(1)).values();
        var devices = UnitScans.devices(later);
        return devices <= limits.devicesAfterSale()
                ? Optional.empty()
                : Optional.of(new AfterSale(boughtOn, UnitScans.sessions(later), devices));
    }

    private static Optional<AfterRecall> afterRecall(UnitScans scans, @Nullable LocalDate recalledOn) {
        if (recalledOn == null) {
            return Optional.empty();
        }
        var later =
                UnitScans.sessions(scans.days().tailMap(recalledOn.plusDays(1)).values());
        return later == 0 ? Optional.empty() : Optional.of(new AfterRecall(recalledOn, later));
    }

    /** The farthest two; of several days the same place may stand more than once. */
    private static Optional<FarApart> farApart(UnitScans scans, SignalThresholds limits) {
        var all =
                scans.sightings().sorted(Comparator.comparing(Sighting::first)).toList();
        var found = new ArrayList<FarApart>();
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1;
                    j < all.size() && gap(all.get(i), all.get(j)).compareTo(limits.apartWithin()) <= 0;
                    j++) {
                var kilometres = all.get(i).place().kilometresTo(all.get(j).place());
                if (kilometres > limits.apartKilometres()) {
                    found.add(apart(all.get(i), all.get(j), kilometres));
                }
            }
        }
        return found.stream().max(Comparator.comparingLong(FarApart::kilometres));
    }

    private static FarApart apart(Sighting one, Sighting other, long kilometres) {
        return new FarApart(
                one.place(),
                other.place(),
                kilometres,
                gap(one, other).toHours(),
                Vietnam.day(one.first().atOffset(Vietnam.OFFSET)));
    }

    /** The shortest time in between: of each, only the first and the last session are known. */
    private static Duration gap(Sighting one, Sighting other) {
        return Stream.of(one.first(), one.last())
                .flatMap(a -> Stream.of(other.first(), other.last())
                        .map(b -> Duration.between(a, b).abs()))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }
}
