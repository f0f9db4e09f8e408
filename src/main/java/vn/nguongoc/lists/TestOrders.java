package vn.nguongoc.lists;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nguongoc.generations.Generations;
import vn.nguongoc.generations.Shelves.Entry;
import vn.nguongoc.generations.Views;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.view.Milestone.LabResult;
import vn.nguongoc.view.Milestone.TestsOrdered;
import vn.nguongoc.view.ViewOfLot;

/** What laboratories were asked to test and nobody has told a result of yet, oldest first. */
@Component
public class TestOrders {
    private static final String TEST_ORDERS = "test-orders/";

    private final Generations generations;

    TestOrders(Generations generations) {
        this.generations = generations;
    }

    // ---- writing

    /** Enters a lot where it waits now, and strikes it where it does not wait any more. */
    static void enter(Views views, @Nullable ViewOfLot before, ViewOfLot after) {
        if (before != null && before.milestones().size() == after.milestones().size()) {
            return;
        }
        var old = before == null ? Set.<String>of() : keys(before);
        var now = keys(after);
        old.stream().filter(it -> !now.contains(it)).forEach(views::strike);
        now.stream()
                .filter(it -> !old.contains(it))
                .forEach(it -> views.enter(it, after.id().value()));
    }

    private static Set<String> keys(ViewOfLot lot) {
        return orders(lot).stream()
                .map(TestsOrdered::laboratory)
                .distinct()
                .flatMap(laboratory -> waiting(lot, laboratory)
                        .map(it -> list(laboratory)
                                + ListKeys.oldestFirst(it.orderedAt().toInstant())
                                + lot.id())
                        .stream())
                .collect(Collectors.toSet());
    }

    private static List<TestsOrdered> orders(ViewOfLot lot) {
        return lot.milestones().stream()
                .filter(TestsOrdered.class::isInstance)
                .map(TestsOrdered.class::cast)
                .toList();
    }

    /** What this laboratory still has to test, or somebody else for it: of which no result was told since. */
    private static Optional<Waiting> waiting(ViewOfLot lot, OrganisationId laboratory) {
        var tests = new TreeSet<String>();
        var since = new HashSet<OffsetDateTime>();
        for (var order : orders(lot)) {
            var open = order.tests().stream()
                    .filter(test -> order.laboratory().equals(laboratory) && !isTold(lot, test, order))
                    .toList();
            if (tests.addAll(open)) {
                since.add(order.fact().happenedAt());
            }
        }
        return since.stream()
                .min(Comparator.naturalOrder())
                .map(first -> new Waiting(
                        lot.id(),
                        lot.organisation(),
                        lot.product(),
                        lot.label(),
                        lot.quantity(),
                        List.copyOf(tests),
                        first));
    }

    private static boolean isTold(ViewOfLot lot, String test, TestsOrdered order) {
        return lot.milestones().stream()
                .anyMatch(it -> it instanceof LabResult result
                        && result.test().equals(test)
                        && result.fact().position() > order.fact().position());
    }

    private static String list(OrganisationId laboratory) {
        return TEST_ORDERS + laboratory + "/";
    }

    // ---- reading

    /** A page of at most {@code limit} lots that wait for this laboratory. */
    public Page<Waiting> of(OrganisationId laboratory, @Nullable String cursor, int limit) {
        var views = generations.views();
        var list = list(laboratory);
        var rest = cursor == null ? Span.ALL : Span.ALL.after(Cursor.read(list, cursor));
        var read = views.entries(list + rest.from(), list + rest.below(), limit + 1);
        var shown = read.subList(0, Math.min(limit, read.size()));
        return new Page<>(
                lots(views, shown).stream()
                        .flatMap(it -> waiting(it, laboratory).stream())
                        .toList(),
                read.size() > limit ? Cursor.write(list, shown.getLast().key().substring(list.length())) : null);
    }

    private static List<ViewOfLot> lots(Views views, List<Entry> entries) {
        var ids = entries.stream().map(Entry::of).toList();
        var found = views.findAll(ViewOfLot.class, ids).stream()
                .map(Views.Seen::view)
                .collect(Collectors.toMap(it -> it.id().value(), Function.identity()));
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    /**
     * A lot that waits for a laboratory.
     *
     * @param organisation that has it
     * @param product code of the catalogue's product
     * @param tests codes of those still to be told of
     * @param orderedAt when the oldest of them was ordered
     */
    public record Waiting(
            LotId lot,
            OrganisationId organisation,
            String product,
            @Nullable String label,
            Mass quantity,
            List<String> tests,
            OffsetDateTime orderedAt) {}
}
