package vn.nguongoc.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static vn.nguongoc.Farm.CATALOGUE;
import static vn.nguongoc.Farm.HO_DAC_KIEN;
import static vn.nguongoc.Farm.P1;
import static vn.nguongoc.Farm.on;
import static vn.nguongoc.Refusals.refusalOf;
import static vn.nguongoc.plot.Outlines.at;
import static vn.nguongoc.plot.Outlines.rectangle;
import static vn.nguongoc.plot.Outlines.ring;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.nguongoc.plot.PlotCommand.ClaimLand;
import vn.nguongoc.plot.PlotCommand.RegisterPlot;
import vn.nguongoc.plot.event.Boundary;
import vn.nguongoc.plot.event.Boundary.Point;

class SurveyTest {
    private static final Path DEMO = Path.of("../shared/data/demo.json");
    private static final String SOURCE = "rules.md geometry [I]";
    private static final String WARD = "31570";
    private static final Point SOUTH_WEST = new Point(new BigDecimal("105.799"), new BigDecimal("9.652"));
    private static final Point NORTH_EAST = new Point(new BigDecimal("105.904"), new BigDecimal("9.753"));

    private static List<ClaimLand> claims(
            String kind, long squareMetres, String ward, @Nullable Boundary boundary, @Nullable Point location) {
        var plot = new RegisterPlot(
                P1, HO_DAC_KIEN, "P1", kind, squareMetres, ward, boundary, location, List.of(), List.of(), on("01-01"));
        return Survey.claims(plot, CATALOGUE.ward(ward).orElseThrow(), CATALOGUE.geometry());
    }

    private static List<ClaimLand> field(long squareMetres, Boundary boundary) {
        return claims("rice-field", squareMetres, WARD, boundary, null);
    }

    private static List<ClaimLand> pond(Point location) {
        return claims("pond", 3_000, WARD, null, location);
    }

    // ---- what is claimed

    @Test
    void a_plot_claims_every_tile_it_touches_in_the_order_of_their_ids() {
        var outline = rectangle(-50, -50, 100, 100);
        assertThat(field(10_000, outline))
                .extracting(ClaimLand::tile)
                .containsExactly("land/969/10584", "land/969/10585", "land/970/10584", "land/970/10585");
        assertThat(field(10_000, outline))
                .contains(new ClaimLand("land/969/10584", P1, HO_DAC_KIEN, "P1", outline, on("01-01")));
    }

    @Test
    void a_plot_without_an_outline_claims_nothing() {
        assertThat(claims("rice-field", 10_000, WARD, null, null)).isEmpty();
        assertThat(pond(at(0, 0))).isEmpty();
    }

    // ---- size

    @Test
    void a_plot_covers_up_to_two_hundred_hectares() {
        assertThat(claims("rice-field", 2_000_000, WARD, null, null)).isEmpty();
        assertThat(refusalOf(() -> claims("rice-field", 2_000_001, WARD, null, null)))
                .isEqualTo(new PlotRefusal.LargerThanAPlot(2_000_001, 2_000_000, SOURCE));
    }

    @Test
    void a_plot_covers_a_square_metre_at_least() {
        assertThat(claims("rice-field", 1, WARD, null, null)).isEmpty();
        assertThat(refusalOf(() -> claims("rice-field", 0, WARD, null, null)))
                .isEqualTo(new PlotRefusal.SmallerThanAPlot(0, 1, SOURCE));
    }

    @Test
    void a_plot_reaches_over_five_kilometres_at_most() {
        assertThat(field(50_000, rectangle(-2500, 10, 5_000, 10))).hasSizeBetween(5, 6);
        assertThat(refusalOf(() -> field(50_000, rectangle(-2500, 10, 5_001, 10))))
                .isEqualTo(new PlotRefusal.LongerThanAPlot(5_001, 5_000, SOURCE));
        assertThat(refusalOf(() -> field(50_000, rectangle(0, -2500, 10, 5_001))))
                .isEqualTo(new PlotRefusal.LongerThanAPlot(5_001, 5_000, SOURCE));
    }

    @Test
    void an_outline_around_the_globe_is_refused_before_anything_is_counted() {
        var globe = ring(List.of("-180 -90", "180 -90", "180 90", "-180 90", "-180 -90"));
        assertThat(refusalOf(() -> field(10_000, globe))).isInstanceOf(PlotRefusal.LongerThanAPlot.class);
    }

    // ---- shape

    @Test
    void an_outline_does_not_cross_itself() {
        var bowTie = ring(List.of("105.85 9.7", "105.852 9.702", "105.852 9.7", "105.85 9.702", "105.85 9.7"));
        assertThat(refusalOf(() -> field(10_000, bowTie)))
                .isEqualTo(new PlotRefusal.OutlineCrossesItself(
                        new Point(new BigDecimal("105.8510000"), new BigDecimal("9.7010000"))));
    }

    // ---- area

    @Test
    void the_outline_may_be_five_per_cent_off_the_declared_area() {
        assertThat(field(20_000, rectangle(0, 0, 190, 100))).isNotEmpty();
        assertThat(field(20_000, rectangle(0, 0, 210, 100))).isNotEmpty();
    }

    @Test
    void the_outline_is_not_a_square_metre_further_off_the_declared_area() {
        assertThat(refusalOf(() -> field(20_000, rectangle(0, 0, 189.99, 100))))
                .isEqualTo(new PlotRefusal.AreaDiffers(20_000, 18_999, new BigDecimal("5"), SOURCE));
        assertThat(refusalOf(() -> field(20_000, rectangle(0, 0, 210.01, 100))))
                .isEqualTo(new PlotRefusal.AreaDiffers(20_000, 21_001, new BigDecimal("5"), SOURCE));
    }

    // ---- ward

    private static Boundary square(String west, String south, String east, String north) {
        return ring(List.of(
                west + " " + south, east + " " + south, east + " " + north, west + " " + north, west + " " + south));
    }

    @Test
    void a_corner_may_stand_on_the_edge_of_the_box_around_the_ward() {
        assertThat(field(12_135, square("105.799", "9.652", "105.8", "9.653"))).isNotEmpty();
        assertThat(field(12_135, square("105.903", "9.752", "105.904", "9.753")))
                .isNotEmpty();
    }

    @Test
    void no_corner_stands_outside_the_box_around_the_ward() {
        assertOutside("105.798999999 9.66", square("105.798999999", "9.66", "105.8", "9.661"));
        assertOutside("105.85 9.651999999", square("105.85", "9.651999999", "105.851", "9.653"));
        assertOutside("105.904000001 9.66", square("105.903", "9.66", "105.904000001", "9.661"));
        assertOutside("105.851 9.753000001", square("105.85", "9.752", "105.851", "9.753000001"));
    }

    private static void assertOutside(String corner, Boundary boundary) {
        var at = corner.split(" ", 2);
        assertThat(refusalOf(() -> field(12_135, boundary)))
                .isEqualTo(new PlotRefusal.OutsideTheWard(
                        WARD,
                        "Xã Hồ Đắc Kiện",
                        new Point(new BigDecimal(at[0]), new BigDecimal(at[1])),
                        SOUTH_WEST,
                        NORTH_EAST));
    }

    // ---- points

    @Test
    void a_ponds_point_lies_in_the_box_around_its_ward() {
        assertThat(pond(NORTH_EAST)).isEmpty();
        var outside = new Point(new BigDecimal("105.85"), new BigDecimal("9.754"));
        assertThat(refusalOf(() -> pond(outside)))
                .isEqualTo(new PlotRefusal.OutsideTheWard(WARD, "Xã Hồ Đắc Kiện", outside, SOUTH_WEST, NORTH_EAST));
    }

    @Test
    void a_point_is_not_enough_for_a_field() {
        assertThat(refusalOf(() -> claims("rice-field", 3_000, WARD, null, at(0, 0))))
                .isEqualTo(new PlotRefusal.PointIsNotEnough(
                        "rice-field", List.of("extensive-pond", "lined-pond", "pond")));
    }

    @Test
    void nothing_has_both_an_outline_and_a_point() {
        assertThat(refusalOf(() -> claims("pond", 3_000, WARD, rectangle(0, 0, 30, 100), at(0, 0))))
                .isEqualTo(new PlotRefusal.OutlineAndPoint());
    }

    // ---- the demonstration

    @Test
    void all_eight_plots_of_the_demonstration_fit_and_share_no_land() throws IOException {
        assumeTrue(Files.exists(DEMO), "the demonstration's data is not beside this checkout");
        var sites = JsonMapper.shared().readTree(Files.readString(DEMO)).get("sites");
        assertThat(sites).hasSize(8);
        var outlines = new ArrayList<Outline>();
        for (var site : sites) {
            var boundary = boundary(site.get("polygon"));
            var squareMetres = site.get("area_ha").decimalValue().movePointRight(4);
            assertThat(claims(
                            "rice-field",
                            squareMetres.longValueExact(),
                            site.get("ward_code").stringValue(),
                            boundary,
                            null))
                    .isNotEmpty();
            var outline = new Outline(boundary);
            assertThat(outlines).allMatch(other -> other.overlapSquareMetres(outline) == 0);
            outlines.add(outline);
        }
    }

    private static Boundary boundary(JsonNode polygon) {
        return new Boundary(polygon.valueStream()
                .map(pair -> new Point(pair.get(0).decimalValue(), pair.get(1).decimalValue()))
                .toList());
    }
}
