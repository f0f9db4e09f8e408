package vn.nguongoc.mongo;

import com.mongodb.ConnectionString;

/** The server that holds the data, and whether it ends with this process. */
public sealed interface StoreServer extends AutoCloseable permits EmbeddedServer, StoreServer.Remote {

    /** The connection string to reach it by. */
    String uri();

    /** Whether it lives in this process and serves nobody else. */
    boolean isEmbedded();

    @Override
    void close();

    /** Somebody else's MongoDB: not ours to close. */
    record Remote(String uri) implements StoreServer {

        /**
         * @throws StoreUnavailable if this is not a connection string; its text, which may hold a password, is not told
         */
        static Remote at(String uri) {
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
        public void close() {}

        /** Names the hosts, never the credentials. */
        @Override
        public String toString() {
            return "MongoDB at " + String.join(", ", new ConnectionString(uri).getHosts());
        }
    }
}
