package vn.nguongoc.history;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import vn.nguongoc.eventlog.Contest;
import vn.nguongoc.eventlog.Recorder;
import vn.nguongoc.generations.Told;
import vn.nguongoc.lot.LotCommand.Split;
import vn.nguongoc.lot.event.LotEvent.LotHeld;
import vn.nguongoc.lot.event.LotEvent.LotReceived;
import vn.nguongoc.lot.event.LotEvent.LotSplitOff;
import vn.nguongoc.lot.event.LotEvent.Portion;
import vn.nguongoc.province.Shapes;
import vn.nguongoc.province.Shapes.Family;
import vn.nguongoc.province.Shapes.Member;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.shared.Stamp;
import vn.nguongoc.step.event.StepEvent.StepRecorded;

/** How long a recall takes to hold all that was made of a lot, while eight people go on making more of it. */
final class RecallFigures {
    private static final int DESCENDANTS = 1_000;
    private static final int WRITERS = 8;
    private static final long BEFORE_MILLISECONDS = 500;
    private static final long AFTER_MILLISECONDS = 6_000;
    private static final String THEN = "2026-05-20T08:00:00+07:00";

    private final MeasuredService service;
    private final Recorder recorder;
    private int round;

    RecallFigures(MeasuredService service) {
        this.service = service;
        this.recorder = service.recorder();
    }

    List<String> rows() throws Exception {
        var unborn = new ArrayList<Double>();
        var known = Figures.row(
                "from POST of a recall until all that was made of the lot before it is held: %,d lots, while %d writers go on"
                        .formatted(DESCENDANTS, WRITERS),
                5_000,
                "ms",
                1,
                () -> {
                    var told = recall();
                    unborn.add(told.longestFromBirthMilliseconds());
                    return told.millisecondsUntilKnownAreHeld();
                });
        var longest = unborn.stream().skip(1).mapToDouble(it -> it).toArray();
        return List.of(
                known,
                String.format(
                        Locale.ROOT,
                        "| from birth until held, the longest of what the writers made after it; none missed | | | | %,.0f – %,.0f | %,.0f ms |",
                        Arrays.stream(longest).min().orElseThrow(),
                        Arrays.stream(longest).max().orElseThrow(),
                        Contest.median(longest)));
    }

    private Told recall() throws Exception {
        var shapes = new Shapes(recorder, "recall-" + UUID.randomUUID());
        var family = shapes.family(1, DESCENDANTS);
        service.rest();
        var from = service.progress().head();
        var made = new AtomicInteger();
        Instant posted;
        String recall;
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            var end = System.nanoTime() + (BEFORE_MILLISECONDS + AFTER_MILLISECONDS) * 1_000_000;
            var writers = write(family, threads, end, made);
            Thread.sleep(BEFORE_MILLISECONDS);
            posted = Instant.now();
            recall = service.api()
                    .post("/api/recalls", """
                            {'organisation':'%s','lots':['%s'],'reason':'khiếu nại','by':'qc-1','happenedAt':'%s'}""".formatted(shapes.holder(), family.root(), THEN))
                    .created();
            for (var writer : writers) {
                writer.get();
            }
        }
        service.rest();
        var told = new Told(recall, posted, family);
        told.read(service.bean(EventStore.class), from);
        System.out.printf(
                "  %,d lots in all, %d of them made meanwhile%n", told.born.size(), made.get() * PARTS.size());
        told.refuseIfOneWasMissed();
        return told;
    }

    private static final List<Mass> PARTS = List.of(new Mass(1), new Mass(1));

    private List<Future<?>> write(
            Family family, java.util.concurrent.ExecutorService threads, long end, AtomicInteger made) {
        var members = new CopyOnWriteArrayList<>(family.descendants());
        var running = new ArrayList<Future<?>>();
        for (int i = 0; i < WRITERS; i++) {
            var dice = new Random(++round);
            running.add(threads.submit(() -> {
                while (System.nanoTime() < end) {
                    if (split(members, dice)) {
                        made.incrementAndGet();
                    }
                }
            }));
        }
        return running;
    }

    /** What is held, or too small, says no. */
    private boolean split(List<Member> members, Random dice) {
        var member = members.get(dice.nextInt(members.size()));
        var key = UUID.randomUUID().toString();
        var stamp = Stamp.of("benchmark", key, key.getBytes(StandardCharsets.UTF_8), "benchmark");
        var portions =
                List.of(new Portion(stamp.newLot(0), PARTS.getFirst()), new Portion(stamp.newLot(1), PARTS.getLast()));
        try {
            recorder.record(
                    stamp, new Split(member.lot(), member.holder(), portions, java.time.OffsetDateTime.parse(THEN)));
        } catch (Refused e) {
            return false;
        }
        portions.forEach(portion -> members.add(new Member(member.holder(), portion.lot())));
        return true;
    }

    /** What the log itself says: when each was made of the recalled lot, and when it was held. */
    private static final class Told {
        private final String recall;
        private final Instant posted;
        private final Map<LotId, Instant> born = new HashMap<>();
        private final Map<LotId, Instant> held = new HashMap<>();

        Told(String recall, Instant posted, Family all) {
            this.recall = recall;
            this.posted = posted;
            born.put(all.root(), Instant.MIN);
            all.descendants().forEach(member -> born.put(member.lot(), Instant.MIN));
        }

        void read(EventStore log, long from) throws InterruptedException {
            try (var stream = log.openStream(new GlobalSequenceTrackingToken(from))) {
                while (stream.hasNextAvailable()) {
                    tell(stream.nextAvailable());
                }
            }
        }

        private void tell(TrackedEventMessage<?> message) {
            var at = message.getTimestamp();
            switch (message.getPayload()) {
                case LotSplitOff it -> made(it.from(), it.lot(), at);
                case LotReceived it -> made(it.from(), it.lot(), at);
                case StepRecorded it ->
                    it.inputs().forEach(in -> it.outputs().forEach(out -> made(in.lot(), out.lot(), at)));
                case LotHeld it when it.hold().equals(recall) -> held.putIfAbsent(it.lot(), at);
                default -> {}
            }
        }

        private void made(LotId from, LotId lot, Instant at) {
            if (born.containsKey(from)) {
                born.put(lot, at);
            }
        }

        /** @throws IllegalStateException if so */
        void refuseIfOneWasMissed() {
            var missed = new HashSet<>(born.keySet());
            missed.removeAll(held.keySet());
            if (!missed.isEmpty()) {
                throw new IllegalStateException("missed " + missed);
            }
        }

        double millisecondsUntilKnownAreHeld() {
            return longest(lot -> born(lot).isBefore(posted), lot -> posted);
        }

        double longestFromBirthMilliseconds() {
            return longest(lot -> !born(lot).isBefore(posted), this::born);
        }

        private Instant born(LotId lot) {
            return Objects.requireNonNull(born.get(lot));
        }

        private double longest(Predicate<LotId> which, Function<LotId, Instant> from) {
            return born.keySet().stream()
                    .filter(which)
                    .mapToLong(lot ->
                            Duration.between(from.apply(lot), held.get(lot)).toMillis())
                    .max()
                    .orElse(0);
        }
    }
}
