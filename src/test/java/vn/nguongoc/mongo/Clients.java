package vn.nguongoc.mongo;

import com.mongodb.client.MongoClient;

/** For tests of other rooms that need a client configured as the service's own is, but for shorter deadlines. */
public final class Clients {
    private Clients() {}

    public static MongoClient of(String uri) {
        return StoreServer.Remote.at(uri + (uri.contains("?") ? "&" : "/?") + "maxIdleTimeMS=200")
                .connect();
    }
}
