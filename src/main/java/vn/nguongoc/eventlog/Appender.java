package vn.nguongoc.eventlog;

import java.util.List;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives commits their positions and stores them one after the other. What collided is told apart by reading, never by
 * the words of an error: the commit is there already, one of its aggregates moved on, or another process took the
 * position.
 */
final class Appender {
    private static final Logger log = LoggerFactory.getLogger(Appender.class);
    private static final long UNKNOWN = -1;

    private final Commits commits;
    private long next = UNKNOWN;

    Appender(Commits commits) {
        this.commits = commits;
    }

    /**
     * Stores the commit at the end of the log, whole.
     *
     * @param draft its position is not looked at
     * @return the commit with its position
     * @throws AlreadyStored if its commit id is in the log
     * @throws ConcurrencyException if one of its versions is
     */
    synchronized Commit append(Commit draft) {
        while (true) {
            var commit = draft.at(nextPosition());
            try {
                commits.insertBatch(List.of(commit));
                next = commit.next();
                return commit;
            } catch (Commits.Collision collision) {
                next = UNKNOWN;
                refuseIfNotOnlyThePosition(draft);
                log.debug("Position {} was taken by another process; numbering again", commit.position());
            } catch (RuntimeException e) {
                next = UNKNOWN;
                throw e;
            }
        }
    }

    private long nextPosition() {
        if (next == UNKNOWN) {
            next = commits.tail().map(Commit::next).orElse(0L);
        }
        return next;
    }

    private void refuseIfNotOnlyThePosition(Commit draft) {
        commits.byCommitId(draft.commitId()).ifPresent(stored -> {
            throw new AlreadyStored(stored);
        });
        var versions = draft.entries().stream().map(Commit.Entry::version).toList();
        commits.holding(versions).stream().findFirst().ifPresent(faster -> {
            throw new ConcurrencyException("One of " + versions + " was stored at " + faster.position());
        });
    }

    /** The commit is in the log: a repeated request, or a reply that was lost. */
    static final class AlreadyStored extends RuntimeException {
        private final transient Commit commit;

        AlreadyStored(Commit commit) {
            super("commit " + commit.commitId() + " is stored at " + commit.position());
            this.commit = commit;
        }

        Commit commit() {
            return commit;
        }
    }
}
