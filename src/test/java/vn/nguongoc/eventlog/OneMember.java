package vn.nguongoc.eventlog;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A straight way to one member of the simulated replica set, which answers for a primary that nobody has deposed. */
record OneMember(Member member) implements Commits {

    @Override
    public void confirm() {
        // majority reads show nothing that goes away
    }

    @Override
    public void insertBatch(List<Commit> batch) {
        for (var commit : batch) {
            if (!member.inTheWayOf(commit).isEmpty()) {
                throw new Collision(new IllegalStateException("duplicate key"));
            }
            member.insert(commit);
        }
    }

    @Override
    public Optional<Commit> tail() {
        return member.majorityView().tail();
    }

    @Override
    public List<Commit> readFrom(long position, int limit) {
        return member.majorityView().readFrom(position, limit);
    }

    @Override
    public Optional<Commit> containing(long position) {
        return member.majorityView().containing(position);
    }

    @Override
    public List<Commit> withIds(Collection<String> commitIds) {
        return member.majorityView().withIds(commitIds);
    }

    @Override
    public List<Commit> holding(Collection<Commit.Version> versions) {
        return member.majorityView().holding(versions);
    }
}
