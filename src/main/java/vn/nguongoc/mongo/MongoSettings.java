package vn.nguongoc.mongo;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the data lives.
 *
 * @param uri {@code nguongoc.mongo.uri}: a MongoDB replica set to use; absent: the embedded server
 * @param database {@code nguongoc.mongo.database}: its database
 * @param create {@code nguongoc.mongo.create}: whether a store is made where there is none; commands that only look at
 *     one set it to false
 * @param directory {@code nguongoc.mongo.directory}: where the embedded server keeps its file; absent with a
 *     {@code uri}
 */
@ConfigurationProperties("nguongoc.mongo")
record MongoSettings(
        @Nullable String uri,
        @DefaultValue("nguongoc") String database,
        @DefaultValue("true") boolean create,
        @DefaultValue("nguongoc-data") Path directory) {}
