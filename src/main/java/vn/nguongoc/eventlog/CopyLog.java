package vn.nguongoc.eventlog;

import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Copies a log, document by document, into another database and then compares the two. What is read from the log
 * (histories, tokens, snapshots) is not copied: the service builds it anew. Stopped midway and run again, it goes on
 * where it stopped.
 */
final class CopyLog {
    private static final int PAGE = 500;

    /**
     * What nobody could tell again from the log: who signs in, what is known of people, and the files that support it.
     */
    private static final List<String> BESIDE_THE_LOG =
            List.of("logins", "passkeys", "issuer-links", "invitations", "farmer-keys", "farmer-openings", "files");

    /** A file has up to 15 MB. */
    private static final int FEW = 4;

    private static final int TELL_EVERY = 20;

    private final MongoDatabase from;
    private final MongoDatabase to;
    private final PrintStream terminal;

    CopyLog(MongoDatabase from, MongoDatabase to, PrintStream terminal) {
        this.from = from;
        this.to = to;
        this.terminal = terminal;
    }

    /**
     * Copies what is not there yet, then compares everything.
     *
     * @return how many commits there are
     * @throws DifferentCopy if the two are not the same
     */
    long copyAndVerify() {
        MongoCommits.index(to.getCollection(MongoCommits.COLLECTION));
        copy(EventNames.COLLECTION, PAGE);
        copy(MongoCommits.COLLECTION, PAGE);
        BESIDE_THE_LOG.forEach(it -> copy(it, FEW));
        BESIDE_THE_LOG.forEach(it -> compare(it, FEW));
        compare(EventNames.COLLECTION, PAGE);
        return compare(MongoCommits.COLLECTION, PAGE);
    }

    private void copy(String collection, int atOnce) {
        var target = to.getCollection(collection);
        var last = target.find().sort(Sorts.descending("_id")).limit(1).first();
        var pages = new Pages(from.getCollection(collection), last == null ? null : last.get("_id"), atOnce);
        long copied = 0;
        for (var page = pages.next(); !page.isEmpty(); page = pages.next()) {
            target.insertMany(page);
            copied += page.size();
            if (copied % ((long) PAGE * TELL_EVERY) == 0) {
                terminal.println(collection + ": " + copied + " copied");
            }
        }
        terminal.println(collection + ": " + copied + " copied");
    }

    private long compare(String collection, int atOnce) {
        var ours = new Pages(from.getCollection(collection), null, atOnce);
        var theirs = new Pages(to.getCollection(collection), null, atOnce);
        long same = 0;
        while (true) {
            var expected = ours.next();
            var found = theirs.next();
            if (!expected.equals(found)) {
                throw new DifferentCopy(collection, same);
            }
            if (expected.isEmpty()) {
                terminal.println(collection + ": " + same + " compared, all the same");
                return same;
            }
            same += expected.size();
        }
    }

    /** Reads a collection in the order of its ids. */
    private static final class Pages {
        private final MongoCollection<Document> collection;
        private final int atOnce;
        private @Nullable Object after;

        Pages(MongoCollection<Document> collection, @Nullable Object after, int atOnce) {
            this.collection = collection;
            this.after = after;
            this.atOnce = atOnce;
        }

        List<Document> next() {
            var page = collection
                    .find(after == null ? new Document() : gt("_id", after))
                    .sort(Sorts.ascending("_id"))
                    .limit(atOnce)
                    .into(new ArrayList<>());
            after = page.isEmpty() ? after : page.getLast().get("_id");
            return page;
        }
    }

    /** The copy is not what it was made from. */
    static final class DifferentCopy extends RuntimeException {
        DifferentCopy(String collection, long same) {
            super(collection + " is different after the first " + same + " documents");
        }
    }
}
