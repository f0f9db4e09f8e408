package vn.nguongoc.history;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nguongoc.Farm.HO_DAC_KIEN;
import static vn.nguongoc.Farm.P1;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.nguongoc.history.Place.Centre;
import vn.nguongoc.plot.event.Boundary;
import vn.nguongoc.plot.event.Boundary.Point;
import vn.nguongoc.view.ViewOfPlot;

class PlaceTest {
    private static final Point POINT = new Point(new BigDecimal("105.928600"), new BigDecimal("9.315200"));

    private static @Nullable Centre centre(@Nullable Boundary boundary, @Nullable Point location) {
        return Place.of(new ViewOfPlot(
                        P1,
                        HO_DAC_KIEN,
                        "A1",
                        "pond",
                        3_000,
                        "31804",
                        boundary,
                        location,
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        List.of()))
                .centre();
    }

    @Test
    void a_pond_that_is_a_point_is_shown_to_about_a_kilometre() {
        assertThat(centre(null, POINT)).isEqualTo(new Centre(new BigDecimal("9.32"), new BigDecimal("105.93")));
    }

    @Test
    void an_outline_has_its_middle() {
        var corners = List.of(
                POINT,
                new Point(new BigDecimal("105.97"), new BigDecimal("9.315200")),
                new Point(new BigDecimal("105.97"), new BigDecimal("9.36")),
                POINT);
        assertThat(centre(new Boundary(corners), null))
                .isEqualTo(new Centre(new BigDecimal("9.33"), new BigDecimal("105.96")));
    }

    @Test
    void nothing_known_is_nothing_shown() {
        assertThat(centre(null, null)).isNull();
    }
}
