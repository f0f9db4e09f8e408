package vn.nguongoc.eventlog;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nguongoc.eventlog.FollowerStatus.State;

/** Who follows the log, and how far each has come. Looking costs two reads by key for each follower. */
@Component
public class Followers {
    private final EventProcessingConfiguration processing;
    private final DeadLetters letters;
    private final Tokens tokens;
    private final Commits commits;
    private final Clock clock;

    Followers(
            EventProcessingConfiguration processing, DeadLetters letters, Tokens tokens, Commits commits, Clock clock) {
        this.processing = processing;
        this.letters = letters;
        this.tokens = tokens;
        this.commits = commits;
        this.clock = clock;
    }

    /** The followers' names. */
    public Collection<String> names() {
        return letters.groups();
    }

    /** All followers, by name. */
    public List<FollowerStatus> all() {
        return names().stream().map(this::follower).toList();
    }

    /** What they do: several may do the same, one told anew beside one that is served. */
    public Set<String> works() {
        return names().stream().map(Followers::work).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The names of those that do this work. */
    public List<String> namesOf(String work) {
        return names().stream().filter(name -> work(name).equals(work)).toList();
    }

    /** The one of those that do this work that is least behind; empty where nobody does it now. */
    public Optional<FollowerStatus> foremost(String work) {
        return namesOf(work).stream().map(this::follower).min(Comparator.comparingLong(FollowerStatus::behind));
    }

    private static String work(String name) {
        return name.replaceFirst("-\\d+$", "");
    }

    /** The follower of this name, as it is now. */
    public FollowerStatus follower(String name) {
        var processor = letters.processor(processing, name);
        var statuses = processor.stream()
                .flatMap(it -> it.processingStatus().values().stream())
                .toList();
        // Before the head is read: whatever is appended in between is rather counted as unseen than the other way.
        var position = position(name, statuses);
        var head = commits.tail().map(Commit::next).orElse(0L) - 1;
        var error = statuses.stream()
                .filter(EventTrackerStatus::isErrorState)
                .findFirst()
                .map(it -> it.getError().getClass().getSimpleName())
                .orElse(null);
        return new FollowerStatus(
                name,
                state(processor, statuses, error),
                position,
                head,
                Math.max(0, head - position),
                position < head ? age(position + 1) : 0,
                error);
    }

    /** Of several processes on one log, one follows it for all: the others know of it by its token. */
    private long position(String name, List<EventTrackerStatus> statuses) {
        return statuses.stream()
                .mapToLong(it -> it.getCurrentPosition().orElse(-1))
                .min()
                .orElseGet(() -> tokens.position(name).orElse(-1));
    }

    private static State state(
            Optional<StreamingEventProcessor> processor, List<EventTrackerStatus> statuses, @Nullable String error) {
        if (error != null) {
            return State.FAILING;
        }
        if (statuses.isEmpty()) {
            return processor.filter(StreamingEventProcessor::isRunning).isPresent() ? State.ELSEWHERE : State.STOPPED;
        }
        return statuses.stream().anyMatch(EventTrackerStatus::isReplaying) ? State.REBUILDING : State.FOLLOWING;
    }

    private long age(long position) {
        return commits.containing(position)
                .map(it -> Math.max(0, clock.millis() - it.draft().recordedAt().toEpochMilli()))
                .orElse(0L);
    }
}
