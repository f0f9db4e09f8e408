package vn.nguongoc.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.nguongoc.Farm;
import vn.nguongoc.label.Serial;
import vn.nguongoc.scan.Signal.AfterRecall;
import vn.nguongoc.scan.Signal.AfterSale;
import vn.nguongoc.scan.Signal.BeforeDispatch;
import vn.nguongoc.scan.Signal.FarApart;
import vn.nguongoc.scan.Signal.ManyDevices;
import vn.nguongoc.scan.UnitScans.Day;
import vn.nguongoc.scan.UnitScans.Sighting;

/** What is unusual, on both sides of each limit. */
class SignalsTest {
    private static final SignalThresholds LIMITS = SignalThresholds.CHOSEN;
    private static final Tile CAN_THO = new Tile(100, 1058);
    private static final Tile HA_NOI = new Tile(210, 1058);

    /** Some 306 km north of Cần Thơ, and some 295. */
    private static final Tile FAR_ENOUGH = new Tile(128, 1058);

    private static final Tile NOT_QUITE = new Tile(127, 1058);
    private static final LotFacts SENT = facts("2026-11-01", null);

    private final TreeMap<LocalDate, Day> days = new TreeMap<>();

    private static LotFacts facts(@Nullable String dispatched, @Nullable String recalled) {
        return new LotFacts(
                Farm.HO_DAC_KIEN,
                dispatched == null ? null : LocalDate.parse(dispatched),
                recalled == null ? null : LocalDate.parse(recalled));
    }

    private void scanned(String day, int sessions, int devices, Sighting... sightings) {
        days.put(LocalDate.parse(day), new Day(sessions, devices, List.of(sightings), Map.of()));
    }

    private static Sighting seen(Tile place, String first, String last) {
        return new Sighting(place, Instant.parse(first), Instant.parse(last), 1);
    }

    private List<Signal> signals(LotFacts lot, @Nullable String boughtOn) {
        return Signals.of(
                new UnitScans(
                        new Serial("0123456789ABCDEF"),
                        Farm.LOT,
                        Instant.parse("2026-11-02T05:00:00Z"),
                        Instant.parse("2026-11-09T05:00:00Z"),
                        days.values().stream().mapToInt(Day::sessions).sum(),
                        boughtOn == null ? null : LocalDate.parse(boughtOn),
                        days),
                lot,
                LIMITS);
    }

    @Test
    void a_bag_that_a_household_scans_is_nothing_unusual() {
        scanned("2026-11-03", 2, 2);
        scanned("2026-11-05", 1, 1);
        assertThat(signals(SENT, "2026-11-03")).isEmpty();
    }

    @Test
    void more_devices_than_one_bag_usually_has_are_told_with_their_number() {
        scanned("2026-11-03", 9, LIMITS.devices() - 1);
        scanned("2026-11-05", 1, 1);
        assertThat(signals(SENT, null)).isEmpty();
        scanned("2026-11-06", 1, 1);
        assertThat(signals(SENT, null)).containsExactly(new ManyDevices(LIMITS.devices() + 1, LIMITS.devices()));
    }

    @Test
    void devices_before_the_day_of_the_dispatch_are_told_unless_they_are_those_of_the_packers() {
        var lot = facts("2026-11-10", null);
        scanned("2026-11-08", 2, LIMITS.devicesBeforeDispatch());
        scanned("2026-11-09", 3, 3);
        assertThat(signals(lot, null))
                .as("the day before still counts as the day")
                .isEmpty();
        scanned("2026-11-07", 4, 1);
        assertThat(signals(lot, null))
                .containsExactly(new BeforeDispatch(
                        6,
                        LIMITS.devicesBeforeDispatch() + 1,
                        LocalDate.parse("2026-11-07"),
                        LocalDate.parse("2026-11-10")));
    }

    @Test
    void where_no_dispatch_is_recorded_all_scans_are_before_it() {
        scanned("2026-11-08", 3, LIMITS.devicesBeforeDispatch() + 1);
        assertThat(signals(facts(null, null), null))
                .containsExactly(
                        new BeforeDispatch(3, LIMITS.devicesBeforeDispatch() + 1, LocalDate.parse("2026-11-08"), null));
    }

    @Test
    void two_places_are_far_apart_beyond_three_hundred_kilometres() {
        var here = seen(CAN_THO, "2026-11-03T02:00:00Z", "2026-11-03T02:00:00Z");
        scanned("2026-11-03", 2, 2, here, seen(NOT_QUITE, "2026-11-03T09:00:00Z", "2026-11-03T09:00:00Z"));
        assertThat(signals(SENT, null)).isEmpty();
        scanned("2026-11-03", 2, 2, here, seen(FAR_ENOUGH, "2026-11-03T09:00:00Z", "2026-11-03T09:00:00Z"));
        assertThat(signals(SENT, null))
                .containsExactly(new FarApart(CAN_THO, FAR_ENOUGH, 311, 7, LocalDate.parse("2026-11-03")));
    }

    @Test
    void two_places_are_close_in_time_within_a_day_also_over_midnight() {
        scanned("2026-11-03", 1, 1, seen(CAN_THO, "2026-11-03T02:00:00Z", "2026-11-03T10:00:00Z"));
        scanned("2026-11-04", 1, 1, seen(HA_NOI, "2026-11-04T10:00:01Z", "2026-11-04T12:00:00Z"));
        assertThat(signals(SENT, null)).isEmpty();
        scanned("2026-11-04", 1, 1, seen(HA_NOI, "2026-11-04T10:00:00Z", "2026-11-04T12:00:00Z"));
        assertThat(signals(SENT, null))
                .singleElement()
                .isInstanceOfSatisfying(
                        FarApart.class, it -> assertThat(it.hours()).isEqualTo(24));
    }

    @Test
    void what_was_bought_is_scanned_again_by_its_household_but_not_by_many() {
        scanned("2026-11-03", 5, 4);
        scanned("2026-11-04", LIMITS.devicesAfterSale(), LIMITS.devicesAfterSale());
        assertThat(signals(SENT, "2026-11-03")).isEmpty();
        days.remove(LocalDate.parse("2026-11-03"));
        scanned("2026-11-05", 1, 1);
        assertThat(signals(SENT, "2026-11-03"))
                .containsExactly(new AfterSale(
                        LocalDate.parse("2026-11-03"), LIMITS.devicesAfterSale() + 1, LIMITS.devicesAfterSale() + 1));
        assertThat(signals(SENT, null)).as("nobody said so").isEmpty();
    }

    @Test
    void a_recalled_bag_that_is_scanned_later_is_still_about_which_means_no_copies() {
        scanned("2026-11-03", 1, 1);
        assertThat(signals(facts("2026-11-01", "2026-11-03"), null)).isEmpty();
        scanned("2026-11-04", 2, 1);
        assertThat(signals(facts("2026-11-01", "2026-11-03"), null))
                .containsExactly(new AfterRecall(LocalDate.parse("2026-11-03"), 2))
                .noneMatch(Signal::mayMeanCopies);
    }
}
