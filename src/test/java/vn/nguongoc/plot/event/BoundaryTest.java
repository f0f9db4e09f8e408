package vn.nguongoc.plot.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.nguongoc.plot.event.Boundary.Point;

class BoundaryTest {
    private static final Point HERE = point("105.85", "9.7");

    private static Point point(String longitude, String latitude) {
        return new Point(new BigDecimal(longitude), new BigDecimal(latitude));
    }

    private static Boundary ringOf(int points) {
        return new Boundary(Collections.nCopies(points, HERE));
    }

    @Test
    void a_ring_has_4_to_1000_points() {
        assertThat(ringOf(4).ring()).hasSize(4);
        assertThat(ringOf(1000).ring()).hasSize(1000);
        assertThatIllegalArgumentException().isThrownBy(() -> ringOf(3));
        assertThatIllegalArgumentException().isThrownBy(() -> ringOf(1001));
    }

    @Test
    void a_ring_ends_where_it_began() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Boundary(List.of(HERE, HERE, HERE, point("105.86", "9.7"))));
    }

    @Test
    void a_point_is_on_earth() {
        assertThat(point("-180", "-90")).hasToString("-90, -180");
        assertThat(point("180", "90")).hasToString("90, 180");
        assertThatIllegalArgumentException().isThrownBy(() -> point("180.000000001", "0"));
        assertThatIllegalArgumentException().isThrownBy(() -> point("0", "-90.000000001"));
    }

    @Test
    void a_tenth_of_a_millimetre_is_the_finest() {
        assertThat(point("0.123456789", "0")).hasToString("0, 0.123456789");
        assertThatIllegalArgumentException().isThrownBy(() -> point("0.1234567891", "0"));
        assertThatIllegalArgumentException().isThrownBy(() -> point("1e2", "0"));
    }
}
