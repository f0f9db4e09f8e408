package vn.nguongoc.generations;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.nguongoc.Farm;
import vn.nguongoc.ServiceTest;
import vn.nguongoc.view.ViewOfOrigin;

/**
 * What may have been told before is looked for; only what surely was not is written as new. Whoever forgot how far it
 * went would put an old view in the place of one that saw more.
 */
@ServiceTest
class ViewsTest {
    private static final long GENERATION = 3_000_000;

    /** A long way from any other, so that it was not reserved together with it. */
    private static final long FAR = 100_000;

    @Autowired
    private MongoDatabase database;

    private Views views;

    @BeforeEach
    void none() {
        views = views();
    }

    @AfterEach
    void forget() {
        for (var name : database.listCollectionNames().into(new ArrayList<>())) {
            if (name.startsWith(Shelves.PREFIX + GENERATION + "-")) {
                database.getCollection(name).drop();
            }
        }
    }

    /** As another process has them, or this one after it was started again. */
    private Views views() {
        return new Views(database, GENERATION, changed -> {});
    }

    private static ViewOfOrigin origin() {
        return new ViewOfOrigin(Farm.LOT, new TreeSet<>(), new TreeSet<>());
    }

    /** Tells what makes the view at this position, and what changes it right afterwards. */
    private static void tell(Views to, long position) {
        to.beginBatch(position + 1);
        to.create(Farm.LOT, position, origin());
        to.change(ViewOfOrigin.class, Farm.LOT, position + 1, it -> it);
        to.endBatch();
    }

    private void assertThatNothingIsLostWhenItIsMadeAgain(long position) {
        views.create(Farm.LOT, position, origin());
        assertThat(views().find(ViewOfOrigin.class, Farm.LOT).orElseThrow().position())
                .isEqualTo(position + 1);
    }

    private void assertThatNothingIsLostInABatchThatEndsAt(long last, long position) {
        views.beginBatch(last);
        views.create(Farm.LOT, position, origin());
        views.endBatch();
        assertThat(views().find(ViewOfOrigin.class, Farm.LOT).orElseThrow().position())
                .isEqualTo(position + 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 5, FAR})
    void a_dead_letter_that_is_tried_again_finds_the_view_that_is_there(long position) {
        tell(views, position);
        assertThatNothingIsLostWhenItIsMadeAgain(position);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 5, FAR})
    void a_dead_letter_that_is_tried_again_after_a_start_finds_the_view_that_is_there(long position) {
        tell(views, position);
        views = views();
        assertThatNothingIsLostWhenItIsMadeAgain(position);
    }

    @Test
    void also_after_more_was_told_since_the_start() {
        tell(views, 5);
        views = views();
        views.beginBatch(FAR);
        views.endBatch();
        assertThatNothingIsLostWhenItIsMadeAgain(5);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 5, FAR})
    void a_batch_that_is_told_again_after_a_start_finds_the_views_that_are_there(long position) {
        tell(views, position);
        views = views();
        assertThatNothingIsLostInABatchThatEndsAt(position + 1, position);
    }

    @Test
    void also_when_it_goes_on_from_where_it_was_reserved() {
        tell(views, 5);
        views.beginBatch(FAR);
        views.endBatch();
        views = views();
        assertThatNothingIsLostInABatchThatEndsAt(2 * FAR, 5);
    }

    @Test
    void how_far_a_batch_goes_is_known_before_it_is_written() {
        views.beginBatch(FAR);
        assertThat(new Shelves(database, GENERATION).reserved()).isGreaterThanOrEqualTo(FAR);
        views.abandonBatch();
    }

    @Test
    void what_another_process_told_meanwhile_is_found() {
        views.beginBatch(3);
        views.endBatch();
        tell(views(), FAR);
        views.rememberNothing();
        assertThatNothingIsLostInABatchThatEndsAt(FAR + 1, FAR);
    }

    @Test
    void what_a_batch_wrote_that_failed_is_found() {
        views.beginBatch(3);
        views.endBatch();
        views.beginBatch(FAR);
        tell(views(), FAR - 1); // as much of it as was written
        views.abandonBatch();
        assertThatNothingIsLostInABatchThatEndsAt(FAR, FAR - 1);
    }
}
