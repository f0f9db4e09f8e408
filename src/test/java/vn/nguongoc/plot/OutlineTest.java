package vn.nguongoc.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nguongoc.plot.Outlines.at;
import static vn.nguongoc.plot.Outlines.rectangle;
import static vn.nguongoc.plot.Outlines.ring;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import vn.nguongoc.plot.event.Boundary;

class OutlineTest {
    private static Outline outline(Boundary boundary) {
        return new Outline(boundary);
    }

    @Test
    void an_area_is_in_square_metres_on_the_ellipsoid() {
        assertThat(outline(rectangle(0, 0, 190, 100)).areaSquareMetres()).isEqualTo(19_000);
        assertThat(outline(ring(at(0, 0), at(200, 0), at(0, 100))).areaSquareMetres())
                .isEqualTo(10_000);
    }

    @Test
    void it_does_not_matter_which_way_one_walks_around() {
        var clockwise = ring(at(0, 0), at(0, 100), at(190, 100), at(190, 0));
        assertThat(outline(clockwise).areaSquareMetres()).isEqualTo(19_000);
        assertThat(outline(clockwise).fault()).isEmpty();
    }

    @Test
    void a_corner_given_twice_is_one_corner() {
        var outline = outline(ring(at(0, 0), at(190, 0), at(190, 0), at(190, 100), at(0, 100)));
        assertThat(outline.fault()).isEmpty();
        assertThat(outline.areaSquareMetres()).isEqualTo(19_000);
    }

    @Test
    void a_ring_that_crosses_itself_is_no_outline() {
        var bowTie = ring(List.of("105.85 9.7", "105.852 9.702", "105.852 9.7", "105.85 9.702", "105.85 9.7"));
        assertThat(outline(bowTie).fault()).hasToString("Optional[9.7010000, 105.8510000]");
    }

    @Test
    void a_ring_that_comes_back_to_a_corner_is_no_outline() {
        var eight = ring(at(0, 0), at(100, 0), at(50, 50), at(100, 100), at(0, 100), at(50, 50));
        assertThat(outline(eight).fault()).isPresent();
    }

    @Test
    void a_ring_that_encloses_nothing_is_no_outline() {
        assertThat(outline(ring(at(0, 0), at(100, 100), at(0, 0))).fault()).isPresent();
        assertThat(outline(ring(at(0, 0), at(0, 0), at(0, 0))).fault()).isPresent();
    }

    @Test
    void it_is_as_long_as_it_reaches_in_either_direction() {
        assertThat(outline(rectangle(0, 0, 300, 200)).lengthMetres()).isEqualTo(300);
        assertThat(outline(rectangle(0, 0, 200, 300)).lengthMetres()).isEqualTo(300);
    }

    @Test
    void a_degree_is_as_long_as_on_the_ellipsoid() {
        var wide = ring(List.of("100 9.699", "110 9.699", "110 9.701", "100 9.701", "100 9.699"));
        var high = ring(List.of("105.85 4.7", "105.86 4.7", "105.86 14.7", "105.85 14.7", "105.85 4.7"));
        // At 9.7° a degree of longitude is 109,738.44 m, one of latitude 110,605.80 m: a = 6,378,137 m, 1/f =
        // 298.257223563.
        assertThat(outline(wide).lengthMetres()).isEqualTo(1_097_384);
        assertThat(outline(high).lengthMetres()).isEqualTo(1_106_058);
    }

    @Test
    void an_outline_around_the_globe_is_only_long() {
        var globe = ring(List.of("-180 -90", "180 -90", "180 90", "-180 90", "-180 -90"));
        assertThat(outline(globe).lengthMetres()).isBetween(40_000_000L, 41_000_000L);
    }

    @Test
    void neighbours_that_share_an_edge_share_no_land() {
        var one = outline(rectangle(0, 0, 100, 150));
        assertThat(one.overlapSquareMetres(outline(rectangle(100, 0, 100, 150))))
                .isZero();
        assertThat(one.overlapSquareMetres(outline(rectangle(99, 0, 100, 150)))).isEqualTo(150);
    }

    @Test
    void it_touches_the_tiles_it_lies_in_and_no_others() {
        // A tile is 1,097 m wide and 1,106 m high here; the corner from which metres are measured is a corner of tiles.
        assertThat(outline(rectangle(10, 10, 100, 100)).tiles()).containsExactly("land/970/10585");
        assertThat(outline(rectangle(-50, -50, 100, 100)).tiles())
                .containsExactly("land/969/10584", "land/969/10585", "land/970/10584", "land/970/10585");
        var triangle = ring(at(-50, 30), at(50, 30), at(50, -20));
        assertThat(outline(triangle).tiles())
                .as("the corner of 969/10584 that is only in the box around it is left out")
                .containsExactly("land/969/10585", "land/970/10584", "land/970/10585");
    }

    @Test
    void tiles_west_of_greenwich_and_south_of_the_equator_have_numbers_below_none() {
        var outline = outline(ring(List.of("-0.002 -0.002", "-0.001 -0.002", "-0.001 -0.001", "-0.002 -0.002")));
        assertThat(outline.tiles()).containsExactly("land/-1/-1");
    }

    @Provide
    static Arbitrary<Boundary> plots() {
        var offset = Arbitraries.doubles().between(-600, 0).ofScale(1);
        var side = Arbitraries.doubles().between(200, 900).ofScale(1);
        return Combinators.combine(offset, offset, side, side)
                .as((east, north, width, height) -> ring(
                        at(east, north), at(east + width, north + height / 3), at(east + width / 2, north + height)));
    }

    @Property(tries = 500)
    void what_two_plots_share_is_the_same_from_both_sides_and_no_more_than_either(
            @ForAll("plots") Boundary one, @ForAll("plots") Boundary other) {
        var shared = outline(one).overlapSquareMetres(outline(other));
        assertThat(outline(other).overlapSquareMetres(outline(one))).isBetween(shared - 20, shared + 20);
        assertThat(shared)
                .isLessThanOrEqualTo(outline(one).areaSquareMetres() + 20)
                .isLessThanOrEqualTo(outline(other).areaSquareMetres() + 20);
    }

    @Property(tries = 500, maxDiscardRatio = 20)
    void two_plots_that_share_land_share_a_tile(@ForAll("plots") Boundary one, @ForAll("plots") Boundary other) {
        Assume.that(outline(one).overlapSquareMetres(outline(other)) > 0);
        assertThat(outline(one).tiles()).containsAnyElementsOf(outline(other).tiles());
    }
}
