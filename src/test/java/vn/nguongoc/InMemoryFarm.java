package vn.nguongoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.Repository;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.evidence.Exhibits;

/**
 * The real aggregates of the writing rooms over an event store in memory: everything but the log and HTTP. It remembers
 * what each aggregate was when its last commit ended.
 */
public final class InMemoryFarm {
    private static final List<String> AGGREGATES = List.of(
            "organisation.Organisation",
            "seed.SeedLot",
            "plot.FarmPlot",
            "plot.Land",
            "lot.HarvestLot",
            "lot.LotNumber",
            "step.ProcessingStep");

    private final Configuration axon;
    private final InMemoryEventStorageEngine log = new InMemoryEventStorageEngine();
    private final Map<String, Remembered<?>> remembered = new LinkedHashMap<>();

    public InMemoryFarm() {
        var configurer = DefaultConfigurer.defaultConfiguration()
                .configureEmbeddedEventStore(c -> log)
                .registerComponent(Catalogue.class, c -> Farm.CATALOGUE)
                .registerComponent(Exhibits.class, c -> Farm.FILES)
                .registerComponent(EventStore.class, Configuration::eventStore);
        for (var name : AGGREGATES) {
            configurer.configureAggregate(configured(type(name)));
        }
        axon = configurer.start();
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName("vn.nguongoc." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> AggregateConfigurer<T> configured(Class<T> type) {
        return AggregateConfigurer.defaultConfiguration(type)
                .configureRepository(c -> new Remembering<>(EventSourcingRepository.builder(type)
                        .eventStore(c.eventStore())
                        .parameterResolverFactory(c.parameterResolverFactory())
                        .handlerDefinition(c.handlerDefinition(type))
                        .repositoryProvider(c::repository)));
    }

    /** As if these had happened to one aggregate. */
    public void given(String aggregate, Object... events) {
        var all = new ArrayList<DomainEventMessage<?>>();
        for (var event : events) {
            all.add(new GenericDomainEventMessage<>("given", aggregate, all.size(), event));
        }
        log.appendEvents(all);
    }

    /** Sends a command, and returns what was stored because of it. */
    public List<Object> when(Object command) {
        var head = head();
        send(command);
        return eventsAfter(head);
    }

    /** Sends a command; what it refuses leaves nothing behind. */
    public void send(Object command) {
        axon.commandGateway().sendAndWait(command);
    }

    /** The position of the last event; -1 if there is none. */
    public long head() {
        var token = log.createHeadToken();
        return token == null ? -1 : token.position().orElse(-1);
    }

    /** What was stored after a position, in order. */
    public List<Object> eventsAfter(long position) {
        var from = position < 0 ? null : new GlobalSequenceTrackingToken(position);
        var events = new ArrayList<>();
        log.readEvents(from, false).forEach(it -> events.add(it.getPayload()));
        return events;
    }

    /** Each aggregate touched since then is what its events say, field by field. Forgets them. */
    public void everyStateIsWhatItsEventsSay() {
        remembered.forEach((id, it) ->
                assertThat(it.replayed(id)).as(id).usingRecursiveComparison().isEqualTo(it.state()));
        remembered.clear();
    }

    private record Remembered<T>(T state, Remembering<T> repository) {
        T replayed(String id) {
            return repository.replayed(id);
        }
    }

    /** A repository as Axon has it, which tells what it loaded and created. */
    private final class Remembering<T> extends EventSourcingRepository<T> {
        Remembering(Builder<T> builder) {
            super(builder);
        }

        @Override
        protected EventSourcedAggregate<T> doLoadWithLock(String id, Long version) {
            return remember(super.doLoadWithLock(id, version));
        }

        @Override
        protected EventSourcedAggregate<T> doCreateNewForLock(Callable<T> factory) throws Exception {
            return remember(super.doCreateNewForLock(factory));
        }

        private EventSourcedAggregate<T> remember(EventSourcedAggregate<T> aggregate) {
            CurrentUnitOfWork.get()
                    .root()
                    .afterCommit(done -> remembered.put(
                            aggregate.identifierAsString(),
                            new Remembered<>(aggregate.invoke(Function.identity()), this)));
            return aggregate;
        }

        T replayed(String id) {
            var unit = DefaultUnitOfWork.startAndGet(null);
            try {
                return ((Repository<T>) this).load(id).invoke(Function.identity());
            } finally {
                unit.rollback();
            }
        }
    }
}
