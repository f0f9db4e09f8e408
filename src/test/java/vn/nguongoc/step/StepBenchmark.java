package vn.nguongoc.step;

import static vn.nguongoc.Farm.kilograms;
import static vn.nguongoc.Farm.percent;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.nguongoc.Farm;
import vn.nguongoc.NguonGoc;
import vn.nguongoc.eventlog.Recorder;
import vn.nguongoc.lot.LotCommand.RecordHarvest;
import vn.nguongoc.lot.event.LotEvent.LotProduced;
import vn.nguongoc.lot.event.Pedigree;
import vn.nguongoc.organisation.OrganisationCommand.RegisterCooperative;
import vn.nguongoc.plot.PlotCommand.CloseCycle;
import vn.nguongoc.plot.PlotCommand.CorrectActivity;
import vn.nguongoc.plot.PlotCommand.OpenCycle;
import vn.nguongoc.plot.PlotCommand.RecordActivity;
import vn.nguongoc.plot.PlotCommand.RegisterPlot;
import vn.nguongoc.plot.event.PlotEvent.ActivityRecorded;
import vn.nguongoc.seed.SeedCommand.ReceiveSeed;
import vn.nguongoc.seed.event.SeedLotKey;
import vn.nguongoc.shared.Gs1;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.PlotId;
import vn.nguongoc.shared.Stamp;
import vn.nguongoc.shared.StepId;
import vn.nguongoc.step.StepCommand.Part;
import vn.nguongoc.step.StepCommand.RecordStep;
import vn.nguongoc.step.event.StepEvent.Input;
import vn.nguongoc.step.event.StepEvent.Output;
import vn.nguongoc.step.event.StepEvent.StepRecorded;

/**
 * What the rules cost: a step recorded with all of them, against the same three events appended as they are, in turn,
 * on the embedded server; and an activity on a plot of one season against one of ten, and in a cycle of thousands of
 * activities against one of none. Median times of single calls. The read side, which follows at its own pace, stands
 * still for the activities.
 */
final class StepBenchmark {
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 7);
    private static final int CALLS = 300;
    private static final int MORE_LOTS = Integer.getInteger("benchmark.lots", 20_000);
    private static final int ACTIVITIES = Integer.getInteger("benchmark.activities", 5_000);

    private static final String SHRIMP = "whiteleg-hoso";
    private static final Map<String, String> FEED = Map.of("product", "Thức ăn số 2", "feed", "12.5");

    private final Recorder recorder;
    private final EventStorageEngine engine;
    private final EventProcessingConfiguration readers;
    private final OrganisationId cooperative;
    private LotId latest;

    private StepBenchmark(ConfigurableApplicationContext service) {
        recorder = service.getBean(Recorder.class);
        engine = service.getBean(EventStorageEngine.class);
        readers = service.getBean(EventProcessingConfiguration.class);
        var stamp = stamp();
        cooperative = stamp.newCooperative();
        recorder.record(
                stamp, new RegisterCooperative(cooperative, "HTX", new Gs1("9520001009013"), "31570", on(2020, 1, 1)));
        latest = harvest(plot());
    }

    public static void main(String[] arguments) throws Exception {
        var directory = Files.createTempDirectory("step-benchmark");
        try (var service = new SpringApplicationBuilder(NguonGoc.class)
                .web(WebApplicationType.NONE)
                .properties(Map.of("nguongoc.mongo.directory", directory.toString()))
                .run()) {
            new StepBenchmark(service).run();
        }
    }

    private void run() {
        System.out.printf("%nA step with all rules, µs (median of %d calls, %d rounds in turn)%n", CALLS, ROUNDS);
        compare("few lots");
        for (int i = 0; i < MORE_LOTS; i++) {
            append();
        }
        compare("%,d lots more".formatted(MORE_LOTS));
        readers.eventProcessors().values().forEach(EventProcessor::shutDown);
        System.out.printf("%nAn activity, µs%n");
        compareSeasons();
        compareCycles();
    }

    private void compareSeasons() {
        var young = plot();
        var old = plot();
        for (int season = 0; season < 10; season++) {
            grow(old, season);
        }
        open(young, 10);
        open(old, 10);
        for (int round = -2; round < ROUNDS; round++) {
            var one = median(() -> inspect(young));
            var ten = median(() -> inspect(old));
            report(round, "ten seasons", ten, "none before", one);
        }
    }

    /** Feedings and rounds of the pond, which is most of what is done to shrimp. */
    private void compareCycles() {
        var full = pond();
        fill(full);
        for (int round = -2; round < ROUNDS; round++) {
            var empty = pond();
            var none = median(() -> feed(empty));
            var many = median(() -> feed(full));
            report(round, "%,d activities before".formatted(ACTIVITIES), many, "none before", none);
        }
        System.out.printf("  one of them corrected: %,d%n", median(20, () -> correct(full)));
    }

    private void compare(String when) {
        for (int round = -2; round < ROUNDS; round++) {
            var step = median(this::step);
            var append = median(this::append);
            report(round, when + ": step", step, "append", append);
        }
    }

    private static void report(int round, String ours, long micros, String theirs, long against) {
        System.out.printf(
                "  %s %s %,d, %s %,d: %,d more%n",
                round < 0 ? "warm-up" : "round " + (round + 1), ours, micros, theirs, against, micros - against);
    }

    private static long median(Runnable call) {
        return median(CALLS, call);
    }

    private static long median(int calls, Runnable call) {
        var times = new long[calls];
        for (int i = 0; i < calls; i++) {
            var begun = System.nanoTime();
            call.run();
            times[i] = (System.nanoTime() - begun) / 1000;
        }
        Arrays.sort(times);
        return times[calls / 2];
    }

    /** Stores the lot that the last step made: one draw, one new lot, one step. */
    private void step() {
        var stamp = stamp();
        var made = stamp.newLot(0);
        recorder.record(
                stamp,
                new RecordStep(
                        stamp.newStep(),
                        cooperative,
                        "storage",
                        "Kho",
                        List.of(new Part(latest, kilograms(100))),
                        List.of(stored(made)),
                        List.of(),
                        Map.of(),
                        null,
                        on(2026, 5, 1)));
        latest = made;
    }

    private static Output stored(LotId lot) {
        return new Output(lot, Farm.PADDY, kilograms(100), percent("24"), null, null, null);
    }

    /** Events of the same kinds, with no rule asked. */
    private void append() {
        var stamp = stamp();
        var step = stamp.newStep();
        var from = stamp.newLot(0);
        var made = stamp.newLot(1);
        var recorded = new StepRecorded(
                step,
                cooperative,
                "storage",
                1,
                "Kho",
                List.of(new Input(from, Farm.PADDY, kilograms(100), percent("24"))),
                List.of(stored(made)),
                List.of(),
                Map.of(),
                null,
                List.of(),
                on(2026, 5, 1));
        engine.appendEvents(List.of(
                new GenericDomainEventMessage<>("lot", from.value(), 0, produced(from, step)),
                new GenericDomainEventMessage<>("lot", made.value(), 0, produced(made, step)),
                new GenericDomainEventMessage<>("step", step.value(), 0, recorded)));
    }

    private LotProduced produced(LotId lot, StepId step) {
        return new LotProduced(
                lot,
                cooperative,
                step,
                Farm.PADDY,
                kilograms(100),
                percent("24"),
                null,
                null,
                null,
                Pedigree.of(on(2026, 4, 24)),
                on(2026, 5, 1));
    }

    // ---- the farm

    private PlotId plot() {
        return plot("rice-field");
    }

    private PlotId plot(String kind) {
        var stamp = stamp();
        recorder.record(
                stamp,
                new RegisterPlot(
                        stamp.newPlot(),
                        cooperative,
                        "P",
                        kind,
                        20_000,
                        "31570",
                        null,
                        null,
                        List.of(),
                        List.of(),
                        on(2020, 1, 1)));
        return stamp.newPlot();
    }

    private void open(PlotId plot, int season) {
        var number = "SL-" + UUID.randomUUID();
        var key = new SeedLotKey(cooperative, number);
        recorder.record(
                stamp(),
                new ReceiveSeed(
                        key,
                        Farm.PADDY,
                        kilograms(130),
                        null,
                        "Trại giống",
                        null,
                        percent("88"),
                        null,
                        day(season, 1)));
        recorder.record(
                stamp(),
                new OpenCycle(
                        plot, cooperative, Farm.PADDY, "dong-xuan", number, kilograms(130), null, day(season, 2)));
        act(plot, "sowing", Map.of("seed", "130"), day(season, 8));
    }

    private void grow(PlotId plot, int season) {
        open(plot, season);
        for (int i = 0; i < 25; i++) {
            act(plot, "field-inspection", Map.of("finding", "sạch"), day(season, 20 + i));
        }
        recorder.record(stamp(), new CloseCycle(plot, cooperative, day(season, 100)));
    }

    private PlotId pond() {
        var pond = plot("pond");
        var number = "PL-" + UUID.randomUUID();
        var key = new SeedLotKey(cooperative, number);
        recorder.record(
                stamp(), new ReceiveSeed(key, SHRIMP, null, 500_000L, "Trại giống", "PL12", null, null, day(10, 1)));
        recorder.record(
                stamp(), new OpenCycle(pond, cooperative, SHRIMP, "all-year", number, null, 500_000L, day(10, 2)));
        return pond;
    }

    /** The plot's first two events are its registration and its cycle. */
    private void fill(PlotId pond) {
        for (int number = 1; number <= ACTIVITIES; number++) {
            var fed = number % 2 == 0;
            var done = new ActivityRecorded(
                    pond,
                    1,
                    fed ? "feeding" : "field-inspection",
                    1,
                    fed ? FEED : Map.of("finding", "sạch"),
                    null,
                    number,
                    fed ? "FEEDS" : "NONE",
                    List.of(),
                    day(10, 3 + number / 50));
            engine.appendEvents(List.of(new GenericDomainEventMessage<>("plot", pond.value(), 1 + number, done)));
        }
    }

    private void feed(PlotId pond) {
        act(pond, "feeding", FEED, day(10, 120));
    }

    private void correct(PlotId pond) {
        var right = Map.of("feed", "12");
        recorder.record(
                stamp(), new CorrectActivity(pond, cooperative, ACTIVITIES, right, "ghi nhầm", "NV-01", day(10, 121)));
    }

    private void inspect(PlotId plot) {
        act(plot, "irrigation", Map.of("source", "kênh"), day(10, 20));
    }

    private void act(PlotId plot, String kind, Map<String, String> fields, OffsetDateTime at) {
        recorder.record(stamp(), new RecordActivity(plot, cooperative, kind, fields, at));
    }

    private LotId harvest(PlotId plot) {
        open(plot, 11);
        var stamp = stamp();
        recorder.record(
                stamp,
                new RecordHarvest(
                        stamp.newLot(0),
                        cooperative,
                        plot,
                        Farm.PADDY,
                        kilograms(100),
                        percent("24"),
                        null,
                        null,
                        null,
                        false,
                        day(11, 105)));
        return stamp.newLot(0);
    }

    /** A day of the season, two of which make a year from 2020 on. */
    private static OffsetDateTime day(int season, int day) {
        return on(2020, 1, 2).plusMonths(6L * season).plusDays(day);
    }

    private static OffsetDateTime on(int year, int month, int day) {
        return LocalDate.of(year, month, day).atTime(8, 0).atOffset(java.time.ZoneOffset.ofHours(7));
    }

    private static Stamp stamp() {
        var key = UUID.randomUUID().toString();
        return Stamp.of("benchmark", key, key.getBytes(StandardCharsets.UTF_8), "benchmark");
    }
}
