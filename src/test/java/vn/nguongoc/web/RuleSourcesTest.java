package vn.nguongoc.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nguongoc.lot.event.HoldCause;

/** Each refusal of a rule tells which, and docs/rules.md, the table and the page tell the same. */
class RuleSourcesTest {
    private static final Pattern SECTION = Pattern.compile("(?m)^## (\\S+)$");
    private static final Pattern CODE = Pattern.compile("`([a-z]+/[a-z-]+)`");
    private static final Pattern OF_A_CAUSE = Pattern.compile("/[A-Z_]+$");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)?");
    private static final Pattern SOURCE = Pattern.compile("\"?([^\"]*?rules\\.md [^\"]*? \\[[VKI]])");

    private static final Words WORDS = new Words();
    private final Rules rules = new Rules(WORDS, new PublicAddress("https://ng.example/", 0));

    /** The text of each section of docs/rules.md, by its anchor. */
    private static Map<String, String> sections() throws IOException {
        var sections = new LinkedHashMap<String, String>();
        var text = Files.readString(Path.of("docs/rules.md"));
        var found = SECTION.matcher(text).results().toList();
        for (int i = 0; i < found.size(); i++) {
            var end = i + 1 < found.size() ? found.get(i + 1).start() : text.length();
            sections.put(
                    found.get(i).group(1).replace('–', '-'),
                    text.substring(found.get(i).end(), end));
        }
        return sections;
    }

    private static Set<String> codes(String text) {
        return CODE.matcher(text).results().map(it -> it.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties properties(String name) throws IOException {
        var table = new Properties();
        try (var in = RuleSourcesTest.class.getResourceAsStream(name)) {
            table.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
        }
        return table;
    }

    // ---- the table and docs/rules.md

    @Test
    void every_refusal_that_a_rule_names_tells_its_source() throws IOException {
        for (var section : sections().entrySet()) {
            for (var code : codes(section.getValue())) {
                assertThat(page(code)).as(section.getKey()).exists();
                assertThat(rules.anchor(code).isPresent() || tellsItsSource(code))
                        .as(code + " of rule " + section.getKey())
                        .isTrue();
            }
        }
    }

    /** What a refusal tells, by the page that a test of the words makes of its code. */
    private static Path page(String code) {
        return Path.of("docs/problems", code + ".md");
    }

    private static boolean tellsItsSource(String code) throws IOException {
        return Files.readString(page(code)).contains("\n- `source");
    }

    @Test
    void every_line_of_the_table_is_of_a_refusal_that_its_section_names() throws IOException {
        var sections = sections();
        properties("/rules.properties").forEach((key, section) -> {
            var code = OF_A_CAUSE.matcher(key.toString()).replaceFirst("");
            assertThat(section.toString()).as(code).matches("\\S+ \\[[VKI]]");
            assertThat(page(code)).exists();
            assertThat(codes(sections.getOrDefault(section.toString().replaceFirst(" .*", ""), "")))
                    .as("rule " + section)
                    .contains(code);
        });
    }

    @Test
    void every_cause_in_the_table_is_one_of_a_hold() throws IOException {
        assertThat(properties("/rules.properties").keySet().stream()
                        .map(Object::toString)
                        .filter(it -> OF_A_CAUSE.matcher(it).find())
                        .map(it -> it.replaceFirst(".*/", "")))
                .isNotEmpty()
                .isSubsetOf(Stream.of(HoldCause.values()).map(HoldCause::name).toList());
    }

    // ---- the page and docs/rules.md

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void every_section_has_its_words_with_all_its_numbers(String language) throws IOException {
        var messages = properties("/messages_" + language + ".properties");
        sections().forEach((anchor, text) -> {
            assertThat(messages.getProperty("rules." + anchor + ".title"))
                    .as(anchor)
                    .isNotBlank();
            assertThat(numbers(messages.getProperty("rules." + anchor, "")))
                    .as(anchor + " in " + language)
                    .containsAll(numbers(text.replaceAll("`[^`]*`", "")));
        });
    }

    private static Set<BigDecimal> numbers(String text) {
        return NUMBER.matcher(text)
                .results()
                .map(it -> new BigDecimal(it.group().replace(',', '.')).stripTrailingZeros())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void every_source_of_the_catalogue_is_of_a_section_that_there_is() throws IOException {
        var anchors = sections().keySet();
        try (var files = Files.list(Path.of("src/main/resources/catalogue"))) {
            var sources = files.flatMap(RuleSourcesTest::lines)
                    .flatMap(it -> SOURCE.matcher(it).results().map(found -> found.group(1)))
                    .toList();
            assertThat(sources)
                    .hasSizeGreaterThan(80)
                    .allSatisfy(it -> assertThat(Sources.anchor(it)).as(it).isIn(anchors));
            assertThat(sources)
                    .allSatisfy(it -> assertThat(Sources.told(WORDS, Words.VIETNAMESE, it))
                            .as(it)
                            .doesNotContain("rules.md", "("));
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    // ---- what is told

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        rules.md 5 (head rice) [K]                   | quy tắc 5 [K]                  | rule 5 (head rice) [K]
        rules.md rice–shrimp (salt) [V]              | quy tắc về lúa–tôm [V]         | rules on rice–shrimp (salt) [V]
        rules.md hand-over [I]                       | quy tắc về giao nhận [I]       | rules on hand-over [I]
        VASEP, rules.md 7 [V]                        | VASEP, quy tắc 7 [V]           | VASEP, rule 7 [V]
        Circular 10/2016/TT-BNNPTNT [V]              | Thông tư 10/2016/TT-BNNPTNT [V]| Circular 10/2016/TT-BNNPTNT [V]
        Decree 109/2018 (2 years; elsewhere 1) [K]   | Nghị định 109/2018 [K]         | Decree 109/2018 (2 years; elsewhere 1) [K]
        > -15 °C: 45 > 30 min (rules.md 19 [I])      | > -15 °C: 45 > 30 min (quy tắc 19 [I]) | > -15 °C: 45 > 30 min (rule 19 [I])
        đã hỏi (hai lần)                             | đã hỏi (hai lần)               | đã hỏi (hai lần)
        """)
    void a_source_is_told_in_the_words_of_the_language(String source, String vietnamese, String english) {
        assertThat(Sources.told(WORDS, Words.VIETNAMESE, source)).isEqualTo(vietnamese);
        assertThat(Sources.told(WORDS, Locale.of("km"), source)).isEqualTo(vietnamese);
        assertThat(Sources.told(WORDS, Locale.ENGLISH, source)).isEqualTo(english);
        assertThat(Sources.told(WORDS, Locale.JAPANESE, source)).isEqualTo(english);
    }

    @Test
    void a_refusal_without_a_source_is_told_with_the_rule_of_the_table() {
        var facts = new LinkedHashMap<String, Object>(Map.of("available", "5"));
        assertThat(rules.sourced(Words.VIETNAMESE, "Lô chỉ còn 5 kg.", "lot/not-enough-left", facts))
                .isEqualTo("Lô chỉ còn 5 kg (nguồn: quy tắc 1 [I]).");
        rules.tell("lot/not-enough-left", facts);
        assertThat(facts)
                .containsEntry("source", "rules.md 1 [I]")
                .extractingByKey("rule")
                .hasToString("https://ng.example/rules#1");
    }

    @Test
    void a_refusal_tells_its_own_source_once_and_leads_to_the_rule_of_that() {
        var facts = new LinkedHashMap<String, Object>(Map.of("source", "rules.md fruit (8–15 t/ha) [K]"));
        assertThat(rules.sourced(Words.VIETNAMESE, "Nhiều nhất 5 t.", "plot/more-than-the-field-bears", facts))
                .isEqualTo("Nhiều nhất 5 t.");
        rules.tell("plot/more-than-the-field-bears", facts);
        assertThat(facts)
                .containsEntry("source", "rules.md fruit (8–15 t/ha) [K]")
                .extractingByKey("rule")
                .hasToString("https://ng.example/rules#fruit");
    }

    @Test
    void a_law_has_no_section_and_leads_to_that_of_the_refusal() {
        var facts = new LinkedHashMap<String, Object>(Map.of("source", "Decree 109/2018 [K]"));
        rules.tell("organisation/valid-too-long", facts);
        assertThat(facts.get("rule")).hasToString("https://ng.example/rules#14");
    }

    @ParameterizedTest
    @CsvSource({"RECALL,18", "PERSON,18", "BANNED_SUBSTANCE,8", "COLD_CHAIN,19", "WAITING_TIME,7", "LAB_FAILED,18"})
    void what_holds_a_lot_says_of_which_rule_the_hold_is(HoldCause cause, String rule) {
        var facts = new LinkedHashMap<String, Object>(Map.of("cause", cause));
        rules.tell("lot/on-hold", facts);
        assertThat(String.valueOf(facts.get("source"))).startsWith("rules.md " + rule + " [");
    }

    @Test
    void what_is_of_no_rule_has_no_source() {
        var facts = new LinkedHashMap<String, Object>();
        rules.tell("web/key-missing", facts);
        assertThat(facts).isEmpty();
        assertThat(rules.sourced(Words.VIETNAMESE, "Thiếu khóa.", "web/key-missing", facts))
                .isEqualTo("Thiếu khóa.");
        assertThat(rules.refusals("12")).isEqualTo(List.of("lot/claims-missing"));
    }
}
