package vn.nguongoc.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One client for the whole service, and the database that holds its data. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MongoSettings.class)
public class MongoConnection {
    private static final Logger log = LoggerFactory.getLogger(MongoConnection.class);

    @Bean(destroyMethod = "close")
    StoreServer storeServer(MongoSettings settings) {
        var uri = settings.uri();
        if (uri != null && !uri.isBlank()) {
            return StoreServer.Remote.at(uri);
        }
        if (!settings.create()) {
            StoreFile.requireIn(settings.directory());
        }
        return EmbeddedServer.open(settings.directory());
    }

    @Bean(destroyMethod = "close")
    MongoClient mongoClient(StoreServer server) {
        log.info("Data: {}", server);
        return server.connect();
    }

    @Bean
    MongoDatabase mongoDatabase(MongoClient client, MongoSettings settings) {
        var database = client.getDatabase(settings.database());
        var format = new StoreFormat(database);
        if (settings.create()) {
            format.requireOrCreate();
        } else {
            format.require();
        }
        return database;
    }
}
