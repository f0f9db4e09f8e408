package vn.nguongoc.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nguongoc.Farm.HO_DAC_KIEN;
import static vn.nguongoc.Farm.P1;
import static vn.nguongoc.Farm.PADDY;
import static vn.nguongoc.Farm.cycle;
import static vn.nguongoc.Farm.kilograms;
import static vn.nguongoc.Farm.on;
import static vn.nguongoc.Farm.plot;
import static vn.nguongoc.Refusals.refused;
import static vn.nguongoc.plot.Seasons.TIGER;
import static vn.nguongoc.plot.Seasons.WHITELEG;
import static vn.nguongoc.plot.Seasons.closed;
import static vn.nguongoc.plot.Seasons.did;
import static vn.nguongoc.plot.Seasons.flag;
import static vn.nguongoc.plot.Seasons.pond;
import static vn.nguongoc.plot.Seasons.rice;
import static vn.nguongoc.plot.Seasons.riceAndShrimp;
import static vn.nguongoc.plot.Seasons.shrimp;
import static vn.nguongoc.plot.Seasons.sowed;
import static vn.nguongoc.plot.Seasons.stocked;
import static vn.nguongoc.plot.Seasons.taken;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nguongoc.Farm;
import vn.nguongoc.plot.PlotCommand.RecordActivity;
import vn.nguongoc.plot.event.PlotEvent.ActivityRecorded;
import vn.nguongoc.plot.event.PlotEvent.WaterMeasured;
import vn.nguongoc.plot.event.PlotEvent.WaterReading;
import vn.nguongoc.seed.SeedCommand.VouchForStocking;
import vn.nguongoc.seed.SeedRefusal;
import vn.nguongoc.seed.event.SeedLotKey;
import vn.nguongoc.shared.Flag;
import vn.nguongoc.shared.Mass;

/** What goes into the ground and into the pond. */
class SowingTest extends PlotTest {
    private static final String CALENDAR = "rules.md shrimp (stocking calendar of Sóc Trăng 2025) [V]";
    private static final String EXTENSIVE = "rules.md shrimp (extensive) [K]";
    private static final String INTENSIVE = "rules.md shrimp (intensive, earth) [K]";

    private static RecordActivity sowing(String kilograms, String dayMonth) {
        return doing("sowing", dayMonth, Map.of("seed", kilograms));
    }

    private static RecordActivity stocking(long pieces, String dayMonth) {
        return doing("stocking", dayMonth, Map.of("pieces", String.valueOf(pieces)));
    }

    private static RecordActivity dying(long pieces, String dayMonth) {
        return doing("mortality", dayMonth, Map.of("pieces", String.valueOf(pieces)));
    }

    private static ActivityRecorded died(int number, long pieces, String dayMonth) {
        return did(number, 1, "mortality", dayMonth, Map.of("pieces", String.valueOf(pieces)), null);
    }

    // ---- seed

    @Test
    void all_the_seed_of_a_cycle_can_be_sown() {
        farm.given(plot(), cycle()).when(sowing("130", "08-01")).expectEvents(sowed(1, 1, 130, "08-01"));
    }

    @Test
    void no_more_than_the_seed_of_a_cycle_can_be_sown() {
        farm.given(plot(), cycle(), sowed(1, 1, 100, "08-01"))
                .when(sowing("30.001", "09-01"))
                .expectException(refused(new PlotRefusal.MoreSownThanSeed(new Mass(30_001), kilograms(30))))
                .expectNoEvents();
    }

    @Test
    void seed_that_went_back_when_the_cycle_was_closed_cannot_be_sown_late() {
        farm.given(plot(), cycle(), sowed(1, 1, 100, "08-01"), taken(1, "24-04"), closed(1, "24-04"))
                .when(sowing("1", "09-01"))
                .expectException(refused(new PlotRefusal.MoreSownThanSeed(kilograms(1), Mass.ZERO)));
    }

    @Test
    void rice_is_not_sown_in_a_shrimp_cycle() {
        farm.given(riceAndShrimp(), shrimp(1, TIGER, 1_000, "01-03"))
                .when(sowing("1", "02-03"))
                .expectException(refused(new PlotRefusal.MoreSownThanSeed(kilograms(1), Mass.ZERO)));
    }

    // ---- salt

    private static WaterMeasured salinity(String value, String dayMonth) {
        var reading = new WaterReading(on(dayMonth), Map.of("salinity", new BigDecimal(value)));
        return new WaterMeasured(P1, 1, null, List.of(reading), List.of(), on(dayMonth));
    }

    private static Flag salty(String value) {
        return new Flag("sown-in-salt", null, new BigDecimal(value), new BigDecimal("4"), "rules.md 9 [I]");
    }

    private static ActivityRecorded sown(String dayMonth, Flag... flags) {
        return did(1, 1, "sowing", dayMonth, Map.of("seed", "100"), null, flags);
    }

    @Test
    void rice_may_be_sown_below_four_per_mille() {
        farm.given(riceAndShrimp(), rice(1, 150, "01-09"), salinity("3.99", "20-09"))
                .when(sowing("100", "20-09"))
                .expectEvents(sown("20-09"));
    }

    @Test
    void rice_sown_at_four_per_mille_is_a_doubt() {
        farm.given(riceAndShrimp(), rice(1, 150, "01-09"), salinity("2", "10-09"), salinity("4", "20-09"))
                .when(sowing("100", "20-09"))
                .expectEvents(sown("20-09", salty("4")));
    }

    @Test
    void a_sowing_told_late_is_not_judged_by_water_measured_since() {
        farm.given(riceAndShrimp(), rice(1, 150, "01-09"), salinity("12", "21-09"))
                .when(sowing("100", "20-09"))
                .expectEvents(sown("20-09"));
    }

    @Test
    void where_no_salt_was_measured_there_is_no_doubt() {
        farm.given(riceAndShrimp(), rice(1, 150, "01-09"))
                .when(sowing("100", "20-09"))
                .expectEvents(sown("20-09"));
    }

    @Test
    void salt_is_no_matter_of_fields_without_shrimp() {
        farm.given(plot(), rice(1, 150, "01-09"), salinity("12", "20-09"))
                .when(sowing("100", "20-09"))
                .expectEvents(sown("20-09"));
    }

    // ---- post-larvae

    private static ActivityRecorded stockedWith(long pieces, String dayMonth, Flag... flags) {
        return did(1, 1, "stocking", dayMonth, Map.of("pieces", String.valueOf(pieces)), null, flags);
    }

    @Test
    void what_is_stocked_was_tested_by_the_hatchery() {
        farm.given(pond(), shrimp(1, WHITELEG, 200_000, "01-03")).when(stocking(200_000, "05-03"));
        assertThat(asked)
                .containsExactly(new VouchForStocking(
                        new SeedLotKey(HO_DAC_KIEN, "PL"), Set.of("wssv", "ahpnd", "ehp", "tpd"), on("05-03")));
    }

    @Test
    void what_no_test_clears_is_not_stocked() {
        var no = new SeedRefusal.TestedPositive("PL", "wssv", Farm.day("01-03"));
        says(VouchForStocking.class, no);
        farm.given(pond(), shrimp(1, WHITELEG, 200_000, "01-03"))
                .when(stocking(200_000, "05-03"))
                .expectException(refused(no))
                .expectNoEvents();
    }

    @Test
    void all_the_post_larvae_of_a_cycle_can_be_stocked() {
        farm.given(pond(), shrimp(1, WHITELEG, 200_000, "01-03"), stocked(1, 1, 150_000, "05-03"))
                .when(stocking(50_000, "06-03"))
                .expectEvents(stocked(2, 1, 50_000, "06-03"));
    }

    @Test
    void no_more_than_the_post_larvae_of_a_cycle_can_be_stocked() {
        farm.given(pond(), shrimp(1, WHITELEG, 200_000, "01-03"), stocked(1, 1, 150_000, "05-03"))
                .when(stocking(50_001, "06-03"))
                .expectException(refused(new PlotRefusal.MoreStockedThanMeant(50_001, 50_000)));
        assertThat(asked).isEmpty();
    }

    @Test
    void a_rice_cycle_is_not_stocked() {
        farm.given(riceAndShrimp(), rice(1, 150, "01-09"))
                .when(stocking(1, "02-09"))
                .expectException(refused(new PlotRefusal.MoreStockedThanMeant(1, 0)));
    }

    @Test
    void a_field_is_not_stocked() {
        farm.given(plot(), cycle())
                .when(stocking(1, "03-01"))
                .expectException(refused(new PlotRefusal.NotDoneHere(
                        "stocking", "rice-field", List.of("extensive-pond", "lined-pond", "pond", "rice-shrimp"))));
    }

    /** 0.3 ha of an earth pond: 40 to 100 in a square metre. */
    @ParameterizedTest
    @CsvSource({"120000", "200000", "300000"})
    void an_earth_pond_takes_forty_to_a_hundred_in_a_square_metre(long pieces) {
        farm.given(pond(), shrimp(1, WHITELEG, 400_000, "01-03"))
                .when(stocking(pieces, "05-03"))
                .expectEvents(stockedWith(pieces, "05-03"));
    }

    @ParameterizedTest
    @CsvSource({"119999,39.9997,40", "119849,39.9,40", "300001,100.0003,100", "300150,100.1,100"})
    void fewer_or_more_in_a_square_metre_are_a_doubt(long pieces, String density, String limit) {
        farm.given(pond(), shrimp(1, WHITELEG, 400_000, "01-03"))
                .when(stocking(pieces, "05-03"))
                .expectEvents(
                        stockedWith(pieces, "05-03", flag("stocking-unusual", WHITELEG, density, limit, INTENSIVE)));
    }

    @Test
    void extensive_ponds_are_stocked_more_thinly() {
        farm.given(riceAndShrimp(), shrimp(1, TIGER, 400_000, "01-03"), stocked(1, 1, 144_000, "05-03"))
                .when(stocking(2_000, "06-03"))
                .expectEvents(did(
                        2,
                        1,
                        "stocking",
                        "06-03",
                        Map.of("pieces", "2000"),
                        null,
                        flag("stocking-unusual", TIGER, "6.1", "6", EXTENSIVE)));
    }

    @ParameterizedTest
    @CsvSource({"01-03", "01-09"})
    void tiger_shrimp_are_stocked_from_march_to_the_first_of_september(String dayMonth) {
        farm.given(riceAndShrimp(), shrimp(1, TIGER, 100_000, "01-02"))
                .when(stocking(100_000, dayMonth))
                .expectEvents(stockedWith(100_000, dayMonth));
    }

    @ParameterizedTest
    @CsvSource({"28-02", "02-09"})
    void tiger_shrimp_stocked_at_another_time_are_a_doubt(String dayMonth) {
        farm.given(riceAndShrimp(), shrimp(1, TIGER, 100_000, "01-02"))
                .when(stocking(100_000, dayMonth))
                .expectEvents(
                        stockedWith(100_000, dayMonth, new Flag("stocked-out-of-season", TIGER, null, null, CALENDAR)));
    }

    // ---- deaths

    @Test
    void all_that_were_stocked_can_die() {
        farm.given(pond(), shrimp(1, WHITELEG, 200_000, "01-03"), stocked(1, 1, 200_000, "05-03"), died(2, 1, "06-03"))
                .when(dying(199_999, "07-03"))
                .expectEvents(died(3, 199_999, "07-03"));
    }

    @Test
    void no_more_die_than_were_stocked() {
        farm.given(pond(), shrimp(1, WHITELEG, 200_000, "01-03"), stocked(1, 1, 200_000, "05-03"), died(2, 1, "06-03"))
                .when(dying(200_000, "07-03"))
                .expectException(refused(new PlotRefusal.MoreThanWereStocked(200_000, 199_999, 200_000)));
    }

    // ---- fertiliser

    private static Map<String, String> nitrogen(String kilograms) {
        return Map.of("nitrogenKgPerHectare", kilograms, "phosphateKgPerHectare", "0", "potashKgPerHectare", "0");
    }

    @Test
    void a_hectare_gets_120_kg_of_nitrogen_in_all() {
        farm.given(plot(), cycle(), did(1, 1, "fertiliser", "17-01", nitrogen("80"), null))
                .when(doing("fertiliser", "28-01", nitrogen("40")))
                .expectEvents(did(2, 1, "fertiliser", "28-01", nitrogen("40"), null));
    }

    @Test
    void more_nitrogen_is_a_doubt() {
        farm.given(plot(), cycle(), did(1, 1, "fertiliser", "17-01", nitrogen("80"), null))
                .when(doing("fertiliser", "28-01", nitrogen("40.1")))
                .expectEvents(did(
                        2,
                        1,
                        "fertiliser",
                        "28-01",
                        nitrogen("40.1"),
                        null,
                        flag("nitrogen-unusual", PADDY, "120.1", "120", "rules.md rice [K]")));
    }
}
