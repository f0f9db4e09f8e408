package vn.nguongoc.eventlog;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.jspecify.annotations.Nullable;

/**
 * The log read from a position on. Who reads on reads in ever larger pages, each fetched and taken apart while the one
 * before it is worked on; who wants a few events does not pay for many.
 */
final class LogPages {
    private static final int FIRST = 32;
    private static final int LARGEST = 512;

    private final Commits commits;

    LogPages(Commits commits) {
        this.commits = commits;
    }

    /** Without a gap, up to where the log has one or ends. */
    Stream<TrackedEventData<byte[]>> from(long position) {
        return Stream.iterate(new Page(stretch(position, FIRST), FIRST, null), Page::holdsSome, this::after)
                .flatMap(page -> page.stretch().events().stream())
                .filter(event -> ((GlobalSequenceTrackingToken) event.trackingToken()).getGlobalIndex() >= position);
    }

    /**
     * @param events of whole commits that follow each other
     * @param commits how many these are
     * @param end position of the first event after them
     */
    private record Stretch(List<TrackedEventData<byte[]>> events, int commits, long end) {}

    /**
     * @param asked for so many commits
     * @param next what follows, on its way; absent where nobody may want it
     */
    private record Page(
            Stretch stretch, int asked, @Nullable CompletableFuture<Stretch> next) {
        boolean holdsSome() {
            return !stretch.events().isEmpty();
        }

        int larger() {
            return Math.min(2 * asked, LARGEST);
        }
    }

    private Page after(Page page) {
        var size = page.larger();
        var stretch = page.next() == null ? stretch(page.stretch().end(), size) : result(page.next());
        var reached = new Page(stretch, size, null);
        if (stretch.commits() < size) {
            return reached;
        }
        var next = CompletableFuture.supplyAsync(
                () -> stretch(stretch.end(), reached.larger()), Thread::startVirtualThread);
        return new Page(stretch, size, next);
    }

    private static Stretch result(CompletableFuture<Stretch> read) {
        try {
            return read.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /** The first commit may begin before {@code position} and reach past it. */
    private Stretch stretch(long position, int size) {
        var page = new ArrayList<>(commits.readFrom(position, size));
        if (page.isEmpty() || page.getFirst().position() != position) {
            commits.containing(position).ifPresentOrElse(page::addFirst, page::clear);
        }
        var events = new ArrayList<TrackedEventData<byte[]>>(page.size());
        int read = 0;
        var end = position;
        for (var commit : page) {
            if (read > 0 && commit.position() != end) {
                break;
            }
            tracked(commit, events);
            end = commit.next();
            read++;
        }
        return new Stretch(events, read, end);
    }

    private static void tracked(Commit commit, List<TrackedEventData<byte[]>> events) {
        var at = commit.position();
        for (var entry : commit.entries()) {
            var event = StoredEvent.read(entry.bytes(), commit.draft().recordedAt());
            events.add(new TrackedDomainEventData<>(new GlobalSequenceTrackingToken(at++), event));
        }
    }
}
