package vn.nguongoc.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The server that holds the data, and whether it ends with this process. */
public sealed interface StoreServer extends AutoCloseable permits EmbeddedServer, StoreServer.Remote {
    /** After this a call that got no answer fails; {@code timeoutMS} in the URI says otherwise. */
    long TIMEOUT_SECONDS = 5;

    /**
     * When connections die unnoticed, all in the pool do. Each would cost somebody the time to find out; an idle one is
     * rather given up, so that whoever found the first one dead gets a new one next. Shorter than the log's
     * {@code attempt}; {@code maxIdleTimeMS} in the URI says otherwise.
     */
    long IDLE_SECONDS = 3;

    /** The connection string to reach it by. */
    String uri();

    /**
     * A client that asks for majority and journal on every write and for majority on every read. Nobody hangs on a
     * database that is away.
     *
     * @throws StoreUnavailable if the server does not answer, does not let us in, or takes no writes
     */
    default MongoClient connect() {
        var client = MongoClients.create(MongoClientSettings.builder()
                .applicationName("nguongoc")
                .timeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .applyToConnectionPoolSettings(pool -> pool.maxConnectionIdleTime(IDLE_SECONDS, TimeUnit.SECONDS))
                .applyConnectionString(new ConnectionString(uri()))
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .build());
        try {
            new FirstContact(client, this).make();
            return client;
        } catch (RuntimeException e) {
            client.close();
            throw e;
        }
    }

    /** Whether it lives in this process and serves nobody else. */
    boolean isEmbedded();

    /** Where on this machine the data lies; nowhere if it is on another one. */
    Optional<Path> directory();

    @Override
    void close();

    /** Somebody else's MongoDB: not ours to close. */
    record Remote(String uri) implements StoreServer {

        /**
         * @throws StoreUnavailable if this is not a connection string; its text, which may hold a password, is not told
         */
        public static Remote at(String uri) {
            try {
                new ConnectionString(uri);
                return new Remote(uri);
            } catch (IllegalArgumentException e) {
                throw new StoreUnavailable(
                        "The value of nguongoc.mongo.uri is not a MongoDB connection string",
                        "It looks like mongodb://first,second,third/?replicaSet=…",
                        null);
            }
        }

        @Override
        public boolean isEmbedded() {
            return false;
        }

        @Override
        public Optional<Path> directory() {
            return Optional.empty();
        }

        @Override
        public void close() {}

        /** Names the hosts, never the credentials. */
        @Override
        public String toString() {
            return "MongoDB at " + String.join(", ", new ConnectionString(uri).getHosts());
        }
    }
}
