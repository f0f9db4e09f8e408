package vn.nguongoc.generations;

import com.mongodb.client.MongoDatabase;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.deadletter.DeadLetteringEventHandlerInvoker;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.eventlog.DeadLetters;
import vn.nguongoc.eventlog.Tokens;

/** The history once told from the beginning: its views, its lists, and the follower of the log that feeds them. */
public final class Generation {
    /** Under load so many events are told at once; where there are fewer, what is there. */
    private static final int BATCH = 500;

    private final long number;
    private final Views views;
    private final Map<Memory<?>, Answers<?>> answers = new ConcurrentHashMap<>();
    private final Tokens tokens;
    private final DeadLetters letters;
    private final DeadLetteringEventHandlerInvoker told;
    private final TrackingEventProcessor follower;

    public Generation(
            long number,
            MongoDatabase database,
            Projections projections,
            EventStore log,
            Tokens tokens,
            DeadLetters letters) {
        this.number = number;
        this.tokens = tokens;
        this.letters = letters;
        this.views = new Views(database, number, this::forget);
        this.told = letters.invoker(follower(number), projections.into(views));
        this.follower = TrackingEventProcessor.builder()
                .name(follower(number))
                .eventHandlerInvoker(told)
                .messageSource(log)
                .tokenStore(tokens)
                .transactionManager(NoTransactionManager.INSTANCE)
                .trackingEventProcessorConfiguration(TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                        .andBatchSize(BATCH)
                        .andInitialTrackingToken(StreamableMessageSource::createTailToken)
                        .andEventTrackerStatusChangeListener(changes -> {
                            if (changes.values().stream().anyMatch(it -> it.trackerAdded() || it.trackerRemoved())) {
                                views.rememberNothing();
                                answers.values().forEach(Answers::forgetAll);
                            }
                        }))
                .build();
        follower.registerHandlerInterceptor(this::inBatches);
    }

    /** Name of the follower, its token and its dead letters. */
    public static String follower(long number) {
        return Shelves.PREFIX + number;
    }

    /** What a batch changes is written before the token says that it was. */
    private @Nullable Object inBatches(UnitOfWork<? extends EventMessage<?>> work, InterceptorChain chain)
            throws Exception {
        var batch = work instanceof BatchingUnitOfWork<?> it ? it : null;
        if (batch == null) {
            return chain.proceed();
        }
        var done = false;
        try {
            if (batch.isFirstMessage()) {
                views.beginBatch(lastPosition(batch));
            }
            var result = chain.proceed();
            if (batch.isLastMessage()) {
                views.endBatch();
            }
            done = true;
            return result;
        } finally {
            if (!done) {
                views.abandonBatch();
            }
        }
    }

    private static long lastPosition(BatchingUnitOfWork<?> batch) {
        return Told.position((TrackedEventMessage<?>) batch.getMessages().getLast());
    }

    public long number() {
        return number;
    }

    public Views views() {
        return views;
    }

    /** Answers of one kind that were given from these views. */
    @SuppressWarnings("unchecked") // what was put there for a memory of these answers
    public <A> Answers<A> answers(Memory<A> memory) {
        return (Answers<A>) answers.computeIfAbsent(memory, it -> new Answers<>(this::isFollowing, memory));
    }

    private void forget(Set<ViewKey> changed) {
        answers.values().forEach(it -> it.forget(changed));
    }

    void start() {
        letters.joins(follower, told);
        follower.start();
    }

    void stop() {
        letters.leaves(follower.getName());
        follower.shutDown();
    }

    boolean isRunning() {
        return follower.isRunning();
    }

    /**
     * Tries events again that could not be handled.
     *
     * @return how many aggregates' events could be handled this time
     */
    public int retryDeadLetters() {
        return letters.retry(follower.getName(), told);
    }

    /** How many events wait because they, or one before them, could not be handled. */
    public long deadLetters() {
        return letters.waiting(follower.getName());
    }

    /** Whether it is this process that feeds it: of several on one log, one follows for all. */
    boolean isFollowing() {
        return !follower.processingStatus().isEmpty();
    }

    /** What keeps this process from feeding it; absent while nothing does. */
    @Nullable
    Throwable failure() {
        return follower.processingStatus().values().stream()
                .filter(EventTrackerStatus::isErrorState)
                .map(EventTrackerStatus::getError)
                .findFirst()
                .orElse(null);
    }

    /** Position of the last event that every view has seen; −1 before the first. */
    long position() {
        return follower.processingStatus().values().stream()
                .map(EventTrackerStatus::getCurrentPosition)
                .mapToLong(position -> position.orElse(-1))
                .min()
                .orElseGet(() -> positionInAnotherProcess().orElse(-1));
    }

    private OptionalLong positionInAnotherProcess() {
        return tokens.position(follower.getName());
    }
}
