package vn.nguongoc.step;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.nguongoc.Api;
import vn.nguongoc.Api.Answer;
import vn.nguongoc.ServiceTest;

/** A step, its draws and its outputs are one commit. */
@ServiceTest
class StepInTheServiceTest {
    @Autowired
    private EventStore log;

    @Autowired
    private MongoDatabase database;

    private final Api api;
    private final String cooperative;
    private final String one;
    private final String two;

    StepInTheServiceTest(@LocalServerPort int port) {
        api = new Api(port);
        cooperative = api.cooperative();
        var plot = api.sownPlot(cooperative);
        one = api.harvest(cooperative, plot, "6000").created();
        two = api.harvest(cooperative, plot, "4000").created();
    }

    private Answer mill(String fromOne, String fromTwo) {
        return api.post("/api/steps", """
                {'organisation':'%s','kind':'milling',
                 'inputs':[{'lot':'%s','quantity':{'value':'%s','unit':'kg'}},
                           {'lot':'%s','quantity':{'value':'%s','unit':'kg'}}],
                 'outputs':[{'product':'head-rice-st25','quantity':{'value':'5500','unit':'kg'}},
                            {'product':'broken-rice','quantity':{'value':'1300','unit':'kg'}},
                            {'product':'bran','quantity':{'value':'1','unit':'t'}},
                            {'product':'husk','quantity':{'value':'20.5','unit':'tạ'}}],
                 'losses':[{'kind':'unexplained','quantity':{'value':'150000','unit':'g'}}],
                 'happenedAt':'2026-05-12T08:00:00+07:00'}""".formatted(cooperative, one, fromOne, two, fromTwo));
    }

    private long head() {
        return log.createHeadToken().position().orElse(-1);
    }

    private long commits() {
        return database.getCollection("commits").countDocuments();
    }

    private String left(String lot) {
        return api.get("/api/lots/" + lot + "?after=" + head())
                .json()
                .at("/left/value")
                .stringValue();
    }

    @Test
    void a_step_that_draws_from_two_lots_and_makes_four_is_stored_whole() {
        var before = head();
        var commits = commits();
        var answer = mill("6000", "4000");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().get("lots")).hasSize(4);
        assertThat(answer.header("Log-Position")).isEqualTo(String.valueOf(before + 7)); // 2 draws, 4 lots, 1 step
        assertThat(commits()).isEqualTo(commits + 1);
        assertThat(left(one)).isEqualTo("0");
        assertThat(left(two)).isEqualTo("0");
    }

    @Test
    void a_step_whose_second_draw_is_refused_leaves_nothing_behind() {
        var before = head();
        var answer = mill("6000", "4000.001");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().get("requested").stringValue()).isEqualTo("4000.001 kg");
        assertThat(answer.json().get("available").stringValue()).isEqualTo("4000 kg");
        assertThat(head()).isEqualTo(before);
        assertThat(left(one)).isEqualTo("6000");
    }

    @Test
    void of_many_steps_that_race_for_the_same_lots_none_gets_what_another_got() throws Exception {
        var before = head();
        List<Callable<Answer>> steps = new ArrayList<>(Collections.nCopies(10, () -> store(one, two)));
        steps.addAll(Collections.nCopies(10, () -> store(two, one)));
        try (var threads = Executors.newFixedThreadPool(8)) {
            var answers = new ArrayList<Integer>();
            for (Future<Answer> answer : threads.invokeAll(steps)) {
                answers.add(answer.get().status());
            }
            // 1,000 kg of each a step: the smaller lot holds 4,000 kg.
            assertThat(Collections.frequency(answers, 201)).isEqualTo(4);
            assertThat(Collections.frequency(answers, 409)).isEqualTo(16);
        }
        assertThat(left(one)).isEqualTo("2000");
        assertThat(left(two)).isEqualTo("0");
        assertThat(head()).isEqualTo(before + 4 * 4); // 2 draws, 1 lot, 1 step each
    }

    private Answer store(String first, String second) {
        return api.post("/api/steps", """
                {'organisation':'%s','kind':'storage',
                 'inputs':[{'lot':'%s','quantity':{'value':'1000','unit':'kg'}},
                           {'lot':'%s','quantity':{'value':'1000','unit':'kg'}}],
                 'outputs':[{'product':'paddy-st25','quantity':{'value':'2000','unit':'kg'}}],
                 'happenedAt':'2026-04-25T08:00:00+07:00'}""".formatted(cooperative, first, second));
    }

    @Test
    void one_lot_number_cannot_stand_on_two_lots() {
        var graded = graded("20");
        assertThat(pack(graded, "10", "X-" + one.substring(4, 12)).status()).isEqualTo(201);
        var again = pack(graded, "10", "X-" + one.substring(4, 12));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().get("type").stringValue()).endsWith("/problems/lot/number-taken");
        assertThat(left(graded)).isEqualTo("10");
    }

    private String graded(String kilograms) {
        var head = mill("6000", "4000").json().get("lots").get(0).stringValue();
        return api.post("/api/steps", """
                {'organisation':'%s','kind':'grading','inputs':[{'lot':'%s','quantity':{'value':'%s','unit':'kg'}}],
                 'outputs':[{'product':'graded-rice-st25','quantity':{'value':'%s','unit':'kg'}}],
                 'happenedAt':'2026-05-12T15:00:00+07:00'}""".formatted(cooperative, head, kilograms, kilograms))
                .json()
                .get("lots")
                .get(0)
                .stringValue();
    }

    private Answer pack(String graded, String kilograms, String number) {
        return api.post("/api/steps", """
                {'organisation':'%s','kind':'packing','inputs':[{'lot':'%s','quantity':{'value':'%s','unit':'kg'}}],
                 'outputs':[{'product':'packed-rice-st25','quantity':{'value':'%s','unit':'kg'},
                             'item':{'gtin':'9520001000010','number':'%s','unit':{'value':'5','unit':'kg'},
                                     'bestBefore':'2027-05-18'}}],
                 'happenedAt':'2026-05-18T08:00:00+07:00'}""".formatted(cooperative, graded, kilograms, kilograms, number));
    }
}
