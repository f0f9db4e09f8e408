package vn.nguongoc.catalogue;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.nguongoc.Farm.CATALOGUE;
import static vn.nguongoc.Farm.kilograms;
import static vn.nguongoc.Farm.percent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import vn.nguongoc.catalogue.Substance.Use;
import vn.nguongoc.shared.Mass;

class CatalogueTest {
    private static final Path WARDS = Path.of("../shared/data/wards.csv");

    @TempDir
    private Path more;

    // ---- what the numbers mean

    @Test
    void figures_grow_with_the_area() {
        assertThat(Product.tonnesPerHectare(percent("8.5"), 20_000)).isEqualTo(kilograms(17_000));
        assertThat(Product.tonnesPerHectare(percent("8.5"), 1)).isEqualTo(new Mass(850));
        assertThat(Product.kilogramsPerHectare(percent("150"), 15_000)).isEqualTo(kilograms(225));
    }

    @Test
    void what_nobody_knows_waits_longest() {
        assertThat(CATALOGUE.substance("tricyclazole", Use.CROP).daysToWait()).isEqualTo(28);
        assertThat(CATALOGUE.substance("pretilachlor", Use.CROP).daysToWait()).isZero();
        assertThat(CATALOGUE.substance("never heard of", Use.CROP).daysToWait()).isEqualTo(30);
        assertThat(CATALOGUE.substance("oxytetracycline", Use.AQUACULTURE).daysToWait())
                .isEqualTo(28);
    }

    @ParameterizedTest
    @CsvSource({"enrofloxacin", "Green   Malachite", " NORFLOXACIN ", "furazolidone", "deltamethrin"})
    void a_banned_substance_is_banned_under_all_its_names(String name) {
        assertThat(CATALOGUE.substance(name, Use.AQUACULTURE).banned()).isTrue();
    }

    @Test
    void what_is_banned_in_ponds_may_be_allowed_on_crops() {
        assertThat(CATALOGUE.substance("cypermethrin", Use.CROP).banned()).isFalse();
        assertThat(CATALOGUE.substance("cypermethrin", Use.AQUACULTURE).banned())
                .isTrue();
    }

    @Test
    void a_season_may_reach_over_new_year() {
        var dongXuan =
                requireNonNull(CATALOGUE.season("dong-xuan").orElseThrow().begins());
        assertThat(dongXuan.holds(LocalDate.of(2025, 10, 31))).isFalse();
        assertThat(dongXuan.holds(LocalDate.of(2025, 11, 1))).isTrue();
        assertThat(dongXuan.holds(LocalDate.of(2026, 1, 31))).isTrue();
        assertThat(dongXuan.holds(LocalDate.of(2026, 2, 1))).isFalse();
    }

    @Test
    void a_range_holds_both_its_ends() {
        var range = Range.read("26..32");
        assertThat(range.passed(percent("26"))).isNull();
        assertThat(range.passed(percent("32.0"))).isNull();
        assertThat(range.passed(percent("25.999"))).isEqualTo(percent("26"));
        assertThat(range.passed(percent("32.001"))).isEqualTo(percent("32"));
        assertThat(Range.read("..72").passed(percent("-5"))).isNull();
    }

    @Test
    void a_step_for_a_family_takes_every_product_of_it() {
        var transport = CATALOGUE.step("transport").orElseThrow();
        assertThat(transport.inputs()).contains("paddy-st25", "whiteleg-hoso", "mango");
        assertThat(transport.outputs()).isEqualTo(transport.inputs());
    }

    @Test
    void all_43_wards_of_former_soc_trang_are_there() throws IOException {
        assertThat(CATALOGUE.ward("31570")).map(Ward::name).contains("Xã Hồ Đắc Kiện");
        Assumptions.assumeTrue(Files.exists(WARDS), "the ward list is not beside this checkout");
        var codes = Files.readAllLines(WARDS).stream()
                .skip(1)
                .map(line -> line.split(",", 2)[0])
                .toList();
        assertThat(codes).hasSize(43).allMatch(code -> CATALOGUE.ward(code).isPresent());
    }

    /** Names repeat across the new Cần Thơ: these two are not the ones of old Mỹ Xuyên. */
    @Test
    void a_ward_is_known_by_its_code_and_keeps_its_former_names() {
        assertThat(CATALOGUE.ward("31708").orElseThrow().mergedFrom()).contains("Xã Thạnh Phú");
        assertThat(CATALOGUE.ward("31249")).isEmpty();
    }

    // ---- a new product or step is data

    private Catalogue adding(String file, String text) throws IOException {
        Files.writeString(more.resolve(file), text);
        return CatalogueFiles.catalogue(more);
    }

    @Test
    void a_product_and_a_step_are_added_without_java() throws IOException {
        adding("products.yml", """
                - { code: rice-noodles, family: rice }
                """);
        var catalogue = adding("steps.yml", """
                - code: noodle-making
                  revision: 1
                  group: plant
                  inputs: [broken-rice]
                  outputs: [rice-noodles]
                  losses: [water]
                  balance: { percent: "0.5", source: "rules.md 1 [I]" }
                  limits:
                    - { products: [rice-noodles], percent: { possible: "..90", source: "the noodle maker [I]" } }
                """);
        assertThat(catalogue.step("noodle-making").orElseThrow().outputs()).containsExactly("rice-noodles");
        assertThat(catalogue.step("transport").orElseThrow().inputs()).contains("rice-noodles");
    }

    // ---- mistakes are told with file and line

    @Test
    void a_folder_that_is_not_there_is_named() {
        var folder = more.resolve("nowhere");
        assertThatExceptionOfType(CatalogueFault.class)
                .isThrownBy(() -> CatalogueFiles.catalogue(folder))
                .withMessage(folder.toAbsolutePath() + ": there is no such folder");
    }

    /** An application that only reads the catalogue. */
    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void a_mistake_stops_the_start_with_a_sentence_and_no_stack_trace(CapturedOutput output) throws IOException {
        Files.writeString(more.resolve("products.yml"), "- code: oil\n  family: rice\n  colour: yellow\n");
        var service = new SpringApplicationBuilder(CatalogueFiles.class).web(WebApplicationType.NONE);
        assertThatException().isThrownBy(() -> service.run("--nguongoc.catalogue=" + more));
        assertThat(output)
                .contains("The catalogue cannot be used. " + more.resolve("products.yml") + ", line 3: unknown entry")
                .doesNotContain("\tat ");
    }

    private void assertFault(String file, String text, String message) {
        assertThatExceptionOfType(CatalogueFault.class)
                .isThrownBy(() -> adding(file, text))
                .withMessage(more.resolve(file).toAbsolutePath() + ", " + message);
    }

    @Test
    void a_code_stands_once() {
        assertFault("products.yml", "\n- { code: bran, family: rice }\n", "line 2: bran stands twice");
    }

    @Test
    void a_step_names_only_products_that_are_there() {
        assertFault("steps.yml", """
                # pressing bran
                - code: pressing
                  revision: 1
                  group: milling
                  inputs: [bran]
                  outputs: [oil]
                  balance: { percent: "0.5", source: "rules.md 1 [I]" }
                """, "line 2: pressing names an unknown product oil");
    }

    @Test
    void an_entry_without_what_it_needs_is_told_where_it_begins() {
        assertFault("steps.yml", """
                - code: pressing
                  revision: 1
                  group: milling
                  inputs: [bran]
                """, "line 1: it lacks balance");
    }

    @Test
    void a_wrong_value_is_told_in_its_line() {
        assertFault("water.yml", """
                - code: nitrate
                  unit: mg/L
                  accept: "5-10"
                  measurable: "0..500"
                  source: "rules.md water [K]"
                """, "line 3: a range is written 26..32, ..75 or 4.., not 5-10");
    }

    @ParameterizedTest
    @CsvSource({
        "..20, ..10, 20, 10",
        "..10.1, ..10, 10.1, 10",
        "4.9..8, 5.., 4.9, 5",
        "4.., 5..10, 4, 5",
        "..4, 5..10, 4, 5",
        "11.., ..10, 11, 10"
    })
    void what_is_usual_must_be_possible(String usual, String possible, String end, String passed) {
        assertFault(
                "products.yml",
                aCrop(usual, possible),
                "line 5: what is usual lies within what is possible: " + end + " is past " + passed);
    }

    @ParameterizedTest
    @CsvSource({"..10, ..10", "5..10, 5..10", "5.., 5..", "6..9, 5..10", "..20, 10..", "10.., ..20"})
    void what_is_usual_may_reach_as_far_as_what_is_possible(String usual, String possible) throws IOException {
        assertThat(adding("products.yml", aCrop(usual, possible)).product("sugar-cane"))
                .isPresent();
    }

    private static String aCrop(String usual, String possible) {
        return """
                - code: sugar-cane
                  family: fruit
                  crops:
                    - plotKinds: [orchard]
                      yieldTonnesPerHectare: { usual: "%s", possible: "%s", source: "ours [I]" }
                """.formatted(usual, possible);
    }

    @Test
    void a_limit_for_a_month_is_for_all_inputs() {
        assertFault("steps.yml", """
                - code: airing
                  revision: 1
                  group: drying
                  inputs: [family/rice]
                  sameProduct: true
                  losses: [water]
                  balance: { percent: "0.5", source: "ours [I]" }
                  limits:
                    - { of: [paddy], loss: water, percent: { usual: "..1", source: "ours [I]" }, perMonth: true }
                """, "line 9: a limit for a month is for all inputs");
    }

    @Test
    void a_number_without_the_tag_of_its_source_is_refused() {
        assertFault(
                "seasons.yml",
                "- { code: xuan-he, begins: \"02-01..03-31\", source: \"somebody\" }",
                "line 1: a source ends in its tag, [V], [K] or [I]: somebody");
    }

    @Test
    void an_unknown_word_is_told_in_its_line() {
        assertFault(
                "products.yml",
                "- code: oil\n  family: rice\n  colour: yellow\n",
                "line 3: unknown entry colour; known: code, crops, expects, family, frozen, packed, variety");
    }

    @Test
    void what_is_no_yaml_is_told_in_its_line() {
        assertThatExceptionOfType(CatalogueFault.class)
                .isThrownBy(() -> adding("products.yml", "- code: oil\n  family: [rice\n"))
                .withMessageStartingWith(more.resolve("products.yml").toAbsolutePath() + ", line 3: ");
    }

    @Test
    void an_effect_needs_the_field_it_reads() {
        assertFault(
                "activities.yml",
                """
                - code: dusting
                  revision: 1
                  group: care
                  effect: SPRAYS
                  fields: { active: text }
                """,
                "line 1: dusting has the effect SPRAYS, which reads a field active of type SUBSTANCE");
    }

    @Test
    void a_product_expects_only_what_can_be_done() {
        assertFault(
                "products.yml",
                "- { code: oil, family: rice, expects: [step/pressing] }",
                "line 1: oil expects an unknown step/pressing");
    }

    @Test
    void a_substance_is_banned_or_has_an_interval() {
        assertFault(
                "substances.yml",
                "- { active: endosulfan, use: CROP, banned: true, days: 7, source: \"rules.md 8 [K]\" }",
                "line 1: endosulfan is banned and has an interval");
    }
}
