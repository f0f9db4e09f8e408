package vn.nguongoc.history;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
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
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.eventlog.DeadLetters;
import vn.nguongoc.eventlog.Tokens;

/** The history once told from the beginning: its views, its lists, and the follower of the log that feeds them. */
final class Generation {
    /** Under load so many events are told at once; where there are fewer, what is there. */
    private static final int BATCH = 500;

    private static final long REMEMBERED_BYTES = 64L << 20;
    private static final int BYTES_OF_A_RUN = 4 << 10;

    private final long number;
    private final Views views;
    private final Answers<Answer> answers;
    private final Answers<LotHistory> histories;
    private final Answers<ViewOfLabelRun> runs;
    private final Tokens tokens;
    private final DeadLetters letters;
    private final DeadLetteringEventHandlerInvoker projections;
    private final TrackingEventProcessor follower;

    Generation(
            long number,
            MongoDatabase database,
            Catalogue catalogue,
            EventStore log,
            Tokens tokens,
            DeadLetters letters) {
        this.number = number;
        this.tokens = tokens;
        this.letters = letters;
        this.answers = new Answers<>(this::isFollowing, REMEMBERED_BYTES, it -> it.body().length);
        this.histories = new Answers<>(this::isFollowing, REMEMBERED_BYTES, LotHistory::weight);
        this.runs = new Answers<>(this::isFollowing, REMEMBERED_BYTES >> 4, it -> BYTES_OF_A_RUN);
        this.views = new Views(database, number, this::forget);
        this.projections = letters.invoker(follower(number), projections(views, catalogue));
        this.follower = TrackingEventProcessor.builder()
                .name(follower(number))
                .eventHandlerInvoker(projections)
                .messageSource(log)
                .tokenStore(tokens)
                .transactionManager(NoTransactionManager.INSTANCE)
                .trackingEventProcessorConfiguration(TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                        .andBatchSize(BATCH)
                        .andInitialTrackingToken(StreamableMessageSource::createTailToken)
                        .andEventTrackerStatusChangeListener(changes -> {
                            if (changes.values().stream().anyMatch(it -> it.trackerAdded() || it.trackerRemoved())) {
                                views.rememberNothing();
                                answers.forgetAll();
                                histories.forgetAll();
                                runs.forgetAll();
                            }
                        }))
                .build();
        follower.registerHandlerInterceptor(this::inBatches);
    }

    static List<Object> projections(Views views, Catalogue catalogue) {
        var seasons = new SeasonEntries(views, catalogue);
        return List.of(
                new HistoryProjection(views),
                new PlotProjection(views, seasons),
                new LotProjection(views, new LotEntries(views, new CropSeasons(catalogue)), seasons),
                new FlowProjection(views),
                new LabelProjection(views));
    }

    /** Name of the follower, its token and its dead letters. */
    static String follower(long number) {
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

    long number() {
        return number;
    }

    Views views() {
        return views;
    }

    /** Written histories. */
    Answers<Answer> answers() {
        return answers;
    }

    /** Histories that were put together, by lot and by address. */
    Answers<LotHistory> histories() {
        return histories;
    }

    /** Runs of labels, by what their serials are made of. */
    Answers<ViewOfLabelRun> runs() {
        return runs;
    }

    private void forget(Set<ViewKey> changed) {
        answers.forget(changed);
        histories.forget(changed);
        runs.forget(changed);
    }

    void start() {
        letters.joins(follower, projections);
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
    int retryDeadLetters() {
        return letters.retry(follower.getName(), projections);
    }

    /** How many events wait because they, or one before them, could not be handled. */
    long deadLetters() {
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
