package vn.nguongoc.mongo;

import com.mongodb.client.MongoClient;

/** For tests of other rooms that need a client configured as the service's own is. */
public final class Clients {
    private Clients() {}

    public static MongoClient of(String uri) {
        return new MongoConnection().mongoClient(new StoreServer.Remote(uri));
    }
}
