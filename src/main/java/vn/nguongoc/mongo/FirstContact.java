package vn.nguongoc.mongo;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoClient;
import com.mongodb.connection.ServerDescription;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The first words with a server: whether it answers, lets us in, and takes writes. */
final class FirstContact {
    private static final int UNAUTHORIZED = 13;
    private static final int AUTHENTICATION_FAILED = 18;

    private final MongoClient client;
    private final StoreServer server;

    FirstContact(MongoClient client, StoreServer server) {
        this.client = client;
        this.server = server;
    }

    /** @throws StoreUnavailable if one of these is not so */
    void make() {
        try {
            client.listDatabaseNames().first();
            refuseIfSecondary();
        } catch (MongoSecurityException e) {
            throw notLetIn(e);
        } catch (MongoCommandException e) {
            throw e.getErrorCode() == UNAUTHORIZED || e.getErrorCode() == AUTHENTICATION_FAILED ? notLetIn(e) : e;
        } catch (MongoTimeoutException e) {
            throw sees(ServerDescription::isSecondary) ? secondary(e) : silent(e);
        }
    }

    private void refuseIfSecondary() {
        if (sees(ServerDescription::isSecondary) && !sees(ServerDescription::isPrimary)) {
            throw secondary(null);
        }
    }

    private boolean sees(Predicate<ServerDescription> kind) {
        return client.getClusterDescription().getServerDescriptions().stream().anyMatch(kind);
    }

    private StoreUnavailable silent(MongoException e) {
        return unavailable(
                server + " does not answer",
                "Is it running, and can this machine reach it? Its address is in --nguongoc.mongo.uri",
                e);
    }

    private StoreUnavailable notLetIn(MongoException e) {
        return unavailable(
                server + " does not let us in: it needs a name and password, or other ones",
                "Put them into the URI in the environment variable NGUONGOC_MONGO_URI: mongodb://name:password@host/?authSource=…",
                e);
    }

    private StoreUnavailable secondary(@Nullable MongoException e) {
        return unavailable(
                server + " takes no writes: we reach a secondary, but no primary",
                "Name the whole replica set: --nguongoc.mongo.uri=mongodb://first,second,third/?replicaSet=…",
                e);
    }

    private static StoreUnavailable unavailable(String message, String remedy, @Nullable Throwable cause) {
        return new StoreUnavailable(message, remedy, cause);
    }
}
