package vn.nguongoc.eventlog;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.springframework.stereotype.Component;

/** Which versions things had when the log was only so long: what an ETag says of a thing that was read. */
@Component
public final class Versions {
    private static final int PROBES = 20;

    private final Commits commits;

    Versions(Commits commits) {
        this.commits = commits;
    }

    /**
     * The version that a thing had just after this position; who reads the thing afterwards may see a later one, never
     * an earlier. Found by leaps of 1, 2, 4 and so on: the log is asked a few times, however many events there are.
     *
     * @param id of the aggregate
     * @return sequence number of its last event until then; empty if it had none
     */
    public OptionalLong asOf(Object id, long position) {
        long last = -1;
        while (true) {
            var from = last;
            var probed = LongStream.range(0, PROBES)
                    .map(it -> from + (1L << it))
                    .boxed()
                    .toList();
            var there = there(id.toString(), probed, position);
            last = there.stream().mapToLong(Long::longValue).max().orElse(last);
            if (there.isEmpty() || probed.contains(last + 1)) {
                return last < 0 ? OptionalLong.empty() : OptionalLong.of(last);
            }
        }
    }

    private Set<Long> there(String aggregate, Collection<Long> sequences, long position) {
        var versions = sequences.stream()
                .map(sequence -> new Commit.Version(aggregate, sequence))
                .collect(Collectors.toSet());
        var there = new HashSet<Long>();
        for (var commit : commits.holding(List.copyOf(versions))) {
            for (int i = 0; i < commit.entries().size() && commit.position() + i <= position; i++) {
                var version = commit.entries().get(i).version();
                if (versions.contains(version)) {
                    there.add(version.sequence());
                }
            }
        }
        return there;
    }
}
