package vn.nguongoc.labelling.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.nguongoc.shared.Refusal;

/**
 * Some labels of a run by their numbers, of which the first is 1.
 *
 * @param ranges in ascending order, with a gap between any two; what is given in another order or overlaps is put so
 */
public record LabelNumbers(@JsonValue List<Range> ranges) {
    public static final LabelNumbers NONE = new LabelNumbers(List.of());

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LabelNumbers {
        ranges = inOrder(ranges);
    }

    /**
     * Numbers without a gap.
     *
     * @param last is among them
     */
    public record Range(int first, int last) {
        /** @throws IllegalArgumentException if there are no such numbers */
        public Range {
            if (first < 1 || last < first) {
                throw new Refusal.WrongForm("label-range", String.valueOf(first), String.valueOf(last));
            }
        }

        public int size() {
            return last - first + 1;
        }

        @Override
        public String toString() {
            return first == last ? String.valueOf(first) : first + "–" + last;
        }
    }

    public static LabelNumbers of(int first, int last) {
        return new LabelNumbers(List.of(new Range(first, last)));
    }

    private static List<Range> inOrder(List<Range> ranges) {
        var merged = new ArrayList<Range>();
        ranges.stream().sorted(Comparator.comparingInt(Range::first)).forEach(range -> {
            if (merged.isEmpty() || range.first() > merged.getLast().last() + 1) {
                merged.add(range);
            } else {
                var before = merged.removeLast();
                merged.add(new Range(before.first(), Math.max(before.last(), range.last())));
            }
        });
        return List.copyOf(merged);
    }

    public LabelNumbers plus(LabelNumbers more) {
        return new LabelNumbers(
                Stream.concat(ranges.stream(), more.ranges.stream()).toList());
    }

    public LabelNumbers minus(LabelNumbers gone) {
        return new LabelNumbers(
                ranges.stream().flatMap(range -> without(range, gone)).toList());
    }

    private static Stream<Range> without(Range range, LabelNumbers gone) {
        var left = Stream.<Range>builder();
        int from = range.first();
        for (var hole : gone.ranges) {
            if (hole.last() >= from && hole.first() <= range.last()) {
                if (hole.first() > from) {
                    left.add(new Range(from, hole.first() - 1));
                }
                from = hole.last() + 1;
            }
        }
        return from > range.last()
                ? left.build()
                : left.add(new Range(from, range.last())).build();
    }

    /** Those that are in both. */
    public LabelNumbers and(LabelNumbers other) {
        return minus(minus(other));
    }

    public boolean has(int number) {
        return ranges.stream().anyMatch(range -> range.first() <= number && number <= range.last());
    }

    public int size() {
        return ranges.stream().mapToInt(Range::size).sum();
    }

    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    /** One by one. */
    public IntStream stream() {
        return ranges.stream().flatMapToInt(range -> IntStream.rangeClosed(range.first(), range.last()));
    }

    @Override
    public String toString() {
        return String.join(", ", ranges.stream().map(Range::toString).toList());
    }
}
