package vn.nguongoc.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nguongoc.Farm.HOA_TU;
import static vn.nguongoc.Farm.HO_DAC_KIEN;
import static vn.nguongoc.Farm.P1;
import static vn.nguongoc.Farm.PADDY;
import static vn.nguongoc.Farm.cycle;
import static vn.nguongoc.Farm.kilograms;
import static vn.nguongoc.Farm.on;
import static vn.nguongoc.Farm.plot;
import static vn.nguongoc.Refusals.refused;
import static vn.nguongoc.plot.Seasons.POMELO;
import static vn.nguongoc.plot.Seasons.TIGER;
import static vn.nguongoc.plot.Seasons.closed;
import static vn.nguongoc.plot.Seasons.flag;
import static vn.nguongoc.plot.Seasons.orchard;
import static vn.nguongoc.plot.Seasons.pond;
import static vn.nguongoc.plot.Seasons.rice;
import static vn.nguongoc.plot.Seasons.riceAndShrimp;
import static vn.nguongoc.plot.Seasons.shrimp;

import java.util.List;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.plot.PlotCommand.OpenCycle;
import vn.nguongoc.plot.event.PlotEvent.CycleOpened;
import vn.nguongoc.seed.SeedCommand.TakeSeed;
import vn.nguongoc.seed.SeedRefusal;
import vn.nguongoc.seed.event.SeedLotKey;
import vn.nguongoc.shared.Flag;
import vn.nguongoc.shared.Mass;

class OpeningTest extends PlotTest {
    private static final String SEED_SOURCE = "rules.md 3 [K]";

    private static OpenCycle open(String product, @Nullable Mass seed) {
        return open(product, "dong-xuan", "SL-ST25-2601-01", seed, null, "02-01");
    }

    private static OpenCycle open(
            String product,
            String season,
            @Nullable String lot,
            @Nullable Mass seed,
            @Nullable Long pieces,
            String dayMonth) {
        return new OpenCycle(P1, HO_DAC_KIEN, product, season, lot, seed, pieces, on(dayMonth));
    }

    private static CycleOpened opened(OpenCycle command, int cycle, Flag... flags) {
        return new CycleOpened(
                P1,
                cycle,
                command.product(),
                command.season(),
                command.seedLot(),
                command.seed(),
                command.pieces(),
                List.of(flags),
                command.happenedAt());
    }

    @Test
    void a_cycle_is_opened() {
        farm.given(plot()).when(open(PADDY, kilograms(130))).expectEvents(cycle());
    }

    @Test
    void its_seed_is_taken_from_the_cooperatives_lot() {
        farm.given(plot(), rice(1, 130, "02-01"), closed(1, "02-01")).when(open(PADDY, kilograms(130)));
        assertThat(asked)
                .containsExactly(new TakeSeed(
                        new SeedLotKey(HO_DAC_KIEN, "SL-ST25-2601-01"),
                        P1,
                        2,
                        kilograms(130),
                        null,
                        PADDY,
                        on("02-01")));
    }

    @Test
    void a_lot_without_seed_opens_no_cycle() {
        var no = new SeedRefusal.NotEnoughLeft("SL", kilograms(130), kilograms(1));
        says(TakeSeed.class, no);
        farm.given(plot())
                .when(open(PADDY, kilograms(130)))
                .expectException(refused(no))
                .expectNoEvents();
    }

    @Test
    void a_plot_has_one_open_cycle() {
        farm.given(plot(), cycle())
                .when(open(PADDY, kilograms(130)))
                .expectException(refused(new PlotRefusal.CycleIsOpen(1, PADDY)))
                .expectNoEvents();
    }

    @Test
    void after_a_cycle_is_closed_the_next_one_is_number_two() {
        farm.given(plot(), cycle(), closed(1, "02-01"))
                .when(open(PADDY, kilograms(130)))
                .expectEvents(opened(open(PADDY, kilograms(130)), 2));
    }

    @Test
    void no_cycle_begins_before_the_one_before_it_ended() {
        farm.given(plot(), cycle(), closed(1, "03-01"))
                .when(open(PADDY, kilograms(130)))
                .expectException(refused(new PlotRefusal.BeforeItsPredecessor(on("02-01"), on("03-01"))));
    }

    @Test
    void no_cycle_begins_before_the_plot_was_there() {
        var first = new OpenCycle(P1, HO_DAC_KIEN, PADDY, "dong-xuan", "SL", kilograms(130), null, on("01-01"));
        farm.given(plot()).when(first).expectEvents(opened(first, 1));
        var before = on("01-01").minusSeconds(1);
        farm.given(plot())
                .when(new OpenCycle(P1, HO_DAC_KIEN, PADDY, "dong-xuan", "SL", kilograms(130), null, before))
                .expectException(refused(new PlotRefusal.BeforeItsPredecessor(before, on("01-01"))))
                .expectNoEvents();
    }

    @Test
    void seed_that_nobody_received_opens_no_cycle() {
        says(TakeSeed.class, new AggregateNotFoundException("seed/" + HO_DAC_KIEN + "/SL", "not there"));
        farm.given(plot())
                .when(open(PADDY, kilograms(130)))
                .expectException(refused(new SeedRefusal.NotReceived("SL-ST25-2601-01")))
                .expectNoEvents();
    }

    @Test
    void another_cooperatives_plot_answers_like_one_that_is_not_there() {
        farm.given(plot())
                .when(new OpenCycle(P1, HOA_TU, PADDY, "dong-xuan", "SL", kilograms(130), null, on("02-01")))
                .expectException(refused(new LogRefusal.NotFound(P1.value())));
    }

    // ---- what grows where

    @Test
    void what_does_not_grow_on_this_kind_of_plot_cannot_be_opened() {
        farm.given(plot())
                .when(open("bran", kilograms(130)))
                .expectException(refused(new PlotRefusal.CannotGrow("bran", "rice-field")));
    }

    @Test
    void no_shrimp_is_raised_in_a_rice_field() {
        farm.given(plot())
                .when(open(TIGER, "all-year", "PL", null, 1_000L, "02-03"))
                .expectException(refused(new PlotRefusal.CannotGrow(TIGER, "rice-field")));
    }

    @Test
    void a_season_is_one_of_the_catalogue() {
        farm.given(plot())
                .when(open(PADDY, "winter", "SL", kilograms(130), null, "02-01"))
                .expectException(refused(new PlotRefusal.UnknownSeason(
                        "winter", List.of("all-year", "dong-xuan", "he-thu", "rice-shrimp", "salt", "thu-dong"))));
    }

    // ---- seed

    @Test
    void a_hectare_takes_150_kg_of_seed() {
        var command = open(PADDY, kilograms(300));
        farm.given(plot())
                .when(command)
                .expectEvents(opened(command, 1, flag("seed-unusual", PADDY, "150.0", "100", SEED_SOURCE)));
    }

    @Test
    void a_hectare_takes_no_more_than_150_kg_of_seed() {
        farm.given(plot())
                .when(open(PADDY, new Mass(300_001)))
                .expectException(
                        refused(new PlotRefusal.TooMuchSeed(new Mass(300_001), kilograms(300), 20_000, SEED_SOURCE)));
    }

    @Test
    void a_hundred_kilograms_of_seed_for_a_hectare_are_usual() {
        var command = open(PADDY, kilograms(200));
        farm.given(plot()).when(command).expectEvents(opened(command, 1));
    }

    @ParameterizedTest
    @CsvSource({"200001,100.001", "200100,100.1"})
    void more_than_a_hundred_kilograms_of_seed_for_a_hectare_are_a_doubt(long grams, String kilogramsPerHectare) {
        var command = open(PADDY, new Mass(grams));
        farm.given(plot())
                .when(command)
                .expectEvents(opened(command, 1, flag("seed-unusual", PADDY, kilogramsPerHectare, "100", SEED_SOURCE)));
    }

    @Test
    void rice_is_sown_from_kilograms_of_a_lot() {
        var no = refused(new PlotRefusal.SeedDoesNotFit(PADDY, "by-mass"));
        farm.given(plot()).when(open(PADDY, null)).expectException(no);
        farm.given(plot())
                .when(open(PADDY, "dong-xuan", null, kilograms(1), null, "02-01"))
                .expectException(no);
        farm.given(plot())
                .when(open(PADDY, "dong-xuan", "SL", kilograms(1), 1L, "02-01"))
                .expectException(no);
    }

    @Test
    void a_pond_is_stocked_from_pieces_of_a_lot() {
        var command = open(TIGER, "all-year", "PL", null, 1_000L, "02-03");
        farm.given(pond()).when(command).expectEvents(opened(command, 1));
        var no = refused(new PlotRefusal.SeedDoesNotFit(TIGER, "by-pieces"));
        farm.given(pond()).when(open(TIGER, kilograms(1))).expectException(no);
        farm.given(pond())
                .when(open(TIGER, "all-year", null, null, 1_000L, "02-03"))
                .expectException(no);
    }

    @Test
    void what_stands_for_years_needs_no_seed() {
        var command = open(POMELO, "all-year", null, null, null, "02-03");
        farm.given(orchard()).when(command).expectEvents(opened(command, 1));
        assertThat(asked).isEmpty();
        farm.given(orchard())
                .when(open(POMELO, "all-year", "SL", null, null, "02-03"))
                .expectException(refused(new PlotRefusal.SeedDoesNotFit(POMELO, "no-seed")));
    }

    // ---- seasons

    /** A cycle may begin a month ahead of its season: land is prepared first. */
    @ParameterizedTest
    @CsvSource({"dong-xuan,01-10", "dong-xuan,31-01", "he-thu,01-03", "he-thu,30-06", "all-year,15-08"})
    void a_cycle_begins_in_its_season(String season, String dayMonth) {
        var command = open(PADDY, season, "SL", kilograms(130), null, dayMonth);
        farm.given(plot()).when(command).expectEvents(opened(command, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "dong-xuan,30-09,rules.md rice (sown November to January) [K]",
        "dong-xuan,01-02,rules.md rice (sown November to January) [K]",
        "he-thu,28-02,rules.md rice (sown April to June) [K]",
        "he-thu,01-07,rules.md rice (sown April to June) [K]"
    })
    void a_cycle_that_begins_out_of_its_season_is_a_doubt(String season, String dayMonth, String source) {
        var command = open(PADDY, season, "SL", kilograms(130), null, dayMonth);
        farm.given(plot())
                .when(command)
                .expectEvents(opened(command, 1, new Flag("season-unusual", season, null, null, source)));
    }

    // ---- rice and shrimp take turns

    private static final Flag BROKEN = new Flag("rotation-broken", "rice", null, null, "rules.md 9 [I]");

    @Test
    void rice_after_shrimp_is_what_rice_and_shrimp_land_is_for() {
        var command = open(PADDY, "rice-shrimp", "SL", kilograms(150), null, "15-09");
        farm.given(riceAndShrimp(), shrimp(1, TIGER, 96_000, "01-03"), closed(1, "10-08"))
                .when(command)
                .expectEvents(opened(command, 2));
    }

    @Test
    void rice_after_rice_on_rice_and_shrimp_land_is_a_doubt() {
        var command = open(PADDY, "rice-shrimp", "SL", kilograms(150), null, "15-09");
        farm.given(riceAndShrimp(), rice(1, 150, "02-01"), closed(1, "10-08"))
                .when(command)
                .expectEvents(opened(command, 2, BROKEN));
    }

    @Test
    void the_first_crop_of_rice_and_shrimp_land_breaks_no_rotation() {
        var command = open(PADDY, "rice-shrimp", "SL", kilograms(150), null, "15-09");
        farm.given(riceAndShrimp()).when(command).expectEvents(opened(command, 1));
    }

    @Test
    void rice_after_rice_in_a_field_is_what_fields_are_for() {
        var command = open(PADDY, "he-thu", "SL", kilograms(130), null, "15-05");
        farm.given(plot(), cycle(), closed(1, "24-04")).when(command).expectEvents(opened(command, 2));
    }
}
