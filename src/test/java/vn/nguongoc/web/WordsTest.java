package vn.nguongoc.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.nguongoc.Farm;
import vn.nguongoc.organisation.event.PartnerKind;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.Refusal;

/** Every word that a person may read is in the message files. */
class WordsTest {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)}");
    private static final Path PAGES = Path.of("docs/problems");

    static Stream<Class<?>> refusals() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("vn.nguongoc").stream()
                        .filter(type -> type.isAssignableTo(Refusal.class) && type.isRecord())
                        .map(JavaClass::reflect);
    }

    private static Properties messages(String language) throws IOException {
        var messages = new Properties();
        try (var in = WordsTest.class.getResourceAsStream("/messages_" + language + ".properties")) {
            messages.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
        }
        return messages;
    }

    private static String code(Class<?> refusal) {
        var room = refusal.getEnclosingClass().getSimpleName().replaceFirst("Refusal$", "");
        return kebab(room) + "/" + kebab(refusal.getSimpleName());
    }

    private static String kebab(String camel) {
        return String.join("-", camel.split("(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])"))
                .toLowerCase(Locale.ROOT);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void every_refusal_has_its_words_and_no_more_places_than_facts(Class<?> refusal) throws IOException {
        var key = "problem." + code(refusal).replace('/', '.');
        for (var language : List.of("vi", "en")) {
            var words = messages(language);
            assertThat(words.getProperty(key + ".title"))
                    .as(key + ".title in " + language)
                    .isNotBlank();
            assertThat(words.getProperty(key)).as(key + " in " + language).isNotBlank();
            assertThat(PLACE.matcher(words.getProperty(key)).results().map(it -> Integer.parseInt(it.group(1))))
                    .allMatch(place -> place < refusal.getRecordComponents().length);
        }
    }

    /** It would take the place of the refusal's own code, or stand beside a member of the problem of the same name. */
    @ParameterizedTest
    @MethodSource("refusals")
    void no_fact_of_a_refusal_is_called_as_something_of_every_problem(Class<?> refusal) {
        assertThat(refusal.getRecordComponents())
                .extracting(RecordComponent::getName)
                .doesNotContain(
                        "code", "refusalKind", "type", "title", "status", "detail", "instance", "errors", "rule");
    }

    @Test
    void no_problem_has_words_without_a_refusal() throws IOException {
        var known = new TreeSet<String>();
        refusals().map(WordsTest::code).forEach(code -> known.add("problem." + code.replace('/', '.')));
        known.add("problem.web.fault");
        for (var language : List.of("vi", "en")) {
            assertThat(messages(language).stringPropertyNames().stream()
                            .filter(key -> key.startsWith("problem.") && !key.endsWith(".title")))
                    .allMatch(known::contains);
        }
    }

    @Test
    void english_says_all_that_vietnamese_says_and_khmer_and_japanese_nothing_else() throws IOException {
        var vietnamese = messages("vi").stringPropertyNames();
        assertThat(messages("en").stringPropertyNames()).isEqualTo(vietnamese);
        assertThat(vietnamese).containsAll(messages("km").stringPropertyNames());
        assertThat(vietnamese).containsAll(messages("ja").stringPropertyNames());
    }

    @Test
    void japanese_has_all_of_the_first_screen() throws IOException {
        var lines = Stream.of(
                        "cooperative", "holder", "ward", "harvested", "packed", "bestBefore", "lotNumber", "claims")
                .map("page."::concat);
        var sentences = messages("vi").stringPropertyNames().stream()
                .filter(key -> Stream.of("product.", "hold-cause.", "page.verdict.", "page.unit.", "page.scans.")
                        .anyMatch(key::startsWith));
        assertThat(messages("ja").stringPropertyNames())
                .contains("page.shared", "page.languages")
                .containsAll(Stream.concat(lines, sentences).toList());
    }

    @Test
    void every_code_of_the_catalogue_has_a_name() throws IOException {
        var catalogue = Farm.CATALOGUE;
        var terms = catalogue.terms();
        Set<String> keys = new TreeSet<>();
        catalogue.productCodes().forEach(code -> keys.add("product." + code));
        catalogue.stepCodes().forEach(code -> keys.add("step." + code));
        catalogue.activityCodes().forEach(code -> keys.add("activity." + code));
        catalogue.activityCodes().stream()
                .flatMap(code -> catalogue.activity(code).orElseThrow().fields().keySet().stream())
                .forEach(field -> keys.add("field." + field));
        catalogue.stepCodes().stream()
                .flatMap(code -> catalogue.step(code).orElseThrow().losses().stream())
                .forEach(loss -> keys.add("loss." + loss));
        catalogue.stepCodes().stream()
                .flatMap(code -> catalogue.step(code).orElseThrow().measurements().keySet().stream())
                .forEach(name -> keys.add("measurement." + name));
        catalogue.seasonCodes().forEach(code -> keys.add("season." + code));
        catalogue.marketCodes().forEach(code -> keys.add("market." + code));
        catalogue.waterCodes().forEach(code -> keys.add("water." + code));
        terms.families().forEach(family -> keys.add("family." + family.code()));
        terms.pathogens().forEach(code -> keys.add("pathogen." + code));
        terms.plotCodes().forEach(code -> keys.add("plot-code." + code.code()));
        terms.plotKinds().forEach(code -> keys.add("plot-kind." + code));
        terms.labTestCodes().forEach(code -> keys.add("lab-test." + code));
        terms.labTests().stream()
                .filter(test -> !test.expectedOf().isEmpty())
                .forEach(test -> keys.add("page.unknown.lab-" + test.code()));
        terms.groups().forEach(code -> keys.add("group." + code));
        catalogue
                .productCodes()
                .forEach(code -> keys.add(
                        "family." + catalogue.product(code).orElseThrow().family()));
        for (var code : catalogue.schemeCodes()) {
            keys.add("scheme." + code);
            catalogue.scheme(code).orElseThrow().families().forEach(family -> keys.add("family." + family));
        }
        assertThat(messages("vi").stringPropertyNames()).containsAll(keys);
    }

    @Test
    void every_kind_of_organisation_has_a_name() throws IOException {
        assertThat(messages("vi").stringPropertyNames())
                .contains("kind.cooperative")
                .containsAll(Stream.of(PartnerKind.values())
                        .map(kind -> "kind." + kind.code())
                        .toList());
    }

    @Test
    void what_a_folder_adds_to_the_catalogue_is_named_there(@TempDir Path more) throws IOException {
        Files.writeString(more.resolve("messages_vi.properties"), "product.dragon-fruit=Thanh long\nproduct.bran=Khác");
        Files.writeString(more.resolve("messages_en.properties"), "product.dragon-fruit=Dragon fruit");
        var words = new Words(more.toString());
        assertThat(words.name(Words.VIETNAMESE, "product", "dragon-fruit")).isEqualTo("Thanh long");
        assertThat(words.name(Locale.ENGLISH, "product", "dragon-fruit")).isEqualTo("Dragon fruit");
        assertThat(words.name(Locale.of("km"), "product", "dragon-fruit")).isEqualTo("Thanh long");
        assertThat(words.name(Words.VIETNAMESE, "product", "bran"))
                .as("ours stay")
                .isEqualTo("Cám");
        assertThat(new Words().name(Words.VIETNAMESE, "product", "dragon-fruit"))
                .isEqualTo("dragon-fruit");
    }

    @Test
    void numbers_are_written_as_the_language_writes_them() {
        var words = new Words();
        var mass = new Mass(1_234_567_800);
        assertThat(words.show(Words.VIETNAMESE, mass)).isEqualTo("1.234.567,8 kg");
        assertThat(words.show(Locale.ENGLISH, mass)).isEqualTo("1,234,567.8 kg");
        assertThat(words.show(Words.VIETNAMESE, Farm.day("24-04"))).isEqualTo("24/04/2026");
        assertThat(words.show(Locale.ENGLISH, Farm.day("24-04"))).isEqualTo("24 Apr 2026");
    }

    /**
     * The pages under docs/problems are made from the message files: {@code mvn test -Dtest=WordsTest
     * -Dnguongoc.write-docs} writes them, and without that flag this test says where they differ.
     */
    @Test
    void every_problem_has_its_page_in_the_docs() throws IOException {
        var english = messages("en");
        var vietnamese = messages("vi");
        var pages = new ArrayList<Path>();
        for (var refusal : refusals().toList()) {
            var key = "problem." + code(refusal).replace('/', '.');
            var page = PAGES.resolve(code(refusal) + ".md");
            var text = page(refusal, key, english, vietnamese);
            pages.add(page);
            if (System.getProperty("nguongoc.write-docs") != null) {
                Files.createDirectories(page.getParent());
                Files.writeString(page, text);
            }
            assertThat(page).hasContent(text);
        }
        try (var files = Files.walk(PAGES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".md") && !file.endsWith("README.md")))
                    .containsExactlyInAnyOrderElementsOf(pages);
        }
    }

    private static String page(Class<?> refusal, String key, Properties english, Properties vietnamese) {
        var facts = Stream.of(refusal.getRecordComponents())
                .map(component -> "- `" + component.getName() + "`: "
                        + component.getType().getSimpleName())
                .toList();
        return """
                # %s

                **%s** · %s

                %s

                %s

                %s
                """.formatted(
                        code(refusal),
                        vietnamese.getProperty(key + ".title"),
                        english.getProperty(key + ".title"),
                        vietnamese.getProperty(key),
                        english.getProperty(key).replace("''", "'"),
                        facts.isEmpty() ? "It has no further members." : "Members:\n\n" + String.join("\n", facts))
                + rule(code(refusal));
    }

    private static String rule(String code) {
        return new Rules(new Words(), new PublicAddress("", 0))
                .anchor(code)
                .map(it -> "\nIt is of rule [" + it + "](../../rules.md#" + it
                        + "), and says so in `source` and `rule`.\n")
                .orElse("");
    }
}
