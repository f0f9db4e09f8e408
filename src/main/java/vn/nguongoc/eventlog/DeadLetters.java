package vn.nguongoc.eventlog;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.extensions.mongo.MongoTemplate;
import org.axonframework.extensions.mongo.eventhandling.deadletter.MongoDeadLetter;
import org.axonframework.extensions.mongo.eventhandling.deadletter.MongoSequencedDeadLetterQueue;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.nguongoc.shared.Refused;

/**
 * Where events wait that a follower of the log could not handle, and behind them the later ones of the same aggregate.
 * All other aggregates' events go on. Whoever keeps its dead letters here is a follower that {@link Followers} tells of.
 */
@Component
public class DeadLetters {
    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
    private static final String TRIES = "tries";

    private final MongoTemplate template;
    private final EventSerializer serializer;
    private final NavigableSet<String> groups = new ConcurrentSkipListSet<>();

    DeadLetters(MongoTemplate template, EventSerializer serializer) {
        this.template = template;
        this.serializer = serializer;
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

    /** The processing groups whose dead letters are kept, by name: every follower of the log. */
    public Set<String> groups() {
        return Collections.unmodifiableSet(groups);
    }

    /**
     * Tries each aggregate's again that this group set aside, once.
     *
     * @return how many aggregates' events could all be handled this time
     */
    public static int retry(EventProcessingConfiguration processing, String group) {
        var aggregates = new ArrayList<String>();
        processing.deadLetterQueue(group).orElseThrow().deadLetters().forEach(letters -> aggregates.add(
                aggregate(letters.iterator().next())));
        return (int) aggregates.stream()
                .filter(aggregate -> retry(processing, group, aggregate))
                .count();
    }

    /**
     * Tries in their order those that this group set aside of one aggregate, until one fails again.
     *
     * @return whether all could be handled; not if somebody else is trying them at this moment
     */
    static boolean retry(EventProcessingConfiguration processing, String group, String aggregate) {
        return processing
                .sequencedDeadLetterProcessor(group)
                .orElseThrow()
                .process(letter -> aggregate(letter).equals(aggregate));
    }

    private static String aggregate(DeadLetter<?> letter) {
        return ((MongoDeadLetter<?>) letter).sequenceIdentifier();
    }

    private SequencedDeadLetterQueue<EventMessage<?>> queue(String group) {
        return MongoSequencedDeadLetterQueue.builder()
                .processingGroup(group)
                .mongoTemplate(template)
                .serializer(serializer)
                .build();
    }

    /**
     * A database that is away is no fault of the event: it is tried again, and nothing is set aside. A document that
     * the database will not take, however often it is asked, is.
     */
    private EnqueueDecision<EventMessage<?>> decide(DeadLetter<? extends EventMessage<?>> letter, Throwable cause) {
        if (cause instanceof MongoException away && !(cause instanceof MongoWriteException)) {
            throw away;
        }
        if (cause instanceof Refused refused && LogRefusal.passesBy(refused.refusal())) {
            throw refused;
        }
        if (letter.message() instanceof TrackedEventMessage<?> event) {
            log.error(
                    "The event at {} is set aside",
                    event.trackingToken().position().orElse(-1),
                    cause);
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
