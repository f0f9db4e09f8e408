package vn.nguongoc.scan;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import vn.nguongoc.shared.Vietnam;

/**
 * Writes down what was counted, in batches, from one thread. A page never waits for it: what does not fit into the
 * queue, and what the database does not take, is lost and told to the meters.
 */
@Component
@EnableConfigurationProperties(ScanSettings.class)
class ScanWriter {
    private static final Logger log = LoggerFactory.getLogger(ScanWriter.class);
    private static final int MOST_TOGETHER = 2_000;
    private static final Duration ERASE_EVERY = Duration.ofHours(1);

    private final ScanStore units;
    private final LotDays lots;
    private final ScanErasing erasing;
    private final SignalLists signals;
    private final UnknownSerials unknown;
    private final Clock clock;
    private final BlockingQueue<Scan> queue;
    private final ScheduledFuture<?> writing;
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("scans").factory());

    private final BatchOfScans.Caps caps = new BatchOfScans.Caps();
    private Instant erased = Instant.MIN;

    ScanWriter(
            ScanStore units,
            LotDays lots,
            ScanErasing erasing,
            SignalLists signals,
            UnknownSerials unknown,
            Clock clock,
            ScanSettings settings) {
        this.units = units;
        this.lots = lots;
        this.erasing = erasing;
        this.signals = signals;
        this.unknown = unknown;
        this.clock = clock;
        this.queue = new ArrayBlockingQueue<>(settings.waiting());
        var pause = settings.writeEvery().toMillis();
        writing = thread.scheduleWithFixedDelay(this::writeAndErase, pause, pause, TimeUnit.MILLISECONDS);
    }

    /** @return false if it is not counted, since too much waits */
    boolean offer(Scan scan) {
        var taken = queue.offer(scan);
        if (!taken) {
            lost.incrementAndGet();
        }
        return taken;
    }

    private void writeAndErase() {
        try {
            write();
            var now = clock.instant();
            if (erased.isBefore(now.minus(ERASE_EVERY))) {
                erase(now);
                erased = now;
            }
        } catch (RuntimeException e) {
            log.warn("Scans are not written just now: {}", e.toString());
        }
    }

    /** Everything that waits. */
    synchronized void write() {
        for (var batch = next(); !batch.isEmpty(); batch = next()) {
            try {
                write(batch);
                written.addAndGet(batch.size());
            } catch (RuntimeException e) {
                lost.addAndGet(batch.size());
                throw e;
            }
        }
        var today = today(clock.instant());
        unknown.grown(today, SignalThresholds.CHOSEN.burst())
                .forEach((gtin, burst) -> signals.burst(today, gtin, burst));
    }

    private List<Scan> next() {
        var batch = new ArrayList<Scan>();
        queue.drainTo(batch, MOST_TOGETHER);
        return batch;
    }

    private void write(List<Scan> scans) {
        var batch = BatchOfScans.of(scans, caps);
        erasing.note(scans);
        lots.write(batch.lots());
        units.writeUnits(batch.units());
        signals.look(
                batch.units().stream().map(ScanStore.UnitDay::serial).distinct().toList());
    }

    /** What is older than is kept. */
    synchronized void erase(Instant now) {
        erasing.erase(now);
    }

    private static LocalDate today(Instant now) {
        return Vietnam.day(now.atOffset(Vietnam.OFFSET));
    }

    /** Sessions that wait, that were written, and that were lost since the start. */
    Figures figures() {
        return new Figures(queue.size(), written.get(), lost.get());
    }

    /** @param lost to overload, or since the database took none */
    record Figures(int waiting, long written, long lost) {}

    @PreDestroy
    void close() {
        writing.cancel(false);
        thread.shutdown();
        try {
            write();
        } catch (RuntimeException e) {
            log.warn("The last scans are lost: {}", e.toString());
        }
    }
}
