package vn.nguongoc.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One client for the whole service, asking for majority and journal on every write and for majority on every read. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MongoSettings.class)
class MongoConnection {
    private static final Logger log = LoggerFactory.getLogger(MongoConnection.class);

    /** After this a call that got no answer fails: nobody hangs on a database that is away. */
    private static final long TIMEOUT_SECONDS = 5;

    /**
     * When connections die unnoticed, all in the pool do. Each would cost somebody the time to find out; an idle one is
     * rather given up, so that whoever found the first one dead gets a new one next. Shorter than the log's
     * {@code attempt}.
     */
    private static final long IDLE_SECONDS = 1;

    @Bean(destroyMethod = "close")
    StoreServer storeServer(MongoSettings settings) {
        var uri = settings.uri();
        return uri == null || uri.isBlank() ? EmbeddedServer.open(settings.directory()) : new StoreServer.Remote(uri);
    }

    @Bean(destroyMethod = "close")
    MongoClient mongoClient(StoreServer server) {
        log.info("Data: {}", server);
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(server.uri()))
                .applicationName("nguongoc")
                .applyToConnectionPoolSettings(pool -> pool.maxConnectionIdleTime(IDLE_SECONDS, TimeUnit.SECONDS))
                .timeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .build());
    }

    @Bean
    MongoDatabase mongoDatabase(MongoClient client, MongoSettings settings) {
        return client.getDatabase(settings.database());
    }
}
