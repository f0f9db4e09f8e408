package vn.nguongoc.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nguongoc.Farm.HOA_TU;
import static vn.nguongoc.Farm.HO_DAC_KIEN;
import static vn.nguongoc.Farm.LOT;
import static vn.nguongoc.Farm.OTHER_LOT;
import static vn.nguongoc.Farm.P1;
import static vn.nguongoc.Farm.PADDY;
import static vn.nguongoc.Farm.cycle;
import static vn.nguongoc.Farm.day;
import static vn.nguongoc.Farm.done;
import static vn.nguongoc.Farm.kilograms;
import static vn.nguongoc.Farm.on;
import static vn.nguongoc.Farm.plot;
import static vn.nguongoc.Farm.sown;
import static vn.nguongoc.Refusals.refused;
import static vn.nguongoc.plot.Seasons.POMELO;
import static vn.nguongoc.plot.Seasons.TIGER;
import static vn.nguongoc.plot.Seasons.WHITELEG;
import static vn.nguongoc.plot.Seasons.did;
import static vn.nguongoc.plot.Seasons.doubted;
import static vn.nguongoc.plot.Seasons.flag;
import static vn.nguongoc.plot.Seasons.fruit;
import static vn.nguongoc.plot.Seasons.ground;
import static vn.nguongoc.plot.Seasons.orchard;
import static vn.nguongoc.plot.Seasons.picked;
import static vn.nguongoc.plot.Seasons.pond;
import static vn.nguongoc.plot.Seasons.riceAndShrimp;
import static vn.nguongoc.plot.Seasons.sample;
import static vn.nguongoc.plot.Seasons.shrimp;
import static vn.nguongoc.plot.Seasons.stocked;
import static vn.nguongoc.plot.Seasons.taken;
import static vn.nguongoc.plot.Seasons.tested;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.organisation.OrganisationCommand.AskClaims;
import vn.nguongoc.organisation.OrganisationCommand.Vouch;
import vn.nguongoc.organisation.OrganisationRefusal;
import vn.nguongoc.organisation.Role;
import vn.nguongoc.plot.PlotCommand.Harvest;
import vn.nguongoc.plot.PlotCommand.Picked;
import vn.nguongoc.plot.PlotCommand.TestFailed;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;

class HarvestTest extends PlotTest {
    private static final String CAP = "rules.md 2 [K]";

    private static Harvest rice(Mass quantity, String dayMonth) {
        return harvesting(PADDY, LOT, quantity, null, dayMonth);
    }

    private static Harvest with(Harvest harvest, @Nullable String moisture, @Nullable String block) {
        return new Harvest(
                harvest.plot(),
                harvest.cooperative(),
                harvest.product(),
                harvest.lot(),
                harvest.quantity(),
                decimal(moisture),
                harvest.countPerKilogram(),
                block,
                harvest.last(),
                harvest.happenedAt());
    }

    // ---- what grows

    @Test
    void what_was_not_sown_cannot_be_harvested() {
        farm.given(plot(), cycle())
                .when(rice(kilograms(1), "24-04"))
                .expectException(refused(new PlotRefusal.NothingSown(1)));
    }

    @Test
    void a_harvest_does_not_come_before_the_sowing() {
        farm.given(plot(), cycle(), sown(130)).when(rice(kilograms(1), "08-01")).expectSuccessfulHandlerExecution();
        farm.given(plot(), cycle(), sown(130))
                .when(rice(kilograms(1), "07-01"))
                .expectException(refused(new PlotRefusal.BeforeItsPredecessor(on("07-01"), on("08-01"))));
    }

    @Test
    void a_sowing_recorded_late_does_not_move_the_last_one_back() {
        farm.given(plot(), cycle(), sown(100), done(1, "sowing", "05-01", Map.of("seed", "30"), null))
                .when(rice(kilograms(1), "07-01"))
                .expectException(refused(new PlotRefusal.BeforeItsPredecessor(on("07-01"), on("08-01"))));
    }

    @Test
    void a_plot_of_paddy_yields_no_bran() {
        farm.given(plot(), cycle(), sown(130))
                .when(harvesting("bran", LOT, kilograms(1), null, "24-04"))
                .expectException(refused(new PlotRefusal.AnotherCrop("bran", PADDY)));
    }

    @Test
    void what_stands_for_years_was_not_sown() {
        farm.given(orchard(), fruit(1, "02-01"))
                .when(harvesting(POMELO, LOT, kilograms(9_600), null, "12-10"))
                .expectEvents(taken(1, LOT, kilograms(9_600), null, "12-10"));
        farm.given(orchard(), fruit(1, "02-01"))
                .when(harvesting(POMELO, LOT, kilograms(9_600), null, "01-01"))
                .expectException(refused(new PlotRefusal.BeforeItsPredecessor(on("01-01"), on("02-01"))));
    }

    @Test
    void nothing_is_harvested_without_an_open_cycle_or_by_others() {
        farm.given(plot()).when(rice(kilograms(1), "24-04")).expectException(refused(new PlotRefusal.NoOpenCycle(P1)));
        farm.given(plot(), cycle(), sown(130))
                .when(new Harvest(P1, HOA_TU, PADDY, LOT, kilograms(1), null, null, null, false, on("24-04")))
                .expectException(refused(new LogRefusal.NotFound(P1.value())));
    }

    // ---- how much a plot bears

    @Test
    void two_hectares_bear_seventeen_tonnes() {
        farm.given(plot(), cycle(), sown(130), taken(1, LOT, kilograms(10_000), null, "20-04"))
                .when(rice(kilograms(7_000), "24-04"))
                .expectResultMessagePayload(picked(1, flag("yield-unusual", PADDY, "8.50", "7.5", CAP)));
    }

    @Test
    void two_hectares_bear_no_gram_more_than_seventeen_tonnes() {
        farm.given(plot(), cycle(), sown(130), taken(1, LOT, kilograms(10_000), null, "20-04"))
                .when(rice(new Mass(7_000_001), "24-04"))
                .expectException(refused(new PlotRefusal.MoreThanTheFieldBears(
                        new Mass(7_000_001), kilograms(10_000), kilograms(17_000), 20_000, CAP)))
                .expectNoEvents();
    }

    @Test
    void seven_and_a_half_tonnes_of_rice_a_hectare_are_usual() {
        farm.given(plot(), cycle(), sown(130), taken(1, LOT, kilograms(10_000), null, "20-04"))
                .when(rice(kilograms(5_000), "24-04"))
                .expectResultMessagePayload(picked(1));
    }

    @ParameterizedTest
    @CsvSource({"5000001,7.500001", "5010000,7.51"})
    void more_rice_is_a_doubt(long grams, String tonnesPerHectare) {
        farm.given(plot(), cycle(), sown(130), taken(1, LOT, kilograms(10_000), null, "20-04"))
                .when(rice(new Mass(grams), "24-04"))
                .expectResultMessagePayload(picked(1, flag("yield-unusual", PADDY, tonnesPerHectare, "7.5", CAP)));
    }

    /** What 0.3 ha, 2.4 ha and 0.8 ha bear of each, to the gram, and how many tonnes a hectare that is. */
    @ParameterizedTest
    @CsvSource({
        "pond,whiteleg-hoso,9000,18000,60.00,30",
        "lined-pond,whiteleg-hoso,9000,18000,60.00,30",
        "extensive-pond,black-tiger-hoso,210,300,1.00,0.7",
        "pond,black-tiger-hoso,1200,3000,10.00,4"
    })
    void a_pond_bears_what_its_kind_bears(
            String kind, String product, long usual, long most, String tonnes, String limit) {
        var given =
                List.of(ground(kind, 3_000), shrimp(1, product, 1_000_000, "01-03"), stocked(1, 1, 1_000_000, "05-03"));
        var source = product.equals(TIGER) && kind.equals("pond")
                ? "rules.md shrimp (semi-intensive 1.5–4, intensive 3.5 t/ha) [I]"
                : CAP;
        var count = product.equals(TIGER) ? "40" : "50";
        farm.given(given)
                .when(harvesting(product, LOT, kilograms(usual), count, at(product, kind)))
                .expectResultMessagePayload(picked(1));
        farm.given(given)
                .when(harvesting(product, LOT, kilograms(most), count, at(product, kind)))
                .expectResultMessagePayload(picked(1, flag("yield-unusual", product, tonnes, limit, source)));
        farm.given(given)
                .when(harvesting(product, LOT, new Mass(most * 1000 + 1), count, at(product, kind)))
                .expectException(refused(new PlotRefusal.MoreThanTheFieldBears(
                        new Mass(most * 1000 + 1), Mass.ZERO, kilograms(most), 3_000, source)));
    }

    /** A day when such shrimp are neither young nor old. */
    private static String at(String product, String kind) {
        return product.equals(WHITELEG) ? "10-06" : kind.equals("pond") ? "15-07" : "10-07";
    }

    @Test
    void rice_and_shrimp_land_bears_a_tonne_of_tiger_shrimp_a_hectare() {
        var given = List.of(riceAndShrimp(), shrimp(1, TIGER, 96_000, "01-03"), stocked(1, 1, 96_000, "12-03"));
        farm.given(given)
                .when(harvesting(TIGER, LOT, kilograms(1_680), "28", "10-07"))
                .expectResultMessagePayload(picked(1));
        farm.given(given)
                .when(harvesting(TIGER, LOT, new Mass(2_400_001), "28", "10-07"))
                .expectException(refused(new PlotRefusal.MoreThanTheFieldBears(
                        new Mass(2_400_001), Mass.ZERO, kilograms(2_400), 24_000, CAP)));
    }

    // ---- how many live

    private static List<Object> stock(Object... since) {
        var all = new ArrayList<Object>(
                List.of(pond(), shrimp(1, WHITELEG, 200_000, "01-03"), stocked(1, 1, 200_000, "05-03")));
        all.addAll(List.of(since));
        return all;
    }

    @Test
    void all_that_live_can_be_harvested() {
        var dead = did(2, 1, "mortality", "01-04", Map.of("pieces", "50000"), null);
        farm.given(stock(dead, taken(1, OTHER_LOT, kilograms(1_000), 50_000L, "01-06")))
                .when(harvesting(WHITELEG, LOT, kilograms(2_000), "50", "05-06"))
                .expectEvents(taken(1, LOT, kilograms(2_000), 100_000L, "05-06"));
    }

    @Test
    void no_more_are_harvested_than_were_stocked_and_did_not_die() {
        var dead = did(2, 1, "mortality", "01-04", Map.of("pieces", "50001"), null);
        farm.given(stock(dead, taken(1, OTHER_LOT, kilograms(1_000), 50_000L, "01-06")))
                .when(harvesting(WHITELEG, LOT, kilograms(2_000), "50", "05-06"))
                .expectException(refused(new PlotRefusal.MoreThanWereStocked(100_000, 99_999, 200_000)));
    }

    @Test
    void animals_are_counted_to_the_nearest_one() {
        farm.given(stock())
                .when(harvesting(WHITELEG, LOT, new Mass(30_500), "33", "05-06"))
                .expectEvents(taken(1, LOT, new Mass(30_500), 1_007L, "05-06"));
    }

    @ParameterizedTest
    @CsvSource({",", "0", "-30"})
    void a_harvest_of_shrimp_tells_how_many_make_a_kilogram(@Nullable String count) {
        farm.given(stock())
                .when(harvesting(WHITELEG, LOT, kilograms(100), count, "05-06"))
                .expectException(refused(new PlotRefusal.CountMissing(WHITELEG)));
    }

    private static final String SIZE_OF_WHITELEG = "rules.md 6 (size of whiteleg; possible: ours) [I]";
    private static final String SIZE_OF_TIGER = "rules.md 6 (size of black tiger; possible: ours) [I]";

    @ParameterizedTest
    @CsvSource({"30", "100"})
    void thirty_to_a_hundred_whiteleg_make_a_kilogram(String count) {
        farm.given(stock())
                .when(harvesting(WHITELEG, LOT, kilograms(100), count, "05-06"))
                .expectResultMessagePayload(picked(1));
    }

    @ParameterizedTest
    @CsvSource({"29.9,30", "10,30", "100.1,100", "400,100"})
    void fewer_and_more_are_a_doubt(String count, String limit) {
        farm.given(stock())
                .when(harvesting(WHITELEG, LOT, kilograms(100), count, "05-06"))
                .expectResultMessagePayload(picked(1, flag("count-unusual", WHITELEG, count, limit, SIZE_OF_WHITELEG)));
    }

    @ParameterizedTest
    @CsvSource({"0.1,10", "9.9,10", "400.1,400", "999999999999999,400"})
    void so_few_or_many_do_not_make_a_kilogram(String count, String limit) {
        farm.given(stock())
                .when(harvesting(WHITELEG, LOT, kilograms(100), count, "05-06"))
                .expectException(refused(new PlotRefusal.CountImpossible(
                        WHITELEG, new BigDecimal(count), new BigDecimal(limit), SIZE_OF_WHITELEG)))
                .expectNoEvents();
    }

    @ParameterizedTest
    @CsvSource({"pond,5,15", "pond,200,40", "extensive-pond,5,15", "extensive-pond,200,40"})
    void tiger_shrimp_are_larger(String kind, String count, String limit) {
        var day = at(TIGER, kind);
        var given = List.of(ground(kind, 3_000), shrimp(1, TIGER, 100_000, "01-03"), stocked(1, 1, 100_000, "05-03"));
        farm.given(given)
                .when(harvesting(TIGER, LOT, kilograms(100), limit, day))
                .expectResultMessagePayload(picked(1));
        farm.given(given)
                .when(harvesting(TIGER, LOT, kilograms(100), count, day))
                .expectResultMessagePayload(picked(1, flag("count-unusual", TIGER, count, limit, SIZE_OF_TIGER)));
        var past = new BigDecimal(count.equals("5") ? "4.9" : "200.1");
        farm.given(given)
                .when(harvesting(TIGER, LOT, kilograms(100), past.toString(), day))
                .expectException(
                        refused(new PlotRefusal.CountImpossible(TIGER, past, new BigDecimal(count), SIZE_OF_TIGER)));
    }

    @Test
    void grains_of_rice_are_not_counted() {
        farm.given(plot(), cycle(), sown(130))
                .when(harvesting(PADDY, LOT, kilograms(100), "40000", "24-04"))
                .expectEvents(taken(1, LOT, kilograms(100), null, "24-04"));
    }

    // ---- blocks

    @Test
    void a_block_is_one_of_the_orchards() {
        var harvest = harvesting(POMELO, LOT, kilograms(100), null, "12-10");
        farm.given(orchard(), fruit(1, "02-01")).when(with(harvest, null, "B")).expectSuccessfulHandlerExecution();
        farm.given(orchard(), fruit(1, "02-01"))
                .when(with(harvest, null, "C"))
                .expectException(refused(new PlotRefusal.UnknownBlock("C", List.of("A", "B"))));
    }

    // ---- doubts

    @ParameterizedTest
    @CsvSource({"13-04", "18-05"})
    void rice_is_harvested_after_95_to_130_days(String dayMonth) {
        farm.given(plot(), cycle(), sown(130))
                .when(rice(kilograms(1), dayMonth))
                .expectResultMessagePayload(picked(1));
    }

    @ParameterizedTest
    @CsvSource({"12-04,94,95", "19-05,131,130"})
    void earlier_and_later_are_a_doubt(String dayMonth, String days, String limit) {
        farm.given(plot(), cycle(), sown(130))
                .when(rice(kilograms(1), dayMonth))
                .expectResultMessagePayload(picked(
                        1,
                        flag(
                                "duration-unusual",
                                PADDY,
                                days,
                                limit,
                                "rules.md rice (102–115 days; doubted outside 95–130) [I]")));
    }

    @Test
    void the_days_count_from_the_first_sowing() {
        farm.given(plot(), cycle(), sown(100), done(1, "sowing", "10-01", Map.of("seed", "30"), null))
                .when(rice(kilograms(1), "13-04"))
                .expectResultMessagePayload(picked(1));
    }

    @ParameterizedTest
    @CsvSource({"20", "28"})
    void rice_is_harvested_with_20_to_28_per_cent_of_water(String moisture) {
        farm.given(plot(), cycle(), sown(130))
                .when(with(rice(kilograms(1), "24-04"), moisture, null))
                .expectResultMessagePayload(picked(1));
    }

    @ParameterizedTest
    @CsvSource({"19.9,20", "28.1,28"})
    void drier_and_wetter_are_a_doubt(String moisture, String limit) {
        farm.given(plot(), cycle(), sown(130))
                .when(with(rice(kilograms(1), "24-04"), moisture, null))
                .expectResultMessagePayload(
                        picked(1, flag("moisture-unusual", PADDY, moisture, limit, "rules.md rice [K]")));
    }

    @Test
    void of_fruit_nobody_asks_how_wet_it_is() {
        farm.given(orchard(), fruit(1, "02-01"))
                .when(with(harvesting(POMELO, LOT, kilograms(100), null, "12-10"), "80", null))
                .expectResultMessagePayload(picked(1));
    }

    // ---- tests and certificates

    private static Picked found(Set<String> claims, Map<String, String> passed) {
        var days = new TreeMap<String, LocalDate>();
        passed.forEach((test, dayMonth) -> days.put(test, day(dayMonth)));
        return new Picked(1, claims, days, Map.of(), List.of(), List.of());
    }

    private static Harvest shrimpHarvest() {
        return harvesting(WHITELEG, LOT, kilograms(100), "50", "05-06");
    }

    @Test
    void a_residue_test_at_most_fourteen_days_before_is_a_claim() {
        farm.given(stock(tested(2, 1, "antibiotics", "PASS", "22-05")))
                .when(shrimpHarvest())
                .expectResultMessagePayload(found(Set.of("pre-harvest-test"), Map.of("antibiotics", "22-05")));
    }

    @Test
    void an_older_one_is_none() {
        farm.given(stock(tested(2, 1, "antibiotics", "PASS", "21-05")))
                .when(shrimpHarvest())
                .expectResultMessagePayload(found(Set.of(), Map.of("antibiotics", "21-05")));
    }

    @Test
    void a_test_for_something_else_is_none() {
        farm.given(stock(tested(2, 1, "microbiology", "PASS", "01-06")))
                .when(shrimpHarvest())
                .expectResultMessagePayload(found(Set.of(), Map.of("microbiology", "01-06")));
    }

    @Test
    void a_test_after_the_harvest_says_nothing_of_it() {
        farm.given(stock(
                        tested(2, 1, "antibiotics", "PASS", "05-06"),
                        tested(3, 1, "antibiotics", "FAIL", "06-06"),
                        tested(4, 1, "microbiology", "FAIL", "07-06")))
                .when(shrimpHarvest())
                .expectResultMessagePayload(found(Set.of("pre-harvest-test"), Map.of("antibiotics", "05-06")));
    }

    @Test
    void a_harvest_after_a_failed_test_carries_the_doubt() {
        farm.given(stock(tested(2, 1, "antibiotics", "PASS", "01-06"), tested(3, 1, "antibiotics", "FAIL", "02-06")))
                .when(shrimpHarvest())
                .expectResultMessagePayload(doubted(1, new TestFailed(P1 + "/3", "antibiotics")));
    }

    @Test
    void a_later_pass_takes_the_doubt_away_in_whatever_order_they_are_told() {
        farm.given(stock(tested(2, 1, "antibiotics", "PASS", "02-06"), tested(3, 1, "antibiotics", "FAIL", "01-06")))
                .when(shrimpHarvest())
                .expectResultMessagePayload(found(Set.of("pre-harvest-test"), Map.of("antibiotics", "02-06")));
    }

    @Test
    void rice_is_tested_for_pesticides() {
        farm.given(plot(), cycle(), sown(130), tested(2, 1, "residue", "PASS", "20-04"))
                .when(rice(kilograms(1), "24-04"))
                .expectResultMessagePayload(found(Set.of("pre-harvest-test"), Map.of("residue", "20-04")));
    }

    @Test
    void certificates_of_the_cooperative_are_claims() {
        certified.add("vietgap");
        farm.given(plot(), cycle(), sown(130))
                .when(rice(kilograms(1), "24-04"))
                .expectResultMessagePayload(found(Set.of("vietgap"), Map.of()));
        assertThat(asked).containsExactly(new AskClaims(HO_DAC_KIEN, PADDY, P1, 20_000, day("24-04")));
    }

    @Test
    void a_sample_is_tested_by_a_laboratory() {
        farm.given(stock())
                .when(doing("pre-harvest-test", "01-06", sample("antibiotics", "PASS")))
                .expectEvents(tested(2, 1, "antibiotics", "PASS", "01-06"));
        var laboratory = new OrganisationId(Seasons.LAB);
        assertThat(asked).containsExactly(new Vouch(laboratory, Set.of(Role.LABORATORY)));
        var no = new OrganisationRefusal.WrongKind(laboratory, "trader", List.of("laboratory"));
        says(Vouch.class, no);
        farm.given(stock())
                .when(doing("pre-harvest-test", "01-06", sample("antibiotics", "PASS")))
                .expectException(refused(no));
    }
}
