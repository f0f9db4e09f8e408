package vn.nguongoc.generations;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.nguongoc.eventlog.DeadLetters;
import vn.nguongoc.eventlog.Tokens;
import vn.nguongoc.generations.GenerationStates.State;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.web.WebRefusal;

/**
 * The generations of the history. One is served. When it is told anew, the next one reads the whole log beside it, and
 * is served in its place when it has seen as much; interrupted, it goes on where it was. What is stored of an old one
 * is thrown away a little later, when nobody reads it any more.
 */
@Component
public final class Generations implements SmartLifecycle {
    /** To be counted up when views or lists change what they store, so that they are told anew. */
    static final int SHAPE = 9;

    /** After the event store is there, before anybody is answered; and the other way round when it ends. */
    private static final int PHASE = Integer.MAX_VALUE - 4096;

    private static final Logger log = LoggerFactory.getLogger(Generations.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);
    private static final Duration READ_TO_THE_END = Duration.ofSeconds(10);

    private final GenerationStates states;
    private final MongoDatabase database;
    private final Projections projections;
    private final EventStore events;
    private final Tokens tokens;
    private final DeadLetters letters;
    private final Map<Long, Generation> open = new ConcurrentHashMap<>();
    private final long headAtStart;
    private volatile Generation served;
    private volatile @Nullable Generation building;
    private volatile long servedSince = System.nanoTime();
    private @Nullable Generation retried;
    private @Nullable ScheduledExecutorService clock;
    private volatile @Nullable ScheduledFuture<?> looking;

    public Generations(
            GenerationStates states,
            MongoDatabase database,
            Projections projections,
            EventStore events,
            Tokens tokens,
            DeadLetters letters) {
        this.states = states;
        this.database = database;
        this.projections = projections;
        this.events = events;
        this.tokens = tokens;
        this.letters = letters;
        this.headAtStart = head();
        this.served = generation(states.read(SHAPE).serving());
    }

    /** The views to read. */
    public Views views() {
        return served.views();
    }

    public Generation served() {
        return served;
    }

    /** Position of the last event in the log; −1 if it is empty. */
    public long head() {
        return events.createHeadToken().position().orElse(-1);
    }

    /** Whether it has not even seen yet what was there when the service started. */
    private boolean isCatchingUp() {
        return served.position() < headAtStart;
    }

    /**
     * What was looked for, also if it is nothing.
     *
     * @throws Refused if it is nothing, and might only not be there yet
     */
    public <T> Optional<T> found(Optional<T> thing) {
        if (thing.isEmpty() && isCatchingUp()) {
            throw new Refused(new WebRefusal.NotYetThere(headAtStart, served.position()));
        }
        return thing;
    }

    /** Begins to tell the history anew; if that is being done already, it goes on. */
    void rebuild() {
        var now = states.read(SHAPE);
        if (now.building() == null) {
            var next = GenerationStates.highest(now) + 1;
            if (states.replace(now, new State(now.serving(), next, SHAPE))) {
                log.info("The history is told anew: generation {}", next);
            }
        }
        look();
    }

    /** The generation that is to be served next; absent while none is being built. */
    @Nullable
    Generation building() {
        return building;
    }

    /** How far the next generation is; absent while none is being built. */
    @Nullable
    RebuildProgress progress() {
        var next = building;
        return next == null ? null : new RebuildProgress(next.number(), next.position(), head(), next.failure());
    }

    // ---- from time to time

    /** Does what the state asks for. Doing it again changes nothing. */
    synchronized void look() {
        var state = states.read(SHAPE);
        served = running(state.serving());
        var next = state.building();
        building = next == null ? null : running(next);
        serveIfReady(state);
        retryOnce();
        new ArrayList<>(open.values()).stream().filter(it -> !isWanted(it)).forEach(this::close);
        if (System.nanoTime() - servedSince > READ_TO_THE_END.toNanos()) {
            throwAwayWhatIsOld();
        }
    }

    private void serveIfReady(State state) {
        var next = building;
        var seen = served.position();
        if (next == null || !next.isFollowing() || next.position() < Math.max(seen, headAtStart)) {
            return;
        }
        if (states.replace(state, new State(next.number(), null, SHAPE))) {
            log.info("The history is served from generation {}", next.number());
            served = next;
            building = null;
            servedSince = System.nanoTime();
        }
    }

    /** What could not be handled is tried again when this process begins to follow: it may know how. */
    private void retryOnce() {
        if (retried != served && served.isFollowing()) {
            retried = served;
            served.retryDeadLetters();
        }
    }

    private boolean isWanted(Generation generation) {
        return generation == served || generation == building;
    }

    private Generation generation(long number) {
        return open.computeIfAbsent(number, it -> new Generation(it, database, projections, events, tokens, letters));
    }

    private Generation running(long number) {
        var generation = generation(number);
        if (!generation.isRunning()) {
            generation.start();
        }
        return generation;
    }

    private void close(Generation generation) {
        open.remove(generation.number());
        generation.stop();
    }

    /** Also what versions before this one left. */
    synchronized void throwAwayWhatIsOld() {
        servedSince = Long.MAX_VALUE; // once for each generation that is served
        if (!served.isFollowing()) {
            return;
        }
        for (var name : database.listCollectionNames()) {
            if (name.startsWith("history") && isOld(name)) {
                database.getCollection(name).drop();
            }
        }
        for (var follower : tokens.followers()) {
            if (follower.startsWith("history") && isOld(follower)) {
                tokens.forget(follower);
                letters.forget(follower);
            }
        }
    }

    private boolean isOld(String name) {
        var parts = name.split("-", 3);
        return parts.length < 2 || !parts[1].matches("\\d{1,18}") || Long.parseLong(parts[1]) < served.number();
    }

    // ---- the service's life

    @Override
    public void start() {
        var ticking = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("history").factory());
        clock = ticking;
        look();
        looking = ticking.scheduleWithFixedDelay(
                this::lookIfPossible, LOOK_AGAIN.toMillis(), LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void lookIfPossible() {
        try {
            look();
        } catch (MongoException e) {
            log.debug("The database is away", e); // who reads or writes is told; the next look will do
        } catch (RuntimeException e) {
            log.error("Generations of the history cannot be looked after", e);
        }
    }

    @Override
    public void stop() {
        var ticking = clock;
        if (ticking != null) {
            ticking.shutdownNow();
        }
        looking = null;
        synchronized (this) {
            open.values().forEach(Generation::stop);
        }
    }

    @Override
    public boolean isRunning() {
        return looking != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
