package vn.nguongoc.eventlog;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.MongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.nguongoc.mongo.StoreServer;

/** Puts the log behind Axon: event store, serializers, tokens. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LogSettings.class)
class EventLogConfiguration {
    /** How often a process looks for what others appended; what it appended itself it sees at once. */
    private static final Duration POLL = Duration.ofMillis(100);

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    @Qualifier("eventSerializer")
    EventSerializer eventSerializer(EventTypes types) {
        return new EventSerializer(types);
    }

    @Bean
    Commits commits(MongoDatabase database, LogSettings settings) {
        return new MongoCommits(database, settings.attempt());
    }

    @Bean
    static ConfigurerModule commandsReadAhead(ObjectProvider<Commits> commits) {
        return configurer -> configurer.onInitialize(axon ->
                axon.onStart(() -> axon.commandBus().registerHandlerInterceptor(new ReadAhead(commits.getObject()))));
    }

    @Bean(destroyMethod = "close")
    Appender appender(Commits commits, LogSettings settings) {
        return new Appender(commits, settings);
    }

    @Bean
    EventStorageEngine eventStorageEngine(
            Commits commits,
            Appender appender,
            MongoDatabase database,
            EventTypes types,
            EventSerializer serializer,
            Clock clock) {
        var names = new EventNames(database);
        names.requireKnown(types);
        return new LogEngine(
                new LogEngine.Builder(serializer, new Snapshots(database)), commits, appender, names, clock);
    }

    @Bean
    EmbeddedEventStore eventStore(EventStorageEngine engine) {
        return EmbeddedEventStore.builder()
                .storageEngine(engine)
                .fetchDelay(POLL.toMillis())
                .timeUnit(TimeUnit.MILLISECONDS)
                .build();
    }

    /** For aggregates that go on for years: a snapshot is worth its reading from about here on. */
    @Bean
    SnapshotTriggerDefinition everyFiftyEvents(Snapshotter snapshotter) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, 50);
    }

    @Bean
    MongoTemplate axonCollections(MongoClient client, MongoDatabase database) {
        return DefaultMongoTemplate.builder()
                .mongoDatabase(client, database.getName())
                .build();
    }

    @Bean
    Tokens tokenStore(MongoTemplate template, MongoDatabase database, StoreServer server) {
        var builder = MongoTokenStore.builder()
                .mongoTemplate(template)
                .serializer(Tokens.SERIALIZER)
                // The embedded server serves one process: after a crash the next one takes its tokens over at once.
                .nodeId(server.isEmbedded() ? "embedded" : UUID.randomUUID().toString());
        return new Tokens(builder, database);
    }
}
