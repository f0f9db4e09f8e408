package vn.nguongoc.eventlog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * The first few events of aggregates, read before they are loaded: of many in few questions, since lots that were made
 * or held together lie in one commit, which would be read for each of them. What was read belongs to the unit of work
 * at hand. If an aggregate changes in between, its next version is taken and the command is decided again.
 */
final class ReadAhead implements MessageHandlerInterceptor<CommandMessage<?>> {
    /** Most aggregates are lots, which have no more. */
    static final int FEW = 8;

    private static final String KEPT = ReadAhead.class.getName();

    /** Aggregates in one question: what it costs grows with how many there are times how many lie in one commit. */
    private static final int TOGETHER = 100;

    private final Commits commits;

    ReadAhead(Commits commits) {
        this.commits = commits;
    }

    /** Before a command is handled that {@link LoadsMany loads many}. */
    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain)
            throws Exception {
        if (work.getMessage().getPayload() instanceof LoadsMany many
                && many.aggregates().size() > 1) {
            var aggregates = many.aggregates();
            for (int i = 0; i < aggregates.size(); i += TOGETHER) {
                kept().putAll(beginnings(aggregates.subList(i, Math.min(i + TOGETHER, aggregates.size()))));
            }
        }
        return chain.proceed();
    }

    /** Reads how one begins and keeps it until it is {@link #take taken}; without a unit of work nothing is kept. */
    List<StoredEvent> begin(String aggregate) {
        return CurrentUnitOfWork.isStarted()
                ? kept().computeIfAbsent(aggregate, this::beginning)
                : beginning(aggregate);
    }

    private List<StoredEvent> beginning(String aggregate) {
        return beginnings(List.of(aggregate)).getOrDefault(aggregate, List.of());
    }

    /** How one begins, if that was read; the next time it is not. */
    Optional<List<StoredEvent>> take(String aggregate) {
        return CurrentUnitOfWork.isStarted() ? Optional.ofNullable(kept().remove(aggregate)) : Optional.empty();
    }

    private static Map<String, List<StoredEvent>> kept() {
        return CurrentUnitOfWork.get().root().getOrComputeResource(KEPT, key -> new HashMap<>());
    }

    /** Of each of these, even if it has none. */
    private Map<String, List<StoredEvent>> beginnings(Collection<String> aggregates) {
        var begun = new HashMap<String, List<StoredEvent>>();
        aggregates.forEach(aggregate -> begun.put(aggregate, new ArrayList<>()));
        for (var commit :
                commits.holding(aggregates.stream().flatMap(ReadAhead::versions).toList())) {
            for (var entry : commit.entries()) {
                var events = begun.get(entry.version().aggregate());
                if (events != null && entry.version().sequence() < FEW) {
                    events.add(StoredEvent.read(entry.bytes(), commit.draft().recordedAt()));
                }
            }
        }
        return begun;
    }

    private static Stream<Commit.Version> versions(String aggregate) {
        return LongStream.range(0, FEW).mapToObj(sequence -> new Commit.Version(aggregate, sequence));
    }
}
