package vn.nguongoc.province;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nguongoc.eventlog.EventName;
import vn.nguongoc.lot.Ledger;
import vn.nguongoc.lot.event.HoldCause;
import vn.nguongoc.lot.event.LotEvent.Begun;
import vn.nguongoc.lot.event.LotEvent.LotHeld;
import vn.nguongoc.plot.event.PlotEvent.PlotRegistered;
import vn.nguongoc.province.Province.Outcome;
import vn.nguongoc.step.event.StepEvent.StepRecorded;

/**
 * A year of twenty plots, made twice: what the large one promises, in the small. That nothing is refused it says
 * itself.
 */
class ProvinceTest {
    private static final Size SIZE = new Size(7, 20, 1, 700, 4_000, 30);

    /** The log by aggregate, in its order. */
    private record Made(Outcome outcome, Map<String, List<Object>> events) {
        List<Object> all() {
            return events.values().stream().flatMap(List::stream).toList();
        }

        <T> List<T> all(Class<T> type) {
            return all().stream().filter(type::isInstance).map(type::cast).toList();
        }
    }

    /** No fewer lots and events than its plots make at least. */
    private static Size least(long seed) {
        return new Size(seed, 20, 1, 1, 1, 2);
    }

    private static Made province;
    private static Ledger ledger;

    @BeforeAll
    static void make(@TempDir Path directory) throws InterruptedException {
        ledger = new Ledger();
        province = made(directory, SIZE, ledger);
    }

    private static Made made(Path directory, Size size, Ledger ledger) throws InterruptedException {
        var silence = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        try (var service = QuietService.open(directory)) {
            var outcome = Province.make(size, service, silence);
            return new Made(outcome, read(service.log(), ledger));
        }
    }

    private static Map<String, List<Object>> read(EventStore log, Ledger ledger) throws InterruptedException {
        var events = new TreeMap<String, List<Object>>();
        try (var stream = log.openStream(null)) {
            while (stream.hasNextAvailable()) {
                var event = stream.nextAvailable();
                ledger.enter(event.getPayload());
                events.computeIfAbsent(
                                ((DomainEventMessage<?>) event).getAggregateIdentifier(), key -> new ArrayList<>())
                        .add(event.getPayload());
            }
        }
        return events;
    }

    @Test
    void there_is_as_much_of_everything_as_was_asked_for() {
        var outcome = province.outcome();
        assertThat(province.all()).hasSize((int) outcome.events());
        assertThat(outcome.events()).isCloseTo(SIZE.events(), withinPercentage(10));
        assertThat(province.all(Begun.class)).hasSize((int) outcome.lots());
        assertThat(outcome.lots()).isCloseTo(SIZE.lots(), withinPercentage(10));
        assertThat(province.all(PlotRegistered.class)).hasSize(SIZE.plots());
        assertThat(province.all(StepRecorded.class))
                .extracting(step -> step.inputs().size())
                .contains(SIZE.blend());
    }

    @Test
    void every_kind_of_thing_happens_that_happens_every_year() {
        var names = province.all().stream()
                .map(event -> event.getClass().getAnnotation(EventName.class))
                .map(EventName::value)
                .collect(Collectors.toSet());
        assertThat(names)
                .contains(
                        "plot.land-claimed",
                        "plot.water-measured",
                        "plot.activity-corrected",
                        "seed.lot-tested",
                        "seed.lot-returned",
                        "lot.corrected",
                        "lot.split",
                        "lot.lab-result-recorded",
                        "lot.released",
                        "lot.number-taken",
                        "shipment.received",
                        "recall.opened",
                        "recall.closed");
    }

    @Test
    void a_recall_reaches_what_was_packed_and_handed_over() {
        assertThat(province.all(LotHeld.class))
                .filteredOn(held -> held.cause() == HoldCause.RECALL)
                .hasSizeGreaterThan(2);
    }

    @Test
    void all_that_was_harvested_is_somewhere() {
        ledger.isBalanced();
    }

    @Test
    void the_same_seed_makes_the_same_events_and_another_makes_others(
            @TempDir Path once, @TempDir Path again, @TempDir Path other) throws InterruptedException {
        var events = made(once, least(8), new Ledger()).events();
        assertThat(made(again, least(8), new Ledger()).events()).isEqualTo(events);
        assertThat(made(other, least(9), new Ledger()).events()).isNotEqualTo(events);
    }

    @Test
    void a_directory_is_made_once_and_holds_one_size(@TempDir Path directory) throws Exception {
        ProvinceStore.require(directory, least(9));
        ProvinceStore.require(directory, least(9));
        assertThatThrownBy(() -> ProvinceStore.require(directory, SIZE)).hasMessageContaining("seed=9");
    }
}
