package vn.nguongoc.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.nguongoc.Farm;
import vn.nguongoc.ServiceTest;
import vn.nguongoc.generations.Reading;
import vn.nguongoc.generations.Shelves;
import vn.nguongoc.generations.Views;
import vn.nguongoc.lists.SeasonEntries;
import vn.nguongoc.lists.SeasonEntries.Work;
import vn.nguongoc.plot.event.PlotEvent;
import vn.nguongoc.plot.event.PlotEvent.ActivityCorrected;
import vn.nguongoc.plot.event.PlotEvent.ActivityRecorded;
import vn.nguongoc.plot.event.PlotEvent.CycleClosed;
import vn.nguongoc.plot.event.PlotEvent.CycleOpened;
import vn.nguongoc.plot.event.PlotEvent.WaterMeasured;
import vn.nguongoc.plot.event.PlotEvent.WaterReading;
import vn.nguongoc.shared.Flag;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.view.Milestone;
import vn.nguongoc.view.ViewOfCycle;
import vn.nguongoc.view.ViewOfCyclePart;

/** What is done in a crop cycle lies in parts, and is told the same whatever was told of it before. */
@ServiceTest
class CyclePartsTest {
    private static final long GENERATION = 2_000_000;
    private static final OffsetDateTime THEN = Farm.on("02-02");
    private static final Flag ODD = new Flag("activity-odd", null, null, null, "[I]");

    @Autowired
    private MongoDatabase database;

    private final List<PlotEvent> told = new ArrayList<>();
    private Views views;

    @BeforeEach
    void aPlot() {
        views = views();
        told.add(Farm.plot());
        open(1);
    }

    @AfterEach
    void forget() {
        collections().forEach(name -> database.getCollection(name).drop());
    }

    private Views views() {
        return new Views(database, GENERATION, changed -> {});
    }

    private List<String> collections() {
        return database.listCollectionNames().into(new ArrayList<>()).stream()
                .filter(it -> it.startsWith(Shelves.PREFIX + GENERATION + "-"))
                .toList();
    }

    private static String collection(String kind) {
        return Shelves.PREFIX + GENERATION + "-" + kind;
    }

    // ---- what happens on the plot

    private void open(int cycle) {
        told.add(new CycleOpened(
                Farm.P1, cycle, Farm.PADDY, "dong-xuan", "SL-1", Mass.kilograms(130), null, List.of(), THEN));
    }

    private void work(int cycle, @Nullable Integer number, String kind, Map<String, String> fields, Flag... flags) {
        told.add(new ActivityRecorded(Farm.P1, cycle, kind, 1, fields, null, number, null, List.of(flags), THEN));
    }

    private void irrigate(int from, int to) {
        for (int number = from; number <= to; number++) {
            work(1, number, "irrigation", Map.of("source", "kênh " + number));
        }
    }

    private void correct(int number, @Nullable Map<String, String> to, Flag... flags) {
        told.add(new ActivityCorrected(Farm.P1, 1, number, to, null, "ghi nhầm", "NV-01", List.of(flags), THEN));
    }

    private void measure(@Nullable Integer cycle, Flag... flags) {
        var readings = List.of(new WaterReading(THEN, Map.of("ph", Farm.percent("7.9"))));
        told.add(new WaterMeasured(Farm.P1, cycle, "probe-1", readings, List.of(flags), THEN));
    }

    /** Sown, sprayed, watered and measured again and again; corrected in the part at hand, and far behind it. */
    private void aLongSeason() {
        work(1, 1, "sowing", Map.of("seed", "130"));
        work(1, 2, "pesticide", Map.of("active", "validamycin"), ODD);
        irrigate(3, 40);
        correct(2, null);
        measure(1, ODD);
        irrigate(41, 63);
        work(1, 64, "pesticide", Map.of("active", "validamycin"));
        correct(64, Map.of("active", "hexaconazole"), ODD);
        correct(1, Map.of("seed", "120"));
        irrigate(65, 99);
        correct(1, Map.of("seed", "125.5"));
        correct(2, Map.of("active", "validamycin"));
        measure(null, ODD);
        irrigate(100, 130);
        told.add(new CycleClosed(Farm.P1, 1, null, List.of(), THEN));
    }

    // ---- how it is told

    private void tell(Views to, int from, int until, int atOnce) throws Exception {
        var handlers = new HistoryProjections(Farm.CATALOGUE)
                .into(to).stream().map(AnnotationEventHandlerAdapter::new).toList();
        for (int i = from; i < until; i += atOnce) {
            var end = Math.min(i + atOnce, until);
            to.beginBatch(end - 1);
            for (int position = i; position < end; position++) {
                for (var handler : handlers) {
                    handler.handle(message(position));
                }
            }
            to.endBatch();
        }
    }

    private TrackedEventMessage<?> message(int position) {
        return new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(position),
                new GenericDomainEventMessage<>(
                        "plot",
                        Farm.P1.value(),
                        position,
                        told.get(position),
                        Map.of(),
                        "event-" + position,
                        THEN.toInstant()));
    }

    private void tellAll(int atOnce) throws Exception {
        tell(views, 0, told.size(), atOnce);
    }

    private CropCycle cycle(int number) {
        return CropCycles.read(new Reading(views), List.of(ViewOfCycle.id(Farm.P1, number)))
                .getFirst();
    }

    private List<Work> works() {
        var entries = views.entries("season/", "season/~", 1_000).stream()
                .filter(it -> it.key().contains("/work/"))
                .map(Shelves.Entry::of)
                .toList();
        return SeasonEntries.readWorks(entries);
    }

    /** Everything that is stored, but how far it may have been told. */
    private Map<String, List<Document>> stored() {
        var all = new TreeMap<String, List<Document>>();
        collections().stream().filter(it -> !it.endsWith("-reserved")).forEach(name -> all.put(name, documents(name)));
        return all;
    }

    private List<Document> documents(String collection) {
        return database.getCollection(collection)
                .find()
                .sort(new Document("_id", 1))
                .into(new ArrayList<>());
    }

    private void put(String collection, List<Document> documents) {
        database.getCollection(collection).deleteMany(new Document());
        if (!documents.isEmpty()) {
            database.getCollection(collection).insertMany(documents);
        }
    }

    // ---- what is told

    @Test
    void what_was_done_is_told_in_the_order_of_recording() throws Exception {
        aLongSeason();
        tellAll(7);
        assertThat(cycle(1).milestones().stream().map(it -> it.fact().position()))
                .isSorted()
                .doesNotHaveDuplicates()
                .hasSize(told.size() - 2); // the plot, and what was measured while no cycle was open
        assertThat(cycle(0).milestones()).singleElement().isInstanceOf(Milestone.Water.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {ViewOfCyclePart.MOST - 2, ViewOfCyclePart.MOST - 1, ViewOfCyclePart.MOST})
    void a_part_takes_so_many_and_no_more(int activities) throws Exception {
        irrigate(1, activities); // and the opening
        tellAll(1);
        var last = documents(collection("cyclepart")).getLast().getString("_id");
        assertThat(last).endsWith(activities < ViewOfCyclePart.MOST ? "/000000" : "/000001");
        assertThat(cycle(1).milestones()).hasSize(activities + 1);
    }

    @Test
    void a_correction_shows_what_was_written_however_long_ago_and_counts_in_the_season_once() throws Exception {
        aLongSeason();
        tellAll(7);
        var corrections = cycle(1).milestones().stream()
                .filter(Milestone.FieldCorrection.class::isInstance)
                .map(Milestone.FieldCorrection.class::cast)
                .toList();
        assertThat(corrections)
                .extracting(
                        Milestone.FieldCorrection::number,
                        it -> it.before().values().toString())
                .containsExactly(
                        tuple(2, "[validamycin]"),
                        tuple(64, "[validamycin]"),
                        tuple(1, "[130]"),
                        tuple(1, "[130]"),
                        tuple(2, "[validamycin]"));
        assertThat(Mass.sum(works().stream().map(Work::sown).toList()).kilogramsText())
                .isEqualTo("125.5");
        assertThat(works().stream().mapToInt(Work::sprays).sum()).isEqualTo(2);
        assertThat(works().stream().mapToInt(Work::flags).sum()).isEqualTo(3);
    }

    @Test
    void an_activity_that_is_not_there_cannot_have_been_corrected() throws Exception {
        irrigate(1, 70);
        tellAll(10);
        correct(71, null);
        var before = stored();
        assertThatThrownBy(() -> tell(views, told.size() - 1, told.size(), 1))
                .hasMessage("activity 71 was corrected before it was there");
        views.abandonBatch();
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void activities_without_numbers_are_numbered_as_they_were_recorded() throws Exception {
        work(1, null, "irrigation", Map.of());
        work(1, null, "irrigation", Map.of());
        open(2);
        work(2, null, "irrigation", Map.of());
        work(2, 4, "irrigation", Map.of());
        tellAll(3);
        assertThat(cycle(2).milestones().stream()
                        .filter(Milestone.FieldWork.class::isInstance)
                        .map(it -> ((Milestone.FieldWork) it).number()))
                .containsExactly(3, 4);
    }

    @Test
    void a_doubt_about_water_between_two_crops_is_told_and_belongs_to_no_season() throws Exception {
        measure(null, ODD);
        tellAll(1);
        assertThat(cycle(0).milestones())
                .singleElement()
                .extracting(Milestone::flags)
                .isEqualTo(List.of(ODD));
        assertThat(works()).isEmpty();
    }

    // ---- what is written

    @Test
    void what_an_event_writes_does_not_grow_with_what_was_done_before_it() throws Exception {
        irrigate(1, 1_000);
        tellAll(100);
        var longest = documents(collection("cyclepart")).stream()
                .mapToInt(it -> it.getString("view").length())
                .max()
                .orElseThrow();
        assertThat(longest).isLessThan(ViewOfCyclePart.MOST * 300);
        assertThat(documents(collection("cycle")).getFirst().getString("view").length())
                .isLessThan(120);
        var before = documents(collection("cyclepart"));
        irrigate(1_001, 1_001);
        tell(views, told.size() - 1, told.size(), 1);
        assertThat(documents(collection("cyclepart")).stream().filter(it -> !before.contains(it)))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 64, 1_000})
    void told_everything_again_nothing_changes(int atOnce) throws Exception {
        aLongSeason();
        tellAll(9);
        var before = stored();
        views = views();
        tellAll(atOnce);
        assertThat(stored()).isEqualTo(before);
    }

    /** Parts are written before the cycle that counts what is in them. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4, 50})
    void half_told_before_a_cut_it_is_told_the_same_afterwards(int atOnce) throws Exception {
        aLongSeason();
        tellAll(9);
        var whole = stored();
        for (int seen = 3; seen < told.size(); seen += 11) {
            forget();
            views = views();
            tell(views, 0, seen, 9);
            var cycles = documents(collection("cycle"));
            whole.forEach(this::put);
            put(collection("cycle"), cycles);
            assertThat(cycle(1).milestones())
                    .as("what no cycle counts is not told")
                    .hasSizeLessThan(seen);
            views = views();
            tell(views, Math.max(0, seen - 20), told.size(), atOnce);
            assertThat(stored()).as("cut when it had seen %d", seen).isEqualTo(whole);
        }
    }

    /** Else it would never be told again what is in the part. */
    @Test
    void a_cycle_does_not_count_what_the_database_did_not_take_into_its_part() throws Exception {
        irrigate(1, 5);
        tellAll(1);
        var before = documents(collection("cycle"));
        irrigate(6, 7);
        tell(views, told.size() - 2, told.size() - 1, 1);
        put(collection("cycle"), before); // a cut: of activity 6 only the part is there
        open(2);
        views = views();
        var refused = database.getCollection(collection("cyclepart"));
        refused.createIndex(Indexes.ascending("seen"), new IndexOptions().unique(true));
        refused.insertOne(new Document("_id", "other").append("seen", (long) told.size() - 1));
        assertThatThrownBy(() -> tell(views, told.size() - 3, told.size(), 3)).isNotNull();
        views.abandonBatch();
        assertThat(documents(collection("cycle"))).isEqualTo(before);
        refused.deleteOne(Filters.eq("other"));
        tell(views, told.size() - 3, told.size(), 3);
        assertThat(cycle(1).milestones()).hasSize(8);
        assertThat(cycle(2).milestones()).hasSize(1);
    }
}
