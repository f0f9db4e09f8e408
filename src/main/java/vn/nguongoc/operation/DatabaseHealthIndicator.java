package vn.nguongoc.operation;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether the database answers within a second. While it does not, nothing can be recorded or read: that is
 * {@code DOWN}, 503.
 */
@Component
class DatabaseHealthIndicator implements HealthIndicator {
    private static final Document PING = new Document("ping", 1);

    private final MongoDatabase database;

    DatabaseHealthIndicator(MongoDatabase database) {
        this.database = database.withTimeout(1, TimeUnit.SECONDS);
    }

    @Override
    public Health health() {
        return answers() ? Health.up().build() : Health.down().build();
    }

    boolean answers() {
        try {
            return !database.runCommand(PING).isEmpty();
        } catch (MongoException away) {
            return false;
        }
    }
}
