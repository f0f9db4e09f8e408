package vn.nguongoc.history;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import vn.nguongoc.eventlog.Contest;
import vn.nguongoc.eventlog.Recorder;
import vn.nguongoc.province.Shapes;
import vn.nguongoc.province.Shapes.Member;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.Stamp;
import vn.nguongoc.step.StepCommand.Part;
import vn.nguongoc.step.StepCommand.RecordStep;
import vn.nguongoc.step.event.StepEvent.Output;

/**
 * How long what was recorded is not to be seen yet, while steps are recorded at a set pace, whether the service keeps
 * up or not: from each acknowledgement until the history says that it has seen it.
 */
final class LagFigures {
    private static final int PER_SECOND = Integer.getInteger("benchmark.steps-per-second", 500);
    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("benchmark.lag-seconds", 10));
    private static final int CHAINS = 64;
    private static final OperatingSystemMXBean MACHINE =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /** Rounds until the code is compiled as in a service that has run for some minutes. */
    private static final int WARMING_UP = 12;

    private static final long LOOK_AGAIN_NANOSECONDS = 200_000;
    private static final OffsetDateTime THEN = OffsetDateTime.parse("2026-05-20T08:00:00+07:00");
    private static final Mass MASS = new Mass(100);

    private final MeasuredService service;
    private final Recorder recorder;
    private final List<Chain> chains;

    private LagFigures(MeasuredService service) throws InterruptedException {
        this.service = service;
        this.recorder = service.recorder();
        var family = new Shapes(recorder, "lag").family(1, 10 * CHAINS);
        chains = family.descendants().reversed().stream()
                .limit(CHAINS)
                .map(Chain::new)
                .toList();
        service.rest();
    }

    /** Steps that follow each other. */
    private static final class Chain {
        private final Member member;
        private LotId latest;

        Chain(Member member) {
            this.member = member;
            this.latest = member.lot();
        }
    }

    private record Acknowledged(long position, long at) {}

    static List<String> rows(MeasuredService service) throws Exception {
        return new LagFigures(service).rows();
    }

    private List<String> rows() throws Exception {
        for (int i = 0; i < WARMING_UP; i++) {
            round();
        }
        var medians = new ArrayList<Double>();
        var lags = new ArrayList<Double>();
        var rates = new ArrayList<Double>();
        var processor = new ArrayList<Double>();
        for (int i = 0; i < Contest.ROUNDS; i++) {
            var measured = round();
            medians.add(measured.median);
            lags.add(measured.p99);
            rates.add(measured.perSecond);
            processor.add(measured.processor);
        }
        var p99 = middle(lags);
        return List.of(String.format(
                Locale.ROOT,
                "| from acknowledgement until visible, %d steps/s asked for, %,.0f recorded, p99 | | < 100 ms | %s | %.1f – %.1f | %.1f ms, p50 %.1f ms, %.2f ms of processor a step |",
                PER_SECOND,
                middle(rates),
                p99 < 100 ? "" : "missed",
                lags.stream().min(Double::compare).orElseThrow(),
                lags.stream().max(Double::compare).orElseThrow(),
                p99,
                middle(medians),
                middle(processor)));
    }

    private static double middle(List<Double> values) {
        return Contest.median(values.stream().mapToDouble(it -> it).toArray());
    }

    /** @param processor milliseconds of all processors that a step cost in all: recording, following, the server */
    private record Measured(double median, double p99, double perSecond, double processor) {}

    private Measured round() throws Exception {
        var acknowledged = new ConcurrentLinkedQueue<Acknowledged>();
        var begun = System.nanoTime();
        var spent = MACHINE.getProcessCpuTime();
        Future<long[]> lags;
        double perSecond;
        try (var threads = Executors.newFixedThreadPool(CHAINS + 1)) {
            var writers = new ArrayList<Future<?>>();
            for (int i = 0; i < CHAINS; i++) {
                var number = i;
                writers.add(threads.submit(() -> write(number, begun, acknowledged)));
            }
            lags = threads.submit(() -> watch(acknowledged));
            for (var writer : writers) {
                writer.get();
            }
            perSecond = steps() * 1e9 / (System.nanoTime() - begun);
        }
        var sorted = lags.get();
        Arrays.sort(sorted);
        var measured = new Measured(
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length * 99 / 100] / 1e6,
                perSecond,
                (MACHINE.getProcessCpuTime() - spent) / 1e6 / steps());
        System.out.printf(
                Locale.ROOT,
                "  lag: p50 %.1f ms, p99 %.1f ms, %.0f of %d steps/s, %.2f ms of processor a step%n",
                measured.median,
                measured.p99,
                measured.perSecond,
                PER_SECOND,
                measured.processor);
        return measured;
    }

    private static int steps() {
        return (int) (PER_SECOND * ROUND.toSeconds());
    }

    /** Every {@value #CHAINS}th step at its time, or as soon after it as can be. */
    private void write(int number, long begun, ConcurrentLinkedQueue<Acknowledged> acknowledged) {
        for (int step = number; step < steps(); step += CHAINS) {
            var due = begun + step * 1_000_000_000L / PER_SECOND;
            for (var wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            var position = store(chains.get(number));
            acknowledged.add(new Acknowledged(position, System.nanoTime()));
        }
    }

    private long store(Chain chain) {
        var key = UUID.randomUUID().toString();
        var stamp = Stamp.of("benchmark", key, key.getBytes(StandardCharsets.UTF_8), "benchmark");
        var made = stamp.newLot(0);
        var receipt = recorder.record(
                stamp,
                new RecordStep(
                        stamp.newStep(),
                        chain.member.holder(),
                        "storage",
                        "Kho",
                        List.of(new Part(chain.latest, MASS)),
                        List.of(new Output(made, "paddy", MASS, BigDecimal.valueOf(24), null, null, null)),
                        List.of(),
                        Map.of(),
                        null,
                        THEN));
        chain.latest = made;
        return receipt.position();
    }

    /** Nanoseconds of each; what was visible before it was acknowledged counts as none. */
    private long[] watch(ConcurrentLinkedQueue<Acknowledged> acknowledged) {
        var lags = new long[steps()];
        var waiting = new ArrayList<Acknowledged>();
        for (int seen = 0; seen < lags.length; ) {
            var position = service.progress().position();
            var now = System.nanoTime();
            for (var next = acknowledged.poll(); next != null; next = acknowledged.poll()) {
                waiting.add(next);
            }
            for (var iterator = waiting.iterator(); iterator.hasNext(); ) {
                var one = iterator.next();
                if (one.position <= position) {
                    lags[seen++] = Math.max(0, now - one.at);
                    iterator.remove();
                }
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOSECONDS);
        }
        return lags;
    }
}
