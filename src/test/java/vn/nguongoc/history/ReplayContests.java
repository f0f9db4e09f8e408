package vn.nguongoc.history;

import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.bson.Document;
import vn.nguongoc.eventlog.Contest;
import vn.nguongoc.eventlog.Contest.Goal;

/** The log read to its end, by the event store and by the history, against the bare driver. */
final class ReplayContests {
    /** As many documents to a reply as our own largest page has. The embedded server would send all in one. */
    private static final int BATCH = 512;

    private static final long LOOK_AGAIN_MILLISECONDS = 5;
    private static final long MOST = Long.getLong("benchmark.replayed", 200_000);

    private final MeasuredService service;
    private final EventStorageEngine engine;
    private final long events;

    ReplayContests(MeasuredService service) throws InterruptedException {
        this.service = service;
        this.engine = service.bean(EventStorageEngine.class);
        service.rest();
        this.events = service.progress().head() + 1;
    }

    List<String> rows() throws Exception {
        var some = Math.min(events, MOST);
        return List.of(
                contest("replay of %,d events, payloads decoded".formatted(some), some, () -> replayed(some)),
                contest("the history told anew of %,d events".formatted(events), events, this::rebuilt));
    }

    private String contest(String work, long of, Contest.Side ours) throws Exception {
        return new Contest(
                        work,
                        "raw cursor over the same documents by `_id`",
                        Goal.atLeast(0.5),
                        "events/s",
                        ours,
                        () -> scanned(of))
                .row();
    }

    private double replayed(long wanted) {
        var begun = System.nanoTime();
        long found;
        try (var read = engine.readEvents(null, false)) {
            found = read.limit(wanted)
                    .filter(event -> !event.getPayload().equals(""))
                    .count();
        }
        return perSecond(found, wanted, begun);
    }

    private double scanned(long wanted) {
        var begun = System.nanoTime();
        long found = 0;
        for (var document : service.database()
                .getCollection("commits")
                .find()
                .sort(new Document("_id", 1))
                .batchSize(BATCH)) {
            found += document.getList("events", Document.class).size();
            if (found >= wanted) {
                break;
            }
        }
        return perSecond(found, wanted, begun);
    }

    private static double perSecond(long found, long wanted, long begun) {
        if (found < wanted) {
            throw new IllegalStateException("read " + found + " events instead of " + wanted);
        }
        return found * 1e9 / (System.nanoTime() - begun);
    }

    private double rebuilt() throws InterruptedException {
        var begun = System.nanoTime();
        service.progress().rebuild();
        while (service.progress().rebuilding().isPresent()) {
            Thread.sleep(LOOK_AGAIN_MILLISECONDS);
        }
        return perSecond(events, events, begun);
    }
}
