package vn.nguongoc.lists;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nguongoc.farmer.event.FarmerKey;
import vn.nguongoc.generations.Generations;
import vn.nguongoc.generations.Shelves.Entry;
import vn.nguongoc.generations.Views;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Vietnam;
import vn.nguongoc.view.ViewOfFarmer;

/**
 * Farmers by their codes, the requests that wait for an answer by the day they are due, the records that name somebody,
 * and people by the day of the last thing that was recorded of them.
 */
@Component
public class Farmers {
    private static final String BY_CODE = "farmers/";
    private static final String REQUESTS = "farmer-requests/";
    private static final String RECORDS = "farmer-records/";
    private static final String IDLE = "farmer-idle/";

    /** Between the parts of a place; stands in no code, and before all that may. */
    private static final String THEN = " ";

    private final Generations generations;

    Farmers(Generations generations) {
        this.generations = generations;
    }

    // ---- writing

    /** Enters a farmer where they belong now, and strikes them where they do not belong any more. */
    public static void enter(Views views, @Nullable ViewOfFarmer before, ViewOfFarmer after) {
        var old = before == null ? Set.<String>of() : keys(before);
        var now = keys(after);
        old.stream().filter(it -> !now.contains(it)).forEach(views::strike);
        now.stream()
                .filter(it -> !old.contains(it))
                .forEach(it -> views.enter(it, after.id().toString()));
    }

    private static Set<String> keys(ViewOfFarmer farmer) {
        var key = farmer.id();
        var keys = new HashSet<String>();
        keys.add(BY_CODE + key.organisation() + "/" + key.code());
        farmer.open()
                .forEach(it ->
                        keys.add(REQUESTS + key.organisation() + "/" + it.dueOn() + THEN + key.code() + place(it)));
        if (farmer.erased() == null) {
            keys.add(IDLE + Vietnam.day(farmer.lastFact()) + THEN + key);
        }
        return keys;
    }

    /** @param position in the log, by which records stand in their order */
    public static void named(Views views, FarmerKey farmer, long position, String record) {
        views.enter(records(farmer) + "%016x".formatted(position), record);
    }

    private static String records(FarmerKey farmer) {
        return RECORDS + farmer + "/";
    }

    // ---- reading

    /** A request that waits for an answer. */
    public record Waiting(FarmerKey farmer, ViewOfFarmer.Request request) {}

    /** A page of at most {@code limit} farmers of this organisation, by their codes. */
    public Page<ViewOfFarmer> of(OrganisationId organisation, @Nullable String cursor, int limit) {
        var list = BY_CODE + organisation + "/";
        var read = read(list, cursor, limit);
        return page(list, read, limit, shown -> views(shown));
    }

    /** A page of at most {@code limit} open requests of this organisation's farmers, those that are due first first. */
    public Page<Waiting> waiting(OrganisationId organisation, @Nullable String cursor, int limit) {
        var list = REQUESTS + organisation + "/";
        var read = read(list, cursor, limit);
        return page(list, read, limit, shown -> {
            var farmers =
                    views(shown).stream().collect(Collectors.toMap(it -> it.id().toString(), Function.identity()));
            return shown.stream()
                    .flatMap(it -> Stream.ofNullable(farmers.get(it.of()))
                            .flatMap(farmer -> farmer.open().stream()
                                    .filter(request -> it.key().endsWith(place(request)))
                                    .map(request -> new Waiting(farmer.id(), request))))
                    .toList();
        });
    }

    private static String place(ViewOfFarmer.Request request) {
        return THEN + "%06d".formatted(request.number());
    }

    /** A page of at most {@code limit} ids of records that were entered on their behalf, oldest first. */
    public Page<String> records(FarmerKey farmer, @Nullable String cursor, int limit) {
        var list = records(farmer);
        return page(
                list,
                read(list, cursor, limit),
                limit,
                shown -> shown.stream().map(Entry::of).toList());
    }

    /** At most {@code limit} people of whom nothing was recorded on this day or after it, longest ago first. */
    public List<FarmerKey> idleBefore(LocalDate day, int limit) {
        return generations.views().entries(IDLE, IDLE + day, limit).stream()
                .map(it -> FarmerKey.read(it.of()))
                .toList();
    }

    private List<Entry> read(String list, @Nullable String cursor, int limit) {
        var rest = cursor == null ? Span.ALL : Span.ALL.after(Cursor.read(list, cursor));
        return generations.views().entries(list + rest.from(), list + rest.below(), limit + 1);
    }

    private static <T> Page<T> page(String list, List<Entry> read, int limit, Function<List<Entry>, List<T>> items) {
        var shown = read.subList(0, Math.min(limit, read.size()));
        return new Page<>(
                items.apply(shown),
                read.size() > limit ? Cursor.write(list, shown.getLast().key().substring(list.length())) : null);
    }

    /** In the order of the entries. */
    private List<ViewOfFarmer> views(List<Entry> entries) {
        var ids = entries.stream().map(Entry::of).distinct().toList();
        var found = generations.views().findAll(ViewOfFarmer.class, ids).stream()
                .map(Views.Seen::view)
                .collect(Collectors.toMap(it -> it.id().toString(), Function.identity()));
        var inOrder = new ArrayList<ViewOfFarmer>();
        ids.stream().filter(found::containsKey).map(found::get).forEach(inOrder::add);
        return inOrder;
    }
}
