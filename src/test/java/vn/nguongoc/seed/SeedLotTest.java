package vn.nguongoc.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nguongoc.Farm.CATALOGUE;
import static vn.nguongoc.Farm.P1;
import static vn.nguongoc.Farm.P2;
import static vn.nguongoc.Farm.PADDY;
import static vn.nguongoc.Farm.kilograms;
import static vn.nguongoc.Farm.on;
import static vn.nguongoc.Farm.percent;
import static vn.nguongoc.Refusals.refusalOf;
import static vn.nguongoc.Refusals.refused;
import static vn.nguongoc.seed.SeedStore.GROWN;
import static vn.nguongoc.seed.SeedStore.LARVAE;
import static vn.nguongoc.seed.SeedStore.NO_COOPERATIVE;
import static vn.nguongoc.seed.SeedStore.SEED;
import static vn.nguongoc.seed.SeedStore.TIGER;
import static vn.nguongoc.seed.SeedStore.counting;
import static vn.nguongoc.seed.SeedStore.larvae;
import static vn.nguongoc.seed.SeedStore.received;
import static vn.nguongoc.seed.SeedStore.weighing;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nguongoc.catalogue.CatalogueFiles;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.seed.SeedCommand.GiveBackSeed;
import vn.nguongoc.seed.SeedCommand.ReceiveSeed;
import vn.nguongoc.seed.SeedCommand.TakeSeed;
import vn.nguongoc.seed.event.SeedEvent.SeedDrawn;
import vn.nguongoc.seed.event.SeedEvent.SeedReturned;
import vn.nguongoc.seed.event.SeedLotKey;
import vn.nguongoc.shared.Flag;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.PlotId;
import vn.nguongoc.shared.Refusal;

/** Seed is received once, and taken and given back to the gram and to the piece. */
class SeedLotTest {
    private final FixtureConfiguration<SeedLot> store = SeedStore.fixture();

    // ---- receiving

    private static ReceiveSeed receive(
            String product, @Nullable Mass mass, @Nullable Long pieces, @Nullable String germination) {
        return new ReceiveSeed(
                SEED,
                product,
                mass,
                pieces,
                "Trại giống",
                "XN1",
                germination == null ? null : percent(germination),
                null,
                on("02-01"));
    }

    @Test
    void what_is_sown_is_received_by_the_kilogram() {
        store.givenNoPriorActivity()
                .when(receive(PADDY, kilograms(250), null, "88"))
                .expectEvents(received("88"));
    }

    @Test
    void what_is_stocked_is_received_by_the_piece() {
        store.givenNoPriorActivity()
                .when(new ReceiveSeed(LARVAE, TIGER, null, 100_000L, "Trại tôm", "PL15", null, "KD-118", on("10-03")))
                .expectEvents(larvae(100_000));
    }

    @Test
    void a_number_is_taken_once() {
        store.given(received(null))
                .when(receive(PADDY, kilograms(250), null, null))
                .expectException(refused(new SeedRefusal.NumberTaken("SL-1")))
                .expectNoEvents();
    }

    @Test
    void seed_is_of_a_product_in_the_catalogue() {
        store.givenNoPriorActivity()
                .when(receive("gold", kilograms(1), null, null))
                .expectException(refused(new SeedRefusal.UnknownProduct("gold", GROWN)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bran", "pomelo-nam-roi"})
    void bran_is_not_grown_and_a_tree_is_not_sown(String product) {
        store.givenNoPriorActivity()
                .when(receive(product, kilograms(1), null, null))
                .expectException(refused(new SeedRefusal.NotFromSeed(product, GROWN)));
    }

    @Test
    void a_tree_that_grows_from_seed_is_not_sown_in_a_cycle_all_the_same(@TempDir Path more) throws IOException {
        var coconut = """
                - code: coconut
                  family: fruit
                  crops:
                    - plotKinds: [orchard]
                      perennial: %s
                      yieldTonnesPerHectare: { usual: "..20", source: "test [I]" }
                      seedKilogramsPerHectare: { usual: "..20", source: "test [I]" }
                """;
        var received = receive("coconut", kilograms(1), null, null);
        Files.writeString(more.resolve("products.yml"), coconut.formatted("true"));
        assertThat(refusalOf(() -> new SeedRules(CatalogueFiles.catalogue(more)).received(received)))
                .isEqualTo(new SeedRefusal.NotFromSeed("coconut", GROWN));
        Files.writeString(more.resolve("products.yml"), coconut.formatted("false"));
        assertThat(new SeedRules(CatalogueFiles.catalogue(more)).received(received))
                .isEqualTo(weighing(kilograms(1)));
    }

    @Test
    void rice_seed_is_not_counted() {
        var because = refused(new SeedRefusal.ComesInKilograms(PADDY));
        store.givenNoPriorActivity().when(receive(PADDY, null, 96_000L, null)).expectException(because);
        store.givenNoPriorActivity().when(receive(PADDY, null, null, null)).expectException(because);
        store.givenNoPriorActivity()
                .when(receive(PADDY, kilograms(1), 96_000L, null))
                .expectException(because);
    }

    @Test
    void post_larvae_are_not_weighed() {
        var because = refused(new SeedRefusal.ComesInPieces(TIGER));
        store.givenNoPriorActivity()
                .when(receive(TIGER, kilograms(1), null, null))
                .expectException(because);
        store.givenNoPriorActivity().when(receive(TIGER, null, null, null)).expectException(because);
        store.givenNoPriorActivity()
                .when(receive(TIGER, kilograms(1), 96_000L, null))
                .expectException(because);
    }

    @ParameterizedTest
    @ValueSource(strings = {"80", "100"})
    void seed_that_germinates_as_seed_should_leaves_no_doubt(String germination) {
        store.givenNoPriorActivity()
                .when(receive(PADDY, kilograms(250), null, germination))
                .expectEvents(received(germination));
    }

    @ParameterizedTest
    @ValueSource(strings = {"79.999", "0"})
    void seed_of_which_much_will_not_germinate_is_received_with_a_flag(String germination) {
        var flag = new Flag(
                "germination-unusual",
                null,
                percent(germination),
                percent("80"),
                CATALOGUE.thresholds().germination().source().text());
        store.givenNoPriorActivity()
                .when(receive(PADDY, kilograms(250), null, germination))
                .expectEvents(received(germination, flag));
    }

    @ParameterizedTest
    @CsvSource({"-0.001, 0", "100.001, 100"})
    void no_more_than_all_and_no_less_than_nothing_germinates(BigDecimal germination, BigDecimal limit) {
        store.givenNoPriorActivity()
                .when(receive(PADDY, kilograms(250), null, germination.toPlainString()))
                .expectException(refused(new SeedRefusal.GerminationImpossible(
                        germination,
                        limit,
                        CATALOGUE.thresholds().germination().source().text())));
    }

    @Test
    void post_larvae_do_not_germinate() {
        store.givenNoPriorActivity()
                .when(receive(TIGER, null, 96_000L, "88"))
                .expectException(refused(new SeedRefusal.DoesNotGerminate(TIGER)));
    }

    @Test
    void whoever_receives_is_there() {
        store.givenNoPriorActivity()
                .when(new ReceiveSeed(
                        new SeedLotKey(NO_COOPERATIVE, "SL-1"),
                        PADDY,
                        kilograms(250),
                        null,
                        "Trại giống",
                        null,
                        null,
                        null,
                        on("02-01")))
                .expectException(refused(new LogRefusal.NotFound(NO_COOPERATIVE.value())))
                .expectNoEvents();
    }

    // ---- taking and giving back

    private static TakeSeed take(PlotId plot, int cycle, Mass mass, String dayMonth) {
        return new TakeSeed(SEED, plot, cycle, mass, null, PADDY, on(dayMonth));
    }

    private static TakeSeed take(PlotId plot, long pieces) {
        return new TakeSeed(LARVAE, plot, 1, null, pieces, TIGER, on("12-03"));
    }

    private static SeedDrawn drawn(PlotId plot, int cycle, Mass mass, Mass left) {
        return new SeedDrawn(SEED, plot, cycle, weighing(mass), weighing(left), on("08-01"));
    }

    private static SeedDrawn stocked(PlotId plot, long pieces, long left) {
        return new SeedDrawn(LARVAE, plot, 1, counting(pieces), counting(left), on("12-03"));
    }

    @Test
    void all_the_seed_can_be_taken() {
        store.given(received(null))
                .when(take(P1, 1, kilograms(250), "08-01"))
                .expectEvents(drawn(P1, 1, kilograms(250), Mass.ZERO));
    }

    @Test
    void no_gram_more_than_is_left_can_be_taken() {
        store.given(received(null), drawn(P1, 1, kilograms(130), kilograms(120)))
                .when(take(P2, 1, new Mass(120_001), "08-01"))
                .expectException(refused(new SeedRefusal.NotEnoughLeft("SL-1", new Mass(120_001), kilograms(120))))
                .expectNoEvents();
    }

    @Test
    void all_the_post_larvae_can_be_taken() {
        store.given(larvae(96_000)).when(take(P1, 96_000)).expectEvents(stocked(P1, 96_000, 0));
    }

    @Test
    void not_one_post_larva_more_than_is_left_can_be_taken() {
        store.given(larvae(100_000), stocked(P1, 60_000, 40_000))
                .when(take(P2, 40_001))
                .expectException(refused(new SeedRefusal.NotEnoughPiecesLeft("PL-1", 40_001, 40_000)))
                .expectNoEvents();
    }

    @Test
    void rice_seed_is_taken_and_given_back_by_the_kilogram() {
        var because = refused(new SeedRefusal.ComesInKilograms(PADDY));
        store.given(received(null))
                .when(new TakeSeed(SEED, P1, 1, null, 5L, PADDY, on("08-01")))
                .expectException(because);
        store.given(received(null))
                .when(new GiveBackSeed(SEED, P1, 1, null, 5L, on("08-01")))
                .expectException(because);
    }

    @Test
    void post_larvae_are_taken_and_given_back_by_the_piece() {
        var because = refused(new SeedRefusal.ComesInPieces(TIGER));
        store.given(larvae(96_000))
                .when(new TakeSeed(LARVAE, P1, 1, kilograms(1), null, TIGER, on("12-03")))
                .expectException(because);
        store.given(larvae(96_000))
                .when(new GiveBackSeed(LARVAE, P1, 1, kilograms(1), null, on("12-03")))
                .expectException(because);
    }

    @Test
    void who_comes_late_for_the_last_of_a_lot_is_told_that_others_were_faster() {
        assertThat(new SeedRefusal.NotEnoughLeft("SL-1", kilograms(2), kilograms(1)).refusalKind())
                .isEqualTo(Refusal.Kind.CONFLICT);
        assertThat(new SeedRefusal.NotEnoughPiecesLeft("PL-1", 2, 1).refusalKind())
                .isEqualTo(Refusal.Kind.CONFLICT);
    }

    @Test
    void seed_of_one_product_does_not_become_another() {
        store.given(received(null))
                .when(new TakeSeed(SEED, P1, 1, kilograms(1), null, "paddy", on("08-01")))
                .expectException(refused(new SeedRefusal.AnotherProduct("SL-1", "paddy", PADDY)));
    }

    @Test
    void seed_can_be_taken_the_moment_it_is_received() {
        store.given(received(null)).when(take(P1, 1, kilograms(1), "02-01")).expectSuccessfulHandlerExecution();
    }

    @Test
    void nothing_is_taken_before_it_was_received() {
        store.given(received(null))
                .when(take(P1, 1, kilograms(1), "01-01"))
                .expectException(refused(new SeedRefusal.BeforeItWasReceived("SL-1", on("01-01"), on("02-01"))));
    }

    private static GiveBackSeed giveBack(PlotId plot, int cycle, Mass mass) {
        return new GiveBackSeed(SEED, plot, cycle, mass, null, on("24-04"));
    }

    private static SeedReturned returned(PlotId plot, int cycle, Mass mass, Mass left) {
        return new SeedReturned(SEED, plot, cycle, weighing(mass), weighing(left), on("24-04"));
    }

    @Test
    void all_that_a_cycle_took_can_come_back() {
        store.given(
                        received(null),
                        drawn(P1, 1, kilograms(100), kilograms(150)),
                        drawn(P1, 1, kilograms(30), kilograms(120)))
                .when(giveBack(P1, 1, kilograms(130)))
                .expectEvents(returned(P1, 1, kilograms(130), kilograms(250)));
    }

    @Test
    void no_gram_more_than_a_cycle_took_comes_back() {
        store.given(received(null), drawn(P1, 1, kilograms(130), kilograms(120)))
                .when(giveBack(P1, 1, new Mass(130_001)))
                .expectException(
                        refused(new SeedRefusal.MoreThanTaken("SL-1", P1, 1, new Mass(130_001), kilograms(130))))
                .expectNoEvents();
    }

    @Test
    void what_another_plot_or_cycle_took_does_not_come_back() {
        for (var stranger : List.of(giveBack(P2, 1, kilograms(1)), giveBack(P1, 2, kilograms(1)))) {
            store.given(received(null), drawn(P1, 1, kilograms(130), kilograms(120)))
                    .when(stranger)
                    .expectException(refused(new SeedRefusal.MoreThanTaken(
                            "SL-1", stranger.plot(), stranger.cycle(), kilograms(1), Mass.ZERO)));
        }
    }

    @Test
    void a_cycle_gives_back_once() {
        store.given(
                        received(null),
                        drawn(P1, 1, kilograms(130), kilograms(120)),
                        returned(P1, 1, kilograms(10), kilograms(130)))
                .when(giveBack(P1, 1, kilograms(1)))
                .expectException(refused(new SeedRefusal.MoreThanTaken("SL-1", P1, 1, kilograms(1), Mass.ZERO)));
    }

    @Test
    void what_came_back_can_be_taken_again() {
        store.given(
                        received(null),
                        drawn(P1, 1, kilograms(250), Mass.ZERO),
                        returned(P1, 1, kilograms(10), kilograms(10)))
                .when(take(P2, 1, kilograms(10), "08-01"))
                .expectEvents(drawn(P2, 1, kilograms(10), Mass.ZERO));
    }

    private static GiveBackSeed giveBack(long pieces) {
        return new GiveBackSeed(LARVAE, P1, 1, null, pieces, on("12-03"));
    }

    @Test
    void post_larvae_come_back_up_to_the_number_taken() {
        store.given(larvae(100_000), stocked(P1, 60_000, 40_000))
                .when(giveBack(60_000))
                .expectEvents(new SeedReturned(LARVAE, P1, 1, counting(60_000), counting(100_000), on("12-03")));
        store.given(larvae(100_000), stocked(P1, 60_000, 40_000))
                .when(giveBack(60_001))
                .expectException(refused(new SeedRefusal.MorePiecesThanTaken("PL-1", P1, 1, 60_001, 60_000)));
    }

    @Test
    void nothing_comes_back_before_it_was_received() {
        store.given(received(null), drawn(P1, 1, kilograms(130), kilograms(120)))
                .when(new GiveBackSeed(SEED, P1, 1, kilograms(1), null, on("01-01")))
                .expectException(refused(new SeedRefusal.BeforeItWasReceived("SL-1", on("01-01"), on("02-01"))));
    }

    /** A gram each for so many cycles. */
    private static List<Object> taken(int cycles) {
        var all = new ArrayList<Object>(List.of(received(null)));
        IntStream.rangeClosed(1, cycles)
                .forEach(cycle -> all.add(drawn(P1, cycle, new Mass(1), new Mass(250_000 - cycle))));
        return all;
    }

    @Test
    void a_lot_is_spread_over_two_thousand_cycles() {
        store.given(taken(1_999)).when(take(P2, 1, new Mass(1), "08-01")).expectSuccessfulHandlerExecution();
    }

    @Test
    void a_lot_is_not_spread_over_more_than_two_thousand_cycles() {
        store.given(taken(2_000))
                .when(take(P2, 1, new Mass(1), "08-01"))
                .expectException(refused(new SeedRefusal.TakenTooOften("SL-1", 2_000)));
    }

    @Test
    void a_cycle_that_took_of_the_lot_takes_more_however_many_others_did() {
        store.given(taken(2_000)).when(take(P1, 1, new Mass(1), "08-01")).expectSuccessfulHandlerExecution();
    }
}
