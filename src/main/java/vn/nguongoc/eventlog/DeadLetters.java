package vn.nguongoc.eventlog;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import java.util.List;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.deadletter.DeadLetteringEventHandlerInvoker;
import org.axonframework.extensions.mongo.MongoTemplate;
import org.axonframework.extensions.mongo.eventhandling.deadletter.MongoSequencedDeadLetterQueue;
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
 * All other aggregates' events go on.
 */
@Component
public class DeadLetters {
    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

    private final MongoTemplate template;
    private final EventSerializer serializer;
    private volatile boolean ending;

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

    /** How many events this group has set aside. */
    public long waiting(String group) {
        return queue(group).size();
    }

    /** Throws away what this group set aside. */
    public void forget(String group) {
        queue(group).clear();
    }

    /**
     * Tries each again that this group set aside.
     *
     * @return how many aggregates' events could be handled this time
     */
    public static int retry(EventProcessingConfiguration processing, String group) {
        return retry(processing.sequencedDeadLetterProcessor(group).orElseThrow());
    }

    /**
     * Tries each again that was set aside.
     *
     * @return how many aggregates' events could be handled this time
     */
    public static int retry(SequencedDeadLetterProcessor<EventMessage<?>> letters) {
        int handled = 0;
        while (letters.processAny()) {
            handled++;
        }
        return handled;
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
                    "The event at {} is set aside",
                    event.trackingToken().position().orElse(-1),
                    cause);
        }
        return Decisions.enqueue(cause);
    }
}
