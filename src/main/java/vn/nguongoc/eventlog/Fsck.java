package vn.nguongoc.eventlog;

import static com.mongodb.client.model.Filters.gt;

import com.mongodb.MongoException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;

/**
 * The command {@code fsck}: reads the whole log, changes nothing, and names the first position at which something is
 * wrong. Its exit code tells scripts: {@value #SOUND} sound, {@value #NOT_SOUND} not sound, {@value #NOT_CHECKED} when
 * the log could not be read to its end.
 */
public final class Fsck implements ApplicationRunner, ExitCodeGenerator {
    public static final int SOUND = 0;
    public static final int NOT_SOUND = 4;
    public static final int NOT_CHECKED = 8;

    private static final int PAGE = 1000;
    private static final long TELL_EVERY = 100_000;

    private final MongoDatabase database;
    private final MongoCollection<Document> commits;
    private final LogCheck check;
    private final PrintStream terminal = System.out;
    private int exitCode = NOT_CHECKED;

    public Fsck(MongoDatabase database, EventTypes types) {
        this.database = database;
        this.commits = database.getCollection(MongoCommits.COLLECTION);
        this.check = new LogCheck(new EventSerializer(types));
    }

    @Override
    public void run(ApplicationArguments arguments) {
        exitCode = check();
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }

    /** @return the exit code */
    int check() {
        try {
            readAll();
        } catch (MongoTimeoutException | MongoSocketException e) {
            terminal.println("The database gave no answer at position " + check.next() + ": " + e.getMessage());
            return NOT_CHECKED;
        } catch (MongoException e) {
            terminal.println("position " + check.next() + ": the database cannot read it: " + e.getMessage());
            terminal.println("The log is NOT sound.");
            return NOT_SOUND;
        }
        tell();
        return check.findings().isEmpty() ? SOUND : NOT_SOUND;
    }

    private void readAll() {
        var page = page(-1);
        while (!page.isEmpty() && !check.isFull()) {
            var before = check.next();
            page.forEach(check::read);
            if (check.next() / TELL_EVERY > before / TELL_EVERY) {
                terminal.println("read up to position " + (check.next() - 1));
            }
            page = page(page.getLast().get("_id", Number.class).longValue());
        }
        check.reachesTo(Tokens.furthest(database).orElse(-1));
    }

    private List<Document> page(long after) {
        try {
            return page(after, PAGE);
        } catch (MongoTimeoutException | MongoSocketException e) {
            throw e;
        } catch (MongoException e) {
            return page(after, 1); // somewhere in this page there is one that cannot be read: come as near as can be
        }
    }

    private List<Document> page(long after, int limit) {
        return commits.find(gt("_id", after))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    private void tell() {
        check.findings().forEach(it -> terminal.println("position " + it.position() + ": " + it.what()));
        if (check.isFull()) {
            terminal.println("… and it was not read further");
        }
        terminal.println(check.next() + " events, tree hash " + check.root());
        terminal.println(check.findings().isEmpty() ? "The log is sound." : "The log is NOT sound.");
    }
}
