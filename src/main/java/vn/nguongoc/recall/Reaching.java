package vn.nguongoc.recall;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nguongoc.recall.RecallCommand.ReachLots;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.RecallId;

/**
 * Holds lots for recalls, many in one commit: buyers of a thousand lots should not wait for a thousand commits. What a
 * batch of events asks for is done when the batch ends, before it counts as read.
 */
@Component
class Reaching {
    private static final String BATCH = Reaching.class.getName();
    private static final int LOTS_AT_ONCE = 50;

    private final Acts acts;
    private final Children children;

    /** After a batch failed: then the event whose act fails has to fail alone. Of the one thread that follows. */
    private boolean oneByOne;

    Reaching(Acts acts, Children children) {
        this.acts = acts;
        this.children = children;
    }

    private record Cause(RecallId recall, OffsetDateTime happenedAt) {}

    /** What is to be done in one batch. */
    private static final class Asked {
        private final Map<Cause, Set<LotId>> lots = new LinkedHashMap<>();
        private long latest;
    }

    /** @param position of the event that asks for it */
    void reach(Collection<LotId> lots, RecallId recall, OffsetDateTime happenedAt, long position) {
        var cause = new Cause(recall, happenedAt);
        Asked asked =
                CurrentUnitOfWork.isStarted() ? CurrentUnitOfWork.get().root().getResource(BATCH) : null;
        if (asked == null) {
            reach(cause, List.copyOf(lots), position);
        } else {
            asked.lots.computeIfAbsent(cause, it -> new LinkedHashSet<>()).addAll(lots);
            asked.latest = position;
        }
    }

    @Nullable
    Object inBatches(UnitOfWork<? extends EventMessage<?>> work, InterceptorChain chain) throws Exception {
        if (!(work instanceof BatchingUnitOfWork<?> batch)) {
            return chain.proceed();
        }
        if (batch.isFirstMessage() && !oneByOne) {
            batch.resources().put(BATCH, new Asked());
        }
        var result = chain.proceed();
        if (batch.isLastMessage()) {
            Asked asked = batch.getResource(BATCH);
            oneByOne = asked != null;
            if (asked != null) {
                asked.lots.forEach((cause, lots) -> reach(cause, List.copyOf(lots), asked.latest));
            }
            oneByOne = false;
        }
        return result;
    }

    /** The same lots at the same place in the log are the same act, however often their cause is read. */
    private void reach(Cause cause, List<LotId> lots, long position) {
        for (int i = 0; i < lots.size(); i += LOTS_AT_ONCE) {
            hold(cause, lots.subList(i, Math.min(i + LOTS_AT_ONCE, lots.size())), position);
        }
    }

    /** One that is refused for good must not keep the others from being held, nor pass for held itself. */
    private void hold(Cause cause, List<LotId> some, long position) {
        var names = some.stream().map(LotId::value).collect(Collectors.joining(","));
        var key = cause.recall + "/" + position + "/" + names;
        if (acts.once(key, new ReachLots(cause.recall, some, cause.happenedAt))) {
            children.addRecall(some, cause.recall);
        } else if (some.size() > 1) {
            some.forEach(lot -> hold(cause, List.of(lot), position));
        }
    }
}
