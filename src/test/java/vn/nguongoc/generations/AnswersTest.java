package vn.nguongoc.generations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import vn.nguongoc.Farm;
import vn.nguongoc.history.Answer;
import vn.nguongoc.view.ViewOfLot;
import vn.nguongoc.view.ViewOfPlot;

/** An answer is given again exactly as long as nothing that it was made of has changed. */
class AnswersTest {
    private static final ViewKey LOT = ViewKey.of(ViewOfLot.class, Farm.LOT);
    private static final ViewKey PLOT = ViewKey.of(ViewOfPlot.class, Farm.P1);

    private final AtomicInteger made = new AtomicInteger();
    private final AtomicBoolean following = new AtomicBoolean(true);
    private final Answers<Answer> answers =
            new Answers<>(following::get, new Memory<>(64L << 20, it -> it.body().length));

    private Function<Set<ViewKey>, Optional<Answer>> madeOf(ViewKey... keys) {
        return read -> {
            read.addAll(List.of(keys));
            var text = String.valueOf(made.incrementAndGet());
            return Optional.of(new Answer(text.getBytes(StandardCharsets.UTF_8), 1));
        };
    }

    private String ask(ViewKey... keys) {
        return text(answers.of(Farm.LOT, madeOf(keys)));
    }

    private static String text(Optional<Answer> answer) {
        return new String(answer.orElseThrow().body(), StandardCharsets.UTF_8);
    }

    @Test
    void the_same_answer_is_given_again() {
        assertThat(ask(LOT, PLOT)).isEqualTo("1");
        assertThat(ask(LOT, PLOT)).isEqualTo("1");
    }

    @Test
    void it_is_made_anew_when_any_of_what_it_was_made_of_changes() {
        ask(LOT, PLOT);
        answers.forget(Set.of(PLOT));
        assertThat(ask(LOT, PLOT)).isEqualTo("2");
        answers.forget(Set.of(LOT));
        assertThat(ask(LOT, PLOT)).isEqualTo("3");
    }

    @Test
    void it_stays_when_something_else_changes() {
        ask(LOT);
        answers.forget(Set.of(PLOT));
        assertThat(ask(LOT)).isEqualTo("1");
    }

    @Test
    void what_changed_while_it_was_being_made_makes_it_outdated_at_once() throws Exception {
        var reading = new CountDownLatch(1);
        var changed = new CountDownLatch(1);
        var asking = Thread.ofVirtual()
                .start(() -> answers.of(Farm.LOT, read -> {
                    read.add(PLOT);
                    reading.countDown();
                    await(changed);
                    return madeOf(LOT).apply(read);
                }));
        reading.await();
        answers.forget(Set.of(PLOT));
        changed.countDown();
        asking.join();
        assertThat(ask(LOT, PLOT)).isEqualTo("2");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void that_nothing_is_there_is_not_remembered() {
        assertThat(answers.of(Farm.LOT, read -> Optional.empty())).isEmpty();
        assertThat(ask(LOT)).isEqualTo("1");
    }

    @Test
    void where_another_process_feeds_the_views_nothing_is_remembered() {
        following.set(false);
        assertThat(ask(LOT)).isEqualTo("1");
        assertThat(ask(LOT)).isEqualTo("2");
    }

    @Test
    void when_another_process_begins_to_feed_them_all_is_forgotten() {
        ask(LOT);
        answers.forgetAll();
        assertThat(ask(LOT)).isEqualTo("2");
    }
}
