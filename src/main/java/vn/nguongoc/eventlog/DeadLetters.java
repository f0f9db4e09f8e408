package vn.nguongoc.eventlog;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.deadletter.DeadLetteringEventHandlerInvoker;
import org.axonframework.extensions.mongo.MongoTemplate;
import org.axonframework.extensions.mongo.eventhandling.deadletter.MongoDeadLetter;
import org.axonframework.extensions.mongo.eventhandling.deadletter.MongoSequencedDeadLetterQueue;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.SequencedDeadLetterProcessor;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.nguongoc.shared.Refused;

/**
 * Where events wait that a follower of the log could not handle, and behind them the later ones of the same aggregate.
 * All other aggregates' events go on. Whoever keeps its dead letters here is a follower that {@link Followers} tells
 * of.
 */
@Component
public class DeadLetters {
    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
    private static final String TRIES = "tries";
    private static final String ENQUEUED_AT = "enqueuedAt";

    private final MongoTemplate template;
    private final EventSerializer serializer;
    private volatile boolean ending;
    private final NavigableSet<String> groups = new ConcurrentSkipListSet<>();
    private final Map<String, Follower> followers = new ConcurrentHashMap<>();

    DeadLetters(MongoTemplate template, EventSerializer serializer) {
        this.template = template;
        this.serializer = serializer;
    }

    /** While the service ends, what a handler needs may be gone already. */
    @EventListener(ContextClosedEvent.class)
    void end() {
        ending = true;
    }

    /** Keeps the dead letters of this processing group; when it starts over, they are thrown away. */
    public void keepFor(EventProcessingConfigurer processing, String group) {
        groups.add(group);
        processing
                .registerDeadLetterQueue(group, configuration -> queue(group))
                .registerDeadLetterPolicy(group, configuration -> this::decide)
                .registerDeadLetteringEventHandlerInvokerConfiguration(
                        group,
                        (configuration, invoker) -> invoker.allowReset(true).enableSequenceIdentifierCache());
    }

    /** Calls these handlers, and sets aside in the name of this group what they cannot handle. */
    public DeadLetteringEventHandlerInvoker invoker(String group, List<?> handlers) {
        return DeadLetteringEventHandlerInvoker.builder()
                .eventHandlers(handlers)
                .queue(queue(group))
                .enqueuePolicy(this::decide)
                .transactionManager(NoTransactionManager.instance())
                .enableSequenceIdentifierCache()
                .build();
    }

    /**
     * A follower that Axon's configuration does not know takes part: it is told of, and its dead letters are tried
     * again.
     */
    public void joins(StreamingEventProcessor processor, SequencedDeadLetterProcessor<EventMessage<?>> letters) {
        followers.put(processor.getName(), new Follower(processor, letters));
        groups.add(processor.getName());
    }

    /** The follower of this name takes part no more; what it set aside stays. */
    public void leaves(String group) {
        groups.remove(group);
        followers.remove(group);
    }

    private record Follower(StreamingEventProcessor processor, SequencedDeadLetterProcessor<EventMessage<?>> letters) {}

    /** The processing groups whose dead letters are kept, by name: every follower of the log. */
    public Set<String> groups() {
        return Collections.unmodifiableSet(groups);
    }

    Optional<StreamingEventProcessor> processor(EventProcessingConfiguration processing, String group) {
        var follower = followers.get(group);
        return follower == null
                ? processing.eventProcessor(group, StreamingEventProcessor.class)
                : Optional.of(follower.processor());
    }

    /**
     * Tries in their order those that this group set aside of one aggregate, until one fails again.
     *
     * @return whether all could be handled; not if somebody else is trying them at this moment, or it is another
     *     process that follows: only who follows knows what is being written
     */
    boolean retry(EventProcessingConfiguration processing, String group, String aggregate) {
        if (processor(processing, group).stream()
                .allMatch(it -> it.processingStatus().isEmpty())) {
            return false;
        }
        var follower = followers.get(group);
        var letters = follower == null
                ? processing.sequencedDeadLetterProcessor(group).orElseThrow()
                : follower.letters();
        return retry(letters, aggregate);
    }

    private static boolean retry(SequencedDeadLetterProcessor<EventMessage<?>> letters, String aggregate) {
        return letters.process(
                letter -> ((MongoDeadLetter<?>) letter).sequenceIdentifier().equals(aggregate));
    }

    /** How many events this group has set aside. */
    public long waiting(String group) {
        return queue(group).size();
    }

    /** Throws away what this group set aside. */
    public void forget(String group) {
        queue(group).clear();
    }

    /**
     * Tries each aggregate's events again that this group set aside, as {@link #retry(String,
     * SequencedDeadLetterProcessor)}.
     */
    public int retry(EventProcessingConfiguration processing, String group) {
        return retry(group, processing.sequencedDeadLetterProcessor(group).orElseThrow());
    }

    /**
     * Tries each aggregate's events again that this group set aside, in the order in which that was done. One that
     * fails again keeps no other from being tried.
     *
     * @return how many aggregates' events could be handled this time
     */
    public int retry(String group, SequencedDeadLetterProcessor<EventMessage<?>> letters) {
        return (int) aggregates(group).stream()
                .filter(aggregate -> retry(letters, aggregate))
                .count();
    }

    /** Without making the events anew: one that nobody can read any more is tried like the others. */
    private Set<String> aggregates(String group) {
        return template.deadLetterCollection()
                .find(Filters.eq(SetAsideEvents.GROUP, group))
                .sort(Sorts.ascending(ENQUEUED_AT))
                .projection(Projections.include(SetAsideEvents.SEQUENCE))
                .map(it -> it.getString(SetAsideEvents.SEQUENCE))
                .into(new LinkedHashSet<>());
    }

    private SequencedDeadLetterQueue<EventMessage<?>> queue(String group) {
        return MongoSequencedDeadLetterQueue.builder()
                .processingGroup(group)
                .mongoTemplate(template)
                .serializer(serializer)
                .build();
    }

    /**
     * A database that is away, or a service that ends, is no fault of the event: it is tried again, here or in another
     * process, and nothing is set aside. A document that the database will not take, however often it is asked, is.
     */
    private EnqueueDecision<EventMessage<?>> decide(DeadLetter<? extends EventMessage<?>> letter, Throwable cause) {
        if (ending) {
            throw new IllegalStateException("the service ends", cause);
        }
        if (cause instanceof MongoException away && !(cause instanceof MongoWriteException)) {
            throw away;
        }
        if (cause instanceof Refused refused && LogRefusal.passesBy(refused.refusal())) {
            throw refused;
        }
        if (letter.message() instanceof TrackedEventMessage<?> event) {
            log.error(
                    "The event at {} is set aside: {}",
                    event.trackingToken().position().orElse(-1),
                    PlainCause.all(cause, event, serializer));
        }
        return Decisions.enqueue(
                PlainCause.of(cause, letter.message(), serializer),
                tried -> tried.diagnostics().and(TRIES, tries(tried.diagnostics()) + 1));
    }

    /** How often the handling of a letter with these diagnostics was tried. */
    static int tries(MetaData diagnostics) {
        return diagnostics.get(TRIES) instanceof Number tries ? tries.intValue() : 0;
    }
}
