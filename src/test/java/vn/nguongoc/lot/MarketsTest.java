package vn.nguongoc.lot;

import static vn.nguongoc.Farm.CATALOGUE;
import static vn.nguongoc.Farm.HOA_TU;
import static vn.nguongoc.Farm.HO_DAC_KIEN;
import static vn.nguongoc.Farm.LOT;
import static vn.nguongoc.Farm.kilograms;
import static vn.nguongoc.Farm.on;
import static vn.nguongoc.Refusals.refused;
import static vn.nguongoc.lot.Lots.SHIPMENT;
import static vn.nguongoc.lot.Lots.claiming;

import java.math.BigDecimal;
import java.util.List;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.lot.LotCommand.Ship;
import vn.nguongoc.lot.event.LotEvent.LotDrawn;
import vn.nguongoc.lot.event.LotEvent.LotProduced;
import vn.nguongoc.lot.event.Pedigree;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;

class MarketsTest {
    private static final List<String> BEFORE_THE_HARVEST = List.of("rules.md 12 [I]");
    private static final List<String> CODES = List.of("rules.md fruit (codes of orchard and packing house) [K]");

    private final FixtureConfiguration<HarvestLot> dock = Lots.barn();

    private static LotProduced goods(String product, Pedigree pedigree) {
        return Lots.made(product, kilograms(100), null, pedigree);
    }

    private static Ship ship(@Nullable String market) {
        return ship(HO_DAC_KIEN, kilograms(100), market, "20-05");
    }

    private static Ship ship(OrganisationId by, Mass quantity, @Nullable String market, String dayMonth) {
        return new Ship(LOT, by, SHIPMENT, quantity, market, on(dayMonth));
    }

    private static LotDrawn shipped() {
        return new LotDrawn(LOT, SHIPMENT.value(), kilograms(100), Mass.ZERO, on("20-05"));
    }

    @Test
    void goods_leave_for_a_place_that_nobody_tells() {
        dock.given(goods("whiteleg-pd", Pedigree.UNKNOWN.barring("eu", "x")))
                .when(ship(null))
                .expectEvents(shipped());
    }

    @Test
    void goods_are_sold_where_the_catalogue_has_a_market() {
        dock.given(goods("whiteleg-pd", Pedigree.UNKNOWN))
                .when(ship("mars"))
                .expectException(refused(new LotRefusal.UnknownMarket(
                        "mars", CATALOGUE.marketCodes().stream().sorted().toList())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"eu", "us", "jp", "cn", "kr"})
    void shrimp_is_exported_only_with_a_test_before_the_harvest(String market) {
        dock.given(goods("whiteleg-pd", claiming("vietgap")))
                .when(ship(market))
                .expectException(refused(
                        new LotRefusal.ClaimsMissing(LOT, market, List.of("pre-harvest-test"), BEFORE_THE_HARVEST)));
        Lots.barn()
                .given(goods("whiteleg-pd", claiming("pre-harvest-test")))
                .when(ship(market))
                .expectEvents(shipped());
    }

    @Test
    void fruit_is_exported_only_with_the_codes_of_orchard_and_packing_house_for_that_market() {
        dock.given(goods("star-apple", claiming("growing-area/eu", "vietgap")))
                .when(ship("us"))
                .expectException(refused(new LotRefusal.ClaimsMissing(
                        LOT, "us", List.of("growing-area/us", "packing-house/us"), CODES)));
        Lots.barn()
                .given(goods("star-apple", claiming("growing-area/us")))
                .when(ship("us"))
                .expectEvents(shipped());
    }

    @ParameterizedTest
    @ValueSource(strings = {"whiteleg-pd", "star-apple", "graded-rice-st25"})
    void at_home_nothing_is_needed(String product) {
        dock.given(goods(product, Pedigree.UNKNOWN)).when(ship("vn")).expectEvents(shipped());
    }

    @Test
    void a_market_that_is_closed_to_the_goods_is_closed_and_the_others_are_not() {
        var sprayed = Pedigree.UNKNOWN.barring("eu", "tricyclazole").barring("eu", "hexaconazole");
        dock.given(goods("graded-rice-st25", sprayed))
                .when(ship("eu"))
                .expectException(refused(new LotRefusal.MarketClosed(
                        LOT,
                        "eu",
                        "hexaconazole, tricyclazole",
                        List.of(new BigDecimal("0.01")),
                        List.of("rules.md 7 (EU MRL of tricyclazole) [K]"))));
        Lots.barn().given(goods("graded-rice-st25", sprayed)).when(ship("us")).expectEvents(shipped());
    }

    // ---- as everything that leaves a lot

    @Test
    void no_gram_more_is_shipped_than_there_is() {
        dock.given(goods("graded-rice-st25", Pedigree.UNKNOWN))
                .when(ship(HO_DAC_KIEN, new Mass(100_001), null, "20-05"))
                .expectException(refused(new LotRefusal.NotEnoughLeft(LOT, new Mass(100_001), kilograms(100))));
    }

    @Test
    void whoever_holds_it_ships_it_once_it_is_there() {
        dock.given(goods("graded-rice-st25", Pedigree.UNKNOWN))
                .when(ship(HOA_TU, kilograms(1), null, "20-05"))
                .expectException(refused(new LogRefusal.NotFound(LOT.value())));
        Lots.barn()
                .given(goods("graded-rice-st25", Pedigree.UNKNOWN))
                .when(ship(HO_DAC_KIEN, kilograms(1), null, "17-05"))
                .expectException(refused(new LotRefusal.BeforeItExisted(LOT, on("17-05"), on("18-05"))));
    }
}
