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

    @Bean(destroyMethod = "close")
    StoreServer storeServer(MongoSettings settings) {
        var uri = settings.uri();
        return uri == null || uri.isBlank() ? EmbeddedServer.open(settings.directory()) : StoreServer.Remote.at(uri);
    }

    @Bean(destroyMethod = "close")
    MongoClient mongoClient(StoreServer server) {
        log.info("Data: {}", server);
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(server.uri()))
                .applicationName("nguongoc")
                .timeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .build());
    }

    @Bean
    MongoDatabase mongoDatabase(MongoClient client, MongoSettings settings, StoreServer server) {
        var database = client.getDatabase(settings.database());
        new FirstContact(client, server).with(database);
        return database;
    }
}
