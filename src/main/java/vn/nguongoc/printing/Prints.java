package vn.nguongoc.printing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.generations.HistoryProgress;
import vn.nguongoc.generations.Things;
import vn.nguongoc.label.Keyring;
import vn.nguongoc.labelling.LabellingRefusal;
import vn.nguongoc.labelling.event.LabelRunId;
import vn.nguongoc.lists.LabelRuns;
import vn.nguongoc.printing.PrintProgress.State;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.view.ViewOfLabelRun;

/**
 * Makes the files of labels, one at a time in each process; as many as are configured wait. What is interrupted by an
 * end of the process is printed from its beginning after the next start: the same run makes the same file. What is not
 * there any more is made again when somebody asks for it.
 */
@Component
@EnableConfigurationProperties(PrintSettings.class)
public class Prints implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Prints.class);
    private static final int AT_ONCE = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Things things;
    private final LabelRuns runs;
    private final HistoryProgress progress;
    private final Keyring keyring;
    private final Press press;
    private final Confirmation confirmation;
    private final PrintFolder folder;
    private final PrintSettings settings;
    private final Clock clock;
    private final boolean serves;

    /** Those that wait, are printed or could not be, by the name of their file. */
    private final Map<String, PrintJob> jobs = new ConcurrentHashMap<>();

    private volatile @Nullable ScheduledExecutorService printer;
    private volatile @Nullable ScheduledFuture<?> sweeping;

    Prints(
            Things things,
            LabelRuns runs,
            HistoryProgress progress,
            Keyring keyring,
            Press press,
            Confirmation confirmation,
            PrintFolder folder,
            PrintSettings settings,
            Clock clock,
            ApplicationContext service) {
        this.things = things;
        this.runs = runs;
        this.progress = progress;
        this.keyring = keyring;
        this.press = press;
        this.confirmation = confirmation;
        this.folder = folder;
        this.settings = settings;
        this.clock = clock;
        this.serves = service instanceof WebServerApplicationContext;
    }

    // ---- asking

    /**
     * A run, as far as it is known.
     *
     * @throws Refused if there is none
     */
    public ViewOfLabelRun run(LabelRunId id) {
        return things.find(ViewOfLabelRun.class, id)
                .orElseThrow(() -> new Refused(new LogRefusal.NotFound(id.value())));
    }

    /**
     * How far the file of a run, or of one of its reprints, is. A run that was recorded and never printed, since the
     * process ended at that moment, is put into the queue again.
     *
     * @param reprint which one; 0 for the run itself
     * @throws Refused if there is no such reprint
     */
    public PrintProgress progress(ViewOfLabelRun run, int reprint) {
        var sheet = sheet(run, reprint);
        int count = sheet.numbers().size();
        if (run.cancelled()) {
            return new PrintProgress(State.CANCELLED, 0, count);
        }
        if (folder.find(sheet.fileName()).isPresent()) {
            return new PrintProgress(State.WHOLE, count, count);
        }
        if (run.printed() == null && reprint == 0) {
            add(run.id(), reprint, -1);
        }
        var job = jobs.get(key(run.id(), reprint));
        return job == null ? new PrintProgress(State.ABSENT, 0, count) : job.progress(count);
    }

    /**
     * The file of a run, or of one of its reprints. If it is not there it is made, which takes a while.
     *
     * @throws Refused if it is not whole yet, could not be made, or never will be
     */
    public Path file(ViewOfLabelRun run, int reprint) {
        if (run.cancelled()) {
            throw new Refused(new LabellingRefusal.AlreadyCancelled(run.id()));
        }
        var sheet = sheet(run, reprint);
        var file = folder.find(sheet.fileName());
        if (file.isPresent()) {
            return file.get();
        }
        var before = jobs.get(key(run.id(), reprint));
        if (before == null || before.state() == State.FAILED) {
            refuseIfFull();
            jobs.remove(key(run.id(), reprint));
            add(run.id(), reprint, -1);
        }
        if (before != null && before.state() == State.FAILED) {
            sheet.labels(keyring);
            throw new Refused(new PrintRefusal.NotWritten(run.id()));
        }
        var now = progress(run, reprint);
        throw new Refused(new PrintRefusal.NotWholeYet(run.id(), now.done(), now.count()));
    }

    private static Sheet sheet(ViewOfLabelRun run, int reprint) {
        return reprint == 0
                ? Sheet.of(run)
                : Sheet.of(
                        run,
                        run.reprint(reprint)
                                .orElseThrow(
                                        () -> new Refused(new LogRefusal.NotFound(run.id() + "/reprints/" + reprint))));
    }

    private static String key(LabelRunId run, int reprint) {
        return run + "/" + reprint;
    }

    /** @throws Refused if as many wait as may */
    void refuseIfFull() {
        var waiting = (int) jobs.values().stream()
                .filter(job -> job.state() == State.WAITING)
                .count();
        if (waiting >= settings.waiting()) {
            throw new Refused(new PrintRefusal.QueueFull(waiting, settings.waiting()));
        }
    }

    // ---- printing

    /**
     * Puts it into the queue, if it is not there yet.
     *
     * @param position that the history must have seen to know of it; -1 if it knows it already
     */
    void add(LabelRunId run, int reprint, long position) {
        var line = printer;
        if (line != null) {
            jobs.computeIfAbsent(key(run, reprint), key -> {
                var job = new PrintJob(run, reprint, position);
                line.execute(() -> print(job));
                return job;
            });
        }
    }

    void giveUp(LabelRunId run) {
        var job = jobs.remove(key(run, 0));
        if (job != null) {
            job.giveUp();
        }
    }

    private void print(PrintJob job) {
        try {
            if (job.begin()) {
                awaitSeen(job.position());
                var run = run(job.run());
                make(job, sheet(run, job.reprint()), run.cancelled());
            }
            jobs.remove(key(job.run(), job.reprint()), job);
        } catch (CancellationException e) {
            log.debug("{} was given up", job.run());
            jobs.remove(key(job.run(), job.reprint()), job);
        } catch (IOException | RuntimeException e) {
            if (!isStopping()) {
                log.warn("{} could not be printed: {}", job.run(), e.toString());
            }
            job.fail();
        }
    }

    /** The history may be a little behind, or be told anew. */
    private void awaitSeen(long position) {
        for (boolean known = false; !known; ) {
            try {
                progress.awaitSeen(position);
                known = true;
            } catch (Refused behind) {
                if (isStopping()) {
                    throw new CancellationException("the process ends");
                }
            }
        }
    }

    private void make(PrintJob job, Sheet sheet, boolean cancelled) throws IOException {
        if (cancelled || folder.find(sheet.fileName()).isPresent()) {
            return;
        }
        var preset = press.presets().preset(sheet.paper().preset());
        var labels = job.counted(sheet.labels(keyring));
        folder.make(
                sheet.fileName(),
                out -> press.printing().print(sheet.paper().format(), preset, labels, sheet.placement(), out),
                () -> confirmation.printed(sheet, clock.instant()));
    }

    // ---- the service's life

    /** What the jar does beside serving, such as telling the history anew, prints nothing. */
    @Override
    public boolean isAutoStartup() {
        return serves;
    }

    @Override
    public void start() {
        var line = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("labels").factory());
        printer = line;
        line.execute(folder::removeDrafts);
        sweeping = line.scheduleWithFixedDelay(
                () -> folder.removeOlderThan(clock.instant().minus(settings.keep())), 0, 1, TimeUnit.HOURS);
        line.execute(this::goOn);
    }

    /** What was ordered before the process ended. */
    private void goOn() {
        try {
            awaitSeen(progress.head());
            @Nullable String cursor = null;
            do {
                var page = runs.unprinted(cursor, AT_ONCE);
                page.items().forEach(run -> add(run.id(), 0, -1));
                cursor = page.cursor();
            } while (cursor != null);
        } catch (CancellationException | RejectedExecutionException e) {
            log.debug("The process ends before it has begun to print", e);
        } catch (RuntimeException e) {
            log.warn("What was left unprinted is printed when somebody asks for it: {}", e.toString());
        }
    }

    private boolean isStopping() {
        return !isRunning();
    }

    @Override
    public boolean isRunning() {
        return sweeping != null;
    }

    @Override
    public void stop() {
        var line = Objects.requireNonNull(printer);
        printer = null;
        sweeping = null;
        jobs.values().forEach(PrintJob::giveUp);
        line.shutdown();
        awaitEnd(line);
        jobs.clear();
    }

    /** What is given up takes its draft away. */
    private static void awaitEnd(ScheduledExecutorService line) {
        try {
            if (!line.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("Labels are still being printed while the service ends; the next start removes the draft");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
