package vn.nguongoc.eventlog;

import static org.axonframework.extensions.mongo.eventhandling.deadletter.DeadLetterEntry.indexSortAscending;
import static org.axonframework.extensions.mongo.eventhandling.deadletter.DeadLetterEntry.processingGroupAndSequenceIdentifierFilter;
import static org.axonframework.extensions.mongo.eventhandling.deadletter.DeadLetterEntry.processingGroupFilter;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.extensions.mongo.MongoTemplate;
import org.axonframework.extensions.mongo.eventhandling.deadletter.DeadLetterEntry;
import org.axonframework.extensions.mongo.eventhandling.deadletter.DeadLetterEventEntry;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.documentperevent.EventEntryConfiguration;
import org.axonframework.messaging.MetaData;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nguongoc.eventlog.SetAside.Sequence;

/**
 * What the followers of the log set aside, read without making the events anew: one that nobody can read any more is
 * listed like the others.
 */
@Component
public class SetAsideEvents {
    static final String GROUP = "processingGroup";
    static final String SEQUENCE = "sequenceIdentifier";
    private static final String LETTERS = "letters";

    private final DeadLetters letters;
    private final MongoTemplate template;
    private final EventSerializer serializer;

    SetAsideEvents(DeadLetters letters, MongoTemplate template, EventSerializer serializer) {
        this.letters = letters;
        this.template = template;
        this.serializer = serializer;
    }

    /**
     * A page of what was set aside, one for each follower and aggregate, by their names. Each follower keeps those of
     * 1,024 aggregates at most.
     *
     * @param after the {@code next} of the page before; absent for the first
     * @throws IllegalArgumentException if {@code after} is no such thing
     */
    public Page page(@Nullable String after, int limit) {
        var sequences = sequences();
        var rest = after == null ? sequences : sequences.tailMap(Sequence.of(after), false);
        var shown = rest.keySet().stream().limit(limit).toList();
        var events = shown.stream().flatMap(it -> first(it).stream()).toList();
        return new Page(
                events,
                sequences.size(),
                rest.size() > shown.size() ? shown.getLast().id() : null);
    }

    /**
     * @param sequences how many there are on all pages
     * @param next where the page after this one begins; absent on the last
     */
    public record Page(
            List<SetAside> events, int sequences, @Nullable String next) {}

    /** The first event of those with this {@link SetAside#id()}; empty if all were handled, or none ever waited. */
    public Optional<SetAside> find(String id) {
        return sequence(id).flatMap(this::first);
    }

    /** The event's payload, JSON as it was stored, without being read as any revision's. */
    public Optional<String> payload(String id) {
        return sequence(id)
                .flatMap(this::head)
                .map(SetAsideEvents::message)
                .map(event -> serializer
                        .getConverter()
                        .convert(event.getPayload(), String.class)
                        .getData());
    }

    /** How many events this follower set aside, with those that only wait. */
    public long count(String group) {
        return template.deadLetterCollection().countDocuments(processingGroupFilter(group));
    }

    Optional<Sequence> sequence(String id) {
        try {
            return Optional.of(Sequence.of(id)).filter(it -> letters.groups().contains(it.group()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    Optional<SetAside> first(Sequence sequence) {
        return head(sequence).map(letter -> setAside(sequence, letter));
    }

    /** All events of the sequence, in their order. */
    List<Waiting> all(Sequence sequence) {
        return template.deadLetterCollection()
                .find(processingGroupAndSequenceIdentifierFilter(sequence.group(), sequence.aggregate()))
                .sort(indexSortAscending())
                .map(DeadLetterEntry::new)
                .map(letter ->
                        new Waiting(message(letter).getPayload().getType().getName(), position(message(letter))))
                .into(new ArrayList<>());
    }

    record Waiting(String event, long position) {}

    /** By follower and aggregate, how many events wait. */
    NavigableMap<Sequence, Long> sequences() {
        var sequences = new TreeMap<Sequence, Long>();
        template.deadLetterCollection()
                .aggregate(List.of(
                        Aggregates.match(Filters.in(GROUP, letters.groups())),
                        Aggregates.group(
                                new Document(GROUP, "$" + GROUP).append(SEQUENCE, "$" + SEQUENCE),
                                Accumulators.sum(LETTERS, 1L))))
                .forEach(counted -> {
                    var id = counted.get("_id", Document.class);
                    sequences.put(
                            new Sequence(id.getString(GROUP), id.getString(SEQUENCE)),
                            counted.get(LETTERS, Number.class).longValue());
                });
        return sequences;
    }

    private Optional<DeadLetterEntry> head(Sequence sequence) {
        return Optional.ofNullable(template.deadLetterCollection()
                        .find(processingGroupAndSequenceIdentifierFilter(sequence.group(), sequence.aggregate()))
                        .sort(indexSortAscending())
                        .first())
                .map(DeadLetterEntry::new);
    }

    private SetAside setAside(Sequence sequence, DeadLetterEntry letter) {
        var event = message(letter);
        var type = event.getPayload().getType();
        MetaData diagnostics = serializer.deserialize(letter.getDiagnostics());
        var letters = template.deadLetterCollection()
                .countDocuments(processingGroupAndSequenceIdentifierFilter(sequence.group(), sequence.aggregate()));
        return new SetAside(
                sequence.id(),
                sequence.group(),
                sequence.aggregate(),
                type.getName(),
                Integer.parseInt(type.getRevision()),
                position(event),
                letter.getEnqueuedAt().truncatedTo(ChronoUnit.MILLIS),
                letter.getLastTouched().truncatedTo(ChronoUnit.MILLIS),
                DeadLetters.tries(diagnostics),
                letter.getCauseMessage(),
                Math.max(0, letters - 1));
    }

    private static DeadLetterEventEntry message(DeadLetterEntry letter) {
        return letter.getMessage(EventEntryConfiguration.getDefault());
    }

    private long position(DeadLetterEventEntry event) {
        TrackingToken token = serializer.deserialize(event.getTrackingToken());
        return token.position().orElse(-1);
    }
}
