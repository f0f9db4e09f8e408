package vn.nguongoc.plot;

import static vn.nguongoc.Farm.CATALOGUE;
import static vn.nguongoc.Farm.HOA_TU;
import static vn.nguongoc.Farm.HO_DAC_KIEN;
import static vn.nguongoc.Farm.P1;
import static vn.nguongoc.Farm.P2;
import static vn.nguongoc.Farm.on;
import static vn.nguongoc.Refusals.refused;
import static vn.nguongoc.plot.Outlines.rectangle;

import java.math.BigDecimal;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nguongoc.plot.PlotCommand.ClaimLand;
import vn.nguongoc.plot.event.Boundary;
import vn.nguongoc.plot.event.PlotEvent.LandClaimed;

class LandTest {
    private static final String TILE = "land/970/10585";
    private static final String SOURCE = "rules.md geometry [I]";

    private FixtureConfiguration<Land> tile;

    @BeforeEach
    void aTile() {
        tile = new AggregateTestFixture<>(Land.class);
        tile.registerInjectableResource(CATALOGUE);
    }

    /** P1 of Hồ Đắc Kiện, 100 m wide and 150 m high. */
    private static LandClaimed claimed() {
        return new LandClaimed(TILE, P1, HO_DAC_KIEN, "P1", rectangle(0, 0, 100, 150), on("01-01"));
    }

    private static ClaimLand claim(Boundary boundary) {
        return new ClaimLand(TILE, P2, HO_DAC_KIEN, "P2", boundary, on("01-01"));
    }

    private static LandClaimed granted(Boundary boundary) {
        return new LandClaimed(TILE, P2, HO_DAC_KIEN, "P2", boundary, on("01-01"));
    }

    @Test
    void land_that_nobody_has_is_claimed() {
        var outline = rectangle(0, 0, 100, 150);
        tile.givenNoPriorActivity().when(claim(outline)).expectEvents(granted(outline));
    }

    @Test
    void neighbours_may_share_an_edge() {
        var outline = rectangle(100, 0, 100, 150);
        tile.given(claimed()).when(claim(outline)).expectEvents(granted(outline));
    }

    @Test
    void neighbours_may_share_a_hundredth_of_the_smaller_plot() {
        var outline = rectangle(99, 0, 200, 150); // 1 m by 150 m of P1's 15,000 m²
        tile.given(claimed()).when(claim(outline)).expectEvents(granted(outline));
    }

    @Test
    void neighbours_share_no_square_metre_more_than_a_hundredth_of_the_smaller_plot() {
        tile.given(claimed())
                .when(claim(rectangle(98.993, 0, 200, 150)))
                .expectException(
                        refused(new PlotRefusal.OverlapsOwnPlot(P1, "P1", 151, 150, new BigDecimal("1"), SOURCE)))
                .expectNoEvents();
    }

    @Test
    void the_smaller_plot_may_be_the_new_one() {
        tile.given(claimed())
                .when(claim(rectangle(95, 0, 20, 20))) // 100 m² of 400 m²
                .expectException(
                        refused(new PlotRefusal.OverlapsOwnPlot(P1, "P1", 100, 4, new BigDecimal("1"), SOURCE)));
    }

    @Test
    void a_plot_within_another_is_refused() {
        tile.given(claimed())
                .when(claim(rectangle(40, 40, 10, 10)))
                .expectException(
                        refused(new PlotRefusal.OverlapsOwnPlot(P1, "P1", 100, 1, new BigDecimal("1"), SOURCE)));
    }

    @Test
    void whose_plot_it_is_and_how_large_is_told_to_its_own_cooperative_only() {
        tile.given(claimed())
                .when(new ClaimLand(TILE, P2, HOA_TU, "P2", rectangle(50, 0, 100, 150), on("01-01")))
                .expectException(refused(new PlotRefusal.OverlapsAnotherPlot(7_500, new BigDecimal("1"), SOURCE)))
                .expectNoEvents();
    }

    @Test
    void every_plot_of_the_tile_counts() {
        tile.given(claimed(), granted(rectangle(100, 0, 100, 150)))
                .when(claim(rectangle(150, 0, 100, 150)))
                .expectException(
                        refused(new PlotRefusal.OverlapsOwnPlot(P2, "P2", 7_500, 150, new BigDecimal("1"), SOURCE)));
    }
}
