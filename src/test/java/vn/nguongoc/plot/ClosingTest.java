package vn.nguongoc.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nguongoc.Farm.HOA_TU;
import static vn.nguongoc.Farm.HO_DAC_KIEN;
import static vn.nguongoc.Farm.LOT;
import static vn.nguongoc.Farm.P1;
import static vn.nguongoc.Farm.PADDY;
import static vn.nguongoc.Farm.cycle;
import static vn.nguongoc.Farm.kilograms;
import static vn.nguongoc.Farm.on;
import static vn.nguongoc.Farm.plot;
import static vn.nguongoc.Farm.sown;
import static vn.nguongoc.Refusals.refused;
import static vn.nguongoc.plot.Seasons.POMELO;
import static vn.nguongoc.plot.Seasons.WHITELEG;
import static vn.nguongoc.plot.Seasons.closed;
import static vn.nguongoc.plot.Seasons.corrected;
import static vn.nguongoc.plot.Seasons.did;
import static vn.nguongoc.plot.Seasons.flag;
import static vn.nguongoc.plot.Seasons.fruit;
import static vn.nguongoc.plot.Seasons.orchard;
import static vn.nguongoc.plot.Seasons.pond;
import static vn.nguongoc.plot.Seasons.shrimp;
import static vn.nguongoc.plot.Seasons.stocked;
import static vn.nguongoc.plot.Seasons.taken;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.plot.PlotCommand.CloseCycle;
import vn.nguongoc.plot.event.PlotEvent.CycleClosed;
import vn.nguongoc.plot.event.PlotEvent.CycleOpened;
import vn.nguongoc.seed.SeedCommand.GiveBackSeed;
import vn.nguongoc.seed.SeedRefusal;
import vn.nguongoc.seed.event.SeedLotKey;
import vn.nguongoc.shared.Flag;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.Refused;

/** How a cycle ends: with a last harvest or without, and its seed goes back. */
class ClosingTest extends PlotTest {

    @Test
    void the_last_harvest_closes_the_cycle() {
        farm.given(plot(), cycle(), sown(130))
                .when(last(harvesting(PADDY, LOT, kilograms(13_200), null, "24-04")))
                .expectEvents(taken(1, LOT, kilograms(13_200), null, "24-04"), closed(1, "24-04"));
        assertThat(asked(GiveBackSeed.class)).isEmpty();
    }

    @Test
    void the_last_harvest_comes_after_all_that_was_done() {
        farm.given(plot(), cycle(), sown(130), did(2, 1, "drainage", "25-04", Map.of(), null))
                .when(last(harvesting(PADDY, LOT, kilograms(13_200), null, "24-04")))
                .expectException(refused(new PlotRefusal.BeforeItsPredecessor(on("24-04"), on("25-04"))));
        farm.given(plot(), cycle(), sown(130), taken(1, "25-04"))
                .when(last(harvesting(PADDY, LOT, kilograms(13_200), null, "24-04")))
                .expectException(refused(new PlotRefusal.BeforeItsPredecessor(on("24-04"), on("25-04"))));
        farm.given(plot(), cycle(), sown(130), did(2, 1, "drainage", "25-04", Map.of(), null))
                .when(harvesting(PADDY, LOT, kilograms(13_200), null, "24-04"))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void a_cycle_can_end_without_a_harvest() {
        farm.given(plot(), cycle()).when(closing("01-02")).expectEvents(closed(1, "01-02"));
    }

    @Test
    void a_cycle_does_not_end_before_what_was_done_in_it() {
        farm.given(plot(), cycle(), sown(130)).when(closing("08-01")).expectEvents(closed(1, "08-01"));
        farm.given(plot(), cycle(), sown(130))
                .when(closing("07-01"))
                .expectException(refused(new PlotRefusal.BeforeItsPredecessor(on("07-01"), on("08-01"))));
    }

    @Test
    void nothing_ends_twice_or_at_others_word() {
        farm.given(plot(), cycle(), closed(1, "01-02"))
                .when(closing("01-02"))
                .expectException(refused(new PlotRefusal.NoOpenCycle(P1)));
        farm.given(plot(), cycle())
                .when(new CloseCycle(P1, HOA_TU, on("01-02")))
                .expectException(refused(new LogRefusal.NotFound(P1.value())));
    }

    // ---- seed

    private static GiveBackSeed back(String lot, Mass mass) {
        return new GiveBackSeed(new SeedLotKey(HO_DAC_KIEN, lot), P1, 1, mass, null, on("01-02"));
    }

    @Test
    void seed_that_was_not_sown_goes_back() {
        farm.given(plot(), cycle(), sown(100)).when(closing("01-02"));
        assertThat(asked).containsExactly(back("SL-ST25-2601-01", kilograms(30)));
    }

    @Test
    void post_larvae_that_were_not_stocked_go_back() {
        farm.given(pond(), shrimp(1, WHITELEG, 200_000, "02-01"), stocked(1, 1, 199_999, "05-01"))
                .when(closing("01-02"));
        assertThat(asked)
                .containsExactly(new GiveBackSeed(new SeedLotKey(HO_DAC_KIEN, "PL"), P1, 1, null, 1L, on("01-02")));
    }

    @Test
    void all_of_the_post_larvae_in_the_pond_leave_nothing_to_give_back() {
        farm.given(pond(), shrimp(1, WHITELEG, 200_000, "02-01"), stocked(1, 1, 200_000, "05-01"))
                .when(closing("01-02"))
                .expectEvents(closed(1, "01-02"));
        assertThat(asked).isEmpty();
    }

    @Test
    void trees_leave_no_seed() {
        farm.given(orchard(), fruit(1, "02-01")).when(closing("01-02")).expectEvents(closed(1, "01-02"));
        assertThat(asked).isEmpty();
    }

    /** Before seed lots were recorded, cycles named them all the same. */
    @Test
    void seed_that_was_never_taken_from_a_recorded_lot_is_nobodys_to_take_back() {
        var key = "seed/" + HO_DAC_KIEN + "/SL-ST25-2601-01";
        for (var no : List.<RuntimeException>of(
                new AggregateNotFoundException(key, "not there"),
                new Refused(new SeedRefusal.MoreThanTaken("SL-ST25-2601-01", P1, 1, kilograms(30), Mass.ZERO)))) {
            says(GiveBackSeed.class, no);
            farm.given(plot(), cycle(), sown(100)).when(closing("01-02")).expectEvents(closed(1, "01-02"));
        }
    }

    @Test
    void but_whatever_else_is_refused_there_is_refused_here() {
        var no = new LogRefusal.TooManyAtOnce(5);
        says(GiveBackSeed.class, no);
        farm.given(plot(), cycle(), sown(100)).when(closing("01-02")).expectException(refused(no));
    }

    @Test
    void an_old_lots_number_may_be_any_text() {
        var opened =
                new CycleOpened(P1, 1, PADDY, "dong-xuan", "giống nhà", kilograms(130), null, List.of(), on("02-01"));
        farm.given(plot(), opened).when(closing("01-02")).expectEvents(closed(1, "01-02"));
        assertThat(asked).isEmpty();
    }

    // ---- feed

    private static CycleClosed fed(String conversion, Flag... flags) {
        return new CycleClosed(P1, 1, new BigDecimal(conversion), List.of(flags), on("05-06"));
    }

    private static Object[] fedPond(String feed) {
        return new Object[] {
            pond(),
            shrimp(1, WHITELEG, 200_000, "02-01"),
            stocked(1, 1, 200_000, "05-03"),
            did(2, 1, "feeding", "01-04", Map.of("feed", "1000"), null),
            did(3, 1, "feeding", "01-05", Map.of("feed", feed), null),
            taken(1, LOT, kilograms(1_000), 50_000L, "20-05")
        };
    }

    @ParameterizedTest
    @CsvSource({"1200,1.10", "1804.9,1.40"})
    void a_kilogram_of_shrimp_eats_1_1_to_1_4_kilograms(String feed, String conversion) {
        farm.given(fedPond(feed))
                .when(last(harvesting(WHITELEG, LOT, kilograms(1_000), "50", "05-06")))
                .expectEvents(taken(1, LOT, kilograms(1_000), 50_000L, "05-06"), fed(conversion));
    }

    @ParameterizedTest
    @CsvSource({"1189,1.09,1.1", "1810,1.41,1.4"})
    void less_and_more_are_a_doubt(String feed, String conversion, String limit) {
        var doubt = flag("feed-conversion-unusual", WHITELEG, conversion, limit, "rules.md shrimp (intensive) [K]");
        farm.given(fedPond(feed))
                .when(last(harvesting(WHITELEG, LOT, kilograms(1_000), "50", "05-06")))
                .expectEvents(taken(1, LOT, kilograms(1_000), 50_000L, "05-06"), fed(conversion, doubt));
    }

    /** The third activity is of 500 kg; of the fourth, which is told late, it is the cycle before that was fed. */
    private static List<Object> fedTwice(Object... more) {
        var events = new ArrayList<Object>(List.of(
                pond(),
                shrimp(1, WHITELEG, 200_000, "02-01"),
                stocked(1, 1, 200_000, "05-01"),
                closed(1, "01-03"),
                shrimp(2, WHITELEG, 200_000, "02-03"),
                stocked(2, 2, 200_000, "05-03"),
                did(3, 2, "feeding", "01-04", Map.of("feed", "500"), null),
                did(4, 1, "feeding", "01-02", Map.of("feed", "7000"), null),
                did(5, 2, "feeding", "01-05", Map.of("feed", "2000"), null)));
        events.addAll(List.of(more));
        return events;
    }

    private void expectConversion(List<Object> given, String conversion) {
        farm.given(given)
                .when(last(harvesting(WHITELEG, LOT, kilograms(2_000), "50", "05-06")))
                .expectEvents(
                        taken(2, LOT, kilograms(2_000), 100_000L, "05-06"),
                        new CycleClosed(P1, 2, new BigDecimal(conversion), List.of(), on("05-06")));
    }

    @Test
    void only_what_was_fed_in_the_cycle_counts() {
        expectConversion(fedTwice(), "1.25");
    }

    @Test
    void feed_counts_as_it_was_corrected_last() {
        var once = corrected(3, 2, Map.of("feed", "300"), null, "01-05");
        expectConversion(fedTwice(once), "1.15");
        expectConversion(fedTwice(once, corrected(3, 2, Map.of("feed", "400"), null, "02-05")), "1.20");
    }

    @Test
    void feed_that_was_never_given_does_not_count() {
        expectConversion(
                fedTwice(
                        corrected(3, 2, null, null, "01-05"),
                        did(6, 2, "feeding", "01-05", Map.of("feed", "400"), null)),
                "1.20");
    }

    @Test
    void without_feed_or_without_a_harvest_there_is_no_conversion() {
        farm.given(pond(), shrimp(1, WHITELEG, 200_000, "02-01"), taken(1, "20-05"))
                .when(closing("05-06"))
                .expectEvents(closed(1, "05-06"));
        farm.given(
                        pond(),
                        shrimp(1, WHITELEG, 200_000, "02-01"),
                        did(1, 1, "feeding", "01-04", Map.of("feed", "1000"), null))
                .when(closing("05-06"))
                .expectEvents(closed(1, "05-06"));
    }

    @Test
    void of_fruit_no_feed_is_told() {
        farm.given(orchard(), fruit(1, "02-01"))
                .when(last(harvesting(POMELO, LOT, kilograms(100), null, "12-10")))
                .expectEvents(taken(1, LOT, kilograms(100), null, "12-10"), closed(1, "12-10"));
    }
}
