package vn.nguongoc.eventlog;

import com.mongodb.client.MongoDatabase;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import vn.nguongoc.mongo.StoreFormat;
import vn.nguongoc.mongo.StoreServer;
import vn.nguongoc.mongo.StoreUnavailable;

/**
 * The command {@code copy}: copies the log into the MongoDB named by {@code nguongoc.copy.to} and compares the two.
 * Ends with an error if they are not the same; the service refuses to start on a copy that was not finished.
 */
public final class CopyCommand implements ApplicationRunner {
    private final MongoDatabase from;
    private final @Nullable String uri;
    private final String name;
    private final PrintStream terminal = System.out;

    public CopyCommand(
            MongoDatabase from,
            @Value("${nguongoc.copy.to:#{null}}") @Nullable String uri,
            @Value("${nguongoc.copy.database:nguongoc}") String name) {
        this.from = from;
        this.uri = uri;
        this.name = name;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (uri == null) {
            throw new StoreUnavailable(
                    "Nobody said where to copy to",
                    "Name a MongoDB with --nguongoc.copy.to=mongodb://… or in the environment variable NGUONGOC_COPY_TO",
                    null);
        }
        try (var client = StoreServer.Remote.at(uri).connect()) {
            var to = client.getDatabase(name);
            var format = new StoreFormat(to);
            format.beginCopy();
            var commits = new CopyLog(from, to, terminal).copyAndVerify();
            format.endCopy();
            terminal.println(
                    commits + " commits copied into " + name + ". Start the service there: it builds the history"
                            + " from the log. What is left to move are the files of keys beside the data, where there are any:"
                            + " serial-keys and personal-keys; their lines become nguongoc.serials.keys and"
                            + " nguongoc.farmers.master-keys.");
        }
    }
}
