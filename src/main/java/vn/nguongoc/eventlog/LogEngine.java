package vn.nguongoc.eventlog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.nguongoc.shared.Refused;

/**
 * Axon's view of the log. One unit of work is one commit: the events are gathered while handlers run and stored once,
 * when the outermost unit commits, after every subscribing handler had its say.
 */
final class LogEngine extends AbstractEventStorageEngine {
    private static final String GATHERED = LogEngine.class.getName() + ".gathered";
    private static final int AGGREGATE_PAGE = 64;

    private final Snapshots snapshots;
    private final Commits commits;
    private final LogPages pages;
    private final ReadAhead ahead;
    private final Appender appender;
    private final EventNames names;
    private final Clock clock;
    private final Cache<Commit.Version, byte[]> leaves =
            Caffeine.newBuilder().maximumSize(50_000).build();

    /** Aggregates that are known to have more than a few events, and so perhaps a snapshot. */
    private final Cache<String, Boolean> grown =
            Caffeine.newBuilder().maximumSize(50_000).build();

    LogEngine(Builder builder, Commits commits, Appender appender, EventNames names, Clock clock) {
        super(builder);
        this.snapshots = builder.snapshots;
        this.commits = commits;
        this.pages = new LogPages(commits);
        this.ahead = new ReadAhead(commits);
        this.appender = appender;
        this.names = names;
        this.clock = clock;
    }

    // ---- appending

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (!CurrentUnitOfWork.isStarted()) {
            store(events, serializer);
            return;
        }
        var root = CurrentUnitOfWork.get().root();
        List<EventMessage<?>> gathered = root.getOrComputeResource(GATHERED, key -> {
            var all = new ArrayList<EventMessage<?>>();
            root.onCommit(unit -> store(all, serializer));
            return all;
        });
        gathered.addAll(events);
    }

    private void store(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        var recording = Recorder.current();
        var draft = draft(events, serializer, recording);
        recording.refuseIfMoved(draft);
        var stored = appender.append(draft);
        draft.entries().forEach(entry -> leaves.put(entry.version(), entry.leaf()));
        recording.stored(stored.receipt());
    }

    private Draft draft(List<? extends EventMessage<?>> events, Serializer serializer, Recording recording) {
        var recordedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Map<String, byte[]> last = new HashMap<>();
        var entries = new ArrayList<Commit.Entry>(events.size());
        for (var event : events) {
            var entry = entry(domain(event), serializer, recording.actor(), recordedAt, last);
            last.put(entry.version().aggregate(), entry.leaf());
            entries.add(entry);
        }
        return new Draft(recording.commitId(), recording.request(), recordedAt, entries);
    }

    /** Every fact is some aggregate's: what is published past them has no place in the log. */
    private static DomainEventMessage<?> domain(EventMessage<?> event) {
        if (event instanceof DomainEventMessage<?> domain) {
            return domain;
        }
        throw new IllegalArgumentException("no aggregate applied " + event.getPayloadType());
    }

    private Commit.Entry entry(
            DomainEventMessage<?> event,
            Serializer serializer,
            String actor,
            Instant recordedAt,
            Map<String, byte[]> last) {
        var version = new Commit.Version(event.getAggregateIdentifier(), event.getSequenceNumber());
        var payload = event.serializePayload(serializer, JsonNode.class);
        names.use(payload.getType());
        var previous = last.containsKey(version.aggregate()) ? last.get(version.aggregate()) : leafBefore(version);
        var bytes = Envelope.of(payload, event.getIdentifier(), event.getType(), version, actor, recordedAt, previous);
        if (bytes.length > Commit.Entry.LARGEST) {
            throw new Refused(new LogRefusal.EntryTooLarge(bytes.length, Commit.Entry.LARGEST));
        }
        return new Commit.Entry(version, bytes, Leaf.hash(bytes));
    }

    private byte @Nullable [] leafBefore(Commit.Version version) {
        if (version.sequence() == 0) {
            return null;
        }
        var before = new Commit.Version(version.aggregate(), version.sequence() - 1);
        return leaves.get(before, this::readLeaf);
    }

    private byte[] readLeaf(Commit.Version version) {
        return commits.holding(List.of(version)).stream()
                .flatMap(commit -> commit.entries().stream())
                .filter(entry -> entry.version().equals(version))
                .map(Commit.Entry::leaf)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the log has no " + version));
    }

    // ---- reading one aggregate

    @Override
    protected Stream<? extends DomainEventData<?>> readEventData(String aggregate, long firstSequence) {
        return Stream.iterate(new Versions(firstSequence, ReadAhead.FEW), Versions::next)
                .flatMap(wanted -> {
                    var page = page(aggregate, wanted);
                    return page.size() < wanted.count()
                            ? Stream.of(page, List.<StoredEvent>of()) // an empty page ends the walk
                            : Stream.of(page);
                })
                .takeWhile(page -> !page.isEmpty())
                .flatMap(List::stream);
    }

    /** Most aggregates are lots, which have a few events; who has more is read in larger pages from then on. */
    private record Versions(long first, int count) {
        Versions next() {
            return new Versions(end(), AGGREGATE_PAGE);
        }

        long end() {
            return first + count;
        }

        boolean contain(long sequence) {
            return sequence >= first && sequence < end();
        }
    }

    private List<StoredEvent> page(String aggregate, Versions of) {
        return of.first() == 0 && of.count() == ReadAhead.FEW
                ? ahead.take(aggregate)
                        .filter(events -> !hasGrown(aggregate, events.size()))
                        .orElseGet(() -> read(aggregate, of))
                : read(aggregate, of);
    }

    /** Since so many of its events were read ahead, as far as this process stored more. Others' cost another try. */
    private boolean hasGrown(String aggregate, int events) {
        return leaves.getIfPresent(new Commit.Version(aggregate, events)) != null;
    }

    private List<StoredEvent> read(String aggregate, Versions of) {
        var wanted = versions(aggregate, LongStream.range(of.first(), of.end()));
        return commits.holding(wanted).stream()
                .flatMap(commit -> commit.entries().stream()
                        .filter(entry -> entry.version().aggregate().equals(aggregate)
                                && of.contain(entry.version().sequence()))
                        .map(entry ->
                                StoredEvent.read(entry.bytes(), commit.draft().recordedAt())))
                .toList();
    }

    private static List<Commit.Version> versions(String aggregate, LongStream sequences) {
        return sequences
                .mapToObj(sequence -> new Commit.Version(aggregate, sequence))
                .toList();
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregate) {
        long first = 0;
        Optional<Long> last = Optional.empty();
        while (true) {
            var page = read(aggregate, new Versions(first, AGGREGATE_PAGE));
            if (!page.isEmpty()) {
                last = Optional.of(page.getLast().getSequenceNumber());
            }
            if (page.size() < AGGREGATE_PAGE) {
                return last;
            }
            first += AGGREGATE_PAGE;
        }
    }

    // ---- following the whole log

    @Override
    protected Stream<? extends TrackedEventData<?>> readEventData(@Nullable TrackingToken token, boolean mayBlock) {
        return pages.from(positionOf(token) + 1);
    }

    private static long positionOf(@Nullable TrackingToken token) {
        return token == null ? -1 : token.position().orElseThrow();
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(-1);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(commits.tail().map(Commit::next).orElse(0L) - 1);
    }

    /** Just before the first commit recorded at or after this time, found by halving. */
    @Override
    public TrackingToken createTokenAt(Instant time) {
        long low = 0;
        long high = commits.tail().map(Commit::next).orElse(0L);
        while (low < high) {
            var middle = commits.containing((low + high) / 2).orElseThrow();
            if (middle.logTime().isBefore(time)) {
                low = middle.next();
            } else {
                high = middle.position();
            }
        }
        return new GlobalSequenceTrackingToken(low - 1);
    }

    // ---- snapshots

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        snapshots.store(snapshot);
    }

    /** Asked for first whenever an aggregate is loaded. Who has only a few events has none, and these are read then. */
    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregate) {
        return hasFewEvents(aggregate) ? Stream.empty() : snapshots.read(aggregate).stream();
    }

    private boolean hasFewEvents(String aggregate) {
        if (!CurrentUnitOfWork.isStarted() || grown.getIfPresent(aggregate) != null) {
            return false;
        }
        if (ahead.begin(aggregate).size() < ReadAhead.FEW) {
            return true;
        }
        grown.put(aggregate, true);
        return false;
    }

    static final class Builder extends AbstractEventStorageEngine.Builder {
        private final Snapshots snapshots;

        Builder(EventSerializer serializer, Snapshots snapshots) {
            this.snapshots = snapshots;
            eventSerializer(serializer);
            snapshotSerializer(snapshots.serializer());
        }
    }
}
