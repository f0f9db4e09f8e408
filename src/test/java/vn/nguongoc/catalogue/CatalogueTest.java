package vn.nguongoc.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vn.nguongoc.Farm.CATALOGUE;
import static vn.nguongoc.Farm.kilograms;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import vn.nguongoc.shared.Mass;

class CatalogueTest {
    private static final Path WARDS = Path.of("../shared/data/wards.csv");

    @Test
    void caps_grow_with_the_area() {
        var crop = Objects.requireNonNull(
                CATALOGUE.product("paddy-st25").orElseThrow().crop());
        assertThat(crop.yieldCap().on(20_000)).isEqualTo(kilograms(17_000));
        assertThat(crop.yieldCap().on(1)).isEqualTo(new Mass(850));
        assertThat(crop.seedCap().on(15_000)).isEqualTo(kilograms(225));
    }

    @Test
    void what_nobody_knows_waits_longest() {
        assertThat(CATALOGUE.substance("tricyclazole").days()).isEqualTo(28);
        assertThat(CATALOGUE.substance("pretilachlor").days()).isZero();
        assertThat(CATALOGUE.substance("never heard of").days()).isEqualTo(30);
    }

    @Test
    void all_43_wards_of_former_soc_trang_are_there() throws Exception {
        assertThat(CATALOGUE.ward("31570")).map(Ward::name).contains("Xã Hồ Đắc Kiện");
        Assumptions.assumeTrue(Files.exists(WARDS), "the ward list is not beside this checkout");
        var codes = Files.readAllLines(WARDS).stream()
                .skip(1)
                .map(line -> line.split(",", 2)[0])
                .toList();
        assertThat(codes).hasSize(43).allMatch(code -> CATALOGUE.ward(code).isPresent());
    }

    private static Catalogue with(List<Product> products, List<StepKind> steps) {
        return new Catalogue(
                products,
                steps,
                List.of(),
                List.of(new Substance("*", 30, null)),
                List.of(),
                List.of(),
                new Terms(Set.of(), Set.of(), Set.of(), List.of("milling"), Set.of()));
    }

    private static final Product BRAN = new Product("bran", "rice", null, false, List.of());

    @Test
    void a_code_stands_once() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(List.of(BRAN, BRAN), List.of()))
                .withMessageContaining("bran");
    }

    @Test
    void a_step_names_only_products_that_are_there() {
        var step = new StepKind(
                "pressing", 1, "milling", Set.of("bran"), Set.of("oil"), Set.of(), BigDecimal.ONE, List.of(), null);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(List.of(BRAN), List.of(step)))
                .withMessageContaining("pressing")
                .withMessageContaining("oil");
    }

    @Test
    void a_step_is_shown_in_a_group_that_is_there() {
        var step = new StepKind(
                "pressing", 1, "miling", Set.of("bran"), Set.of("bran"), Set.of(), BigDecimal.ONE, List.of(), null);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(List.of(BRAN), List.of(step)))
                .withMessageContaining("miling");
    }

    @Test
    void a_product_expects_only_what_can_be_done() {
        var oil = new Product("oil", "rice", null, false, List.of("step/pressing"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(List.of(oil), List.of()))
                .withMessageContaining("step/pressing");
    }
}
