package vn.nguongoc.eventlog;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Commits as a member finds them: by position, id and version, each of them taken once at most. */
final class UniqueIndexes {
    private final TreeMap<Long, Commit> byPosition = new TreeMap<>();
    private final Map<String, Commit> byId = new HashMap<>();
    private final Map<Commit.Version, Commit> byVersion = new HashMap<>();

    /** Those that have something that must be unique in common with this. */
    List<Commit> inTheWayOf(Commit commit) {
        var owners = commit.draft().versions().stream().map(byVersion::get);
        var others = Stream.of(byPosition.get(commit.position()), byId.get(commit.commitId()));
        return Stream.concat(others, owners).filter(Objects::nonNull).toList();
    }

    void add(Commit commit) {
        if (!inTheWayOf(commit).isEmpty()) {
            throw new IllegalStateException("a secondary collided at " + commit.position());
        }
        byPosition.put(commit.position(), commit);
        byId.put(commit.commitId(), commit);
        commit.draft().versions().forEach(version -> byVersion.put(version, commit));
    }

    void remove(Commit commit) {
        byPosition.remove(commit.position());
        byId.remove(commit.commitId());
        commit.draft().versions().forEach(byVersion::remove);
    }

    int size() {
        return byPosition.size();
    }

    Optional<Commit> tail() {
        return Optional.ofNullable(byPosition.lastEntry()).map(Map.Entry::getValue);
    }

    List<Commit> readFrom(long position, int limit) {
        return byPosition.tailMap(position).values().stream().limit(limit).toList();
    }

    Optional<Commit> containing(long position) {
        return Optional.ofNullable(byPosition.floorEntry(position))
                .map(Map.Entry::getValue)
                .filter(commit -> position < commit.next());
    }

    List<Commit> withIds(Collection<String> commitIds) {
        return commitIds.stream()
                .map(byId::get)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    List<Commit> holding(Collection<Commit.Version> versions) {
        var found = new TreeMap<Long, Commit>();
        versions.stream()
                .map(byVersion::get)
                .filter(Objects::nonNull)
                .forEach(commit -> found.put(commit.position(), commit));
        return List.copyOf(found.values());
    }
}
