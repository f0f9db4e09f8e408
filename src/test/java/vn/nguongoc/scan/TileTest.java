package vn.nguongoc.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TileTest {
    private final Towns towns = new Towns();

    private static Tile at(String latitude, String longitude) {
        return Tile.around(new BigDecimal(latitude), new BigDecimal(longitude));
    }

    @Test
    void a_place_is_rounded_to_a_tenth_of_a_degree() {
        assertThat(at("10.03412", "105.78345")).isEqualTo(new Tile(100, 1058));
        assertThat(at("10.04999", "105.75001")).isEqualTo(new Tile(100, 1058));
        assertThat(at("-33.87", "151.21").key()).isEqualTo("-339_1512");
        assertThat(Tile.of("-339_1512")).isEqualTo(new Tile(-339, 1512));
    }

    @ParameterizedTest
    @CsvSource({"90.1, 0", "-90.1, 0", "0, 180.1", "0, -180.1", "1e9, 0", "0, 1e300"})
    void what_is_not_on_earth_is_no_place(String latitude, String longitude) {
        assertThatThrownBy(() -> at(latitude, longitude)).isInstanceOf(IllegalArgumentException.class);
        assertThat(at("90", "180")).isEqualTo(new Tile(900, 1800));
    }

    @Test
    void distances_are_those_of_an_atlas_within_a_tile() {
        assertThat(at("10.03", "105.78").kilometresTo(at("21.03", "105.85"))).isBetween(1_210L, 1_240L);
        assertThat(at("10.8", "106.7").kilometresTo(at("35.7", "139.7"))).isBetween(4_300L, 4_350L);
        assertThat(at("0", "179.9").kilometresTo(at("0", "-179.9"))).isEqualTo(22);
    }

    @Test
    void a_place_is_called_by_the_nearest_town_and_by_its_degrees_far_from_all() {
        assertThat(towns.name(at("10.03", "105.78"))).isEqualTo("Cần Thơ");
        assertThat(towns.name(at("9.6", "106.2"))).isEqualTo("Sóc Trăng");
        assertThat(towns.name(at("-20", "0"))).isEqualTo("-20.0°, 0.0°");
    }

    @Test
    void every_town_is_called_by_its_own_name() {
        assertThat(towns.all())
                .hasSizeGreaterThan(60)
                .allSatisfy(town -> assertThat(town.name()).isNotBlank());
        assertThat(towns.all().stream().filter(it -> it.country().equals("VN")))
                .allSatisfy(town -> assertThat(town.tile().latitudeTenths()).isBetween(85, 234));
    }
}
