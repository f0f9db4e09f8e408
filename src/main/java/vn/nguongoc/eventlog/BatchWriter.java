package vn.nguongoc.eventlog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Numbers drafts and tries to store them, one batch at a time. The end of the log is remembered only as far as the
 * database acknowledged it; after a collision or any doubt it is read again. What collided is told apart by reading,
 * never by the words of an error or its counts. Not for several threads.
 */
final class BatchWriter {
    private static final int RENUMBERINGS = 3;

    private final Commits commits;

    /** The last commit that is known to stay; looked up when {@link #knowsTail} is false. */
    private @Nullable Commit tail;

    private boolean knowsTail;

    BatchWriter(Commits commits) {
        this.commits = commits;
    }

    /** What became of a draft in one attempt. */
    sealed interface Outcome {
        /** It is in the log. */
        record Stored(Commit commit) implements Outcome {}

        /** Another attempt at the same request is in the log: a repeated request. */
        record StoredBefore(Commit commit) implements Outcome {}

        /** One of its versions belongs to another commit: to be decided again by its aggregate. */
        record Outrun(Commit by) implements Outcome {}

        /** Nothing stands against it but its position, which another process took: to be tried again. */
        record Unsettled() implements Outcome {}
    }

    /**
     * Tries to store all of these, in order.
     *
     * @return an outcome for each
     * @throws RuntimeException if the database gave no answer: any of them may be stored, and the same drafts can be
     *     tried again
     */
    List<Outcome> attempt(List<Draft> drafts) {
        if (!knowsTail) {
            tail = commits.tail().orElse(null);
        }
        knowsTail = false;
        for (int renumbered = 0; ; renumbered++) {
            var batch = numbered(drafts);
            try {
                commits.insertBatch(batch);
                tail = batch.getLast();
                knowsTail = true;
                return batch.stream().<Outcome>map(Outcome.Stored::new).toList();
            } catch (Commits.Collision collision) {
                if (renumbered == RENUMBERINGS || !tailMovedOn()) {
                    return tellApart(drafts);
                }
            }
        }
    }

    /** Most often another process was faster, and only the numbers are wrong: then looking for more is in vain. */
    private boolean tailMovedOn() {
        var before = tail == null ? 0 : tail.next();
        tail = commits.tail().orElse(null);
        return tail != null && tail.next() > before;
    }

    private List<Commit> numbered(List<Draft> drafts) {
        var batch = new ArrayList<Commit>(drafts.size());
        var last = tail;
        for (var draft : drafts) {
            last = Commit.after(last, draft);
            batch.add(last);
        }
        return batch;
    }

    private List<Outcome> tellApart(List<Draft> drafts) {
        var found = new ArrayList<Commit>();
        found.addAll(commits.holding(
                drafts.stream().flatMap(draft -> draft.versions().stream()).toList()));
        found.addAll(commits.withIds(drafts.stream().map(Draft::commitId).toList()));
        var byId = new HashMap<String, Commit>();
        var byVersion = new HashMap<Commit.Version, Commit>();
        for (var commit : found) {
            byId.put(commit.commitId(), commit);
            commit.draft().versions().forEach(version -> byVersion.put(version, commit));
        }
        return drafts.stream().map(draft -> outcome(draft, byId, byVersion)).toList();
    }

    private static Outcome outcome(Draft draft, Map<String, Commit> byId, Map<Commit.Version, Commit> byVersion) {
        var same = byId.get(draft.commitId());
        if (same != null) {
            return draft.isTheSameAttemptAs(same.draft()) ? new Outcome.Stored(same) : new Outcome.StoredBefore(same);
        }
        return draft.versions().stream()
                .map(byVersion::get)
                .filter(Objects::nonNull)
                .findFirst()
                .<Outcome>map(Outcome.Outrun::new)
                .orElseGet(Outcome.Unsettled::new);
    }
}
