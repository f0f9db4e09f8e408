package vn.nguongoc.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nguongoc.Refusals.refusalOf;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.i18n.LocaleContextHolder;
import vn.nguongoc.evidence.FileId;
import vn.nguongoc.farmer.event.FarmerKey;
import vn.nguongoc.farmer.event.Purpose;
import vn.nguongoc.identity.event.Duty;
import vn.nguongoc.identity.event.Grant;
import vn.nguongoc.identity.event.Verb;
import vn.nguongoc.labelling.event.LabelNumbers;
import vn.nguongoc.lot.event.TradeItem;
import vn.nguongoc.organisation.event.PartnerKind;
import vn.nguongoc.plot.event.Boundary;
import vn.nguongoc.seed.event.SeedLotKey;
import vn.nguongoc.shared.Gs1;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Refusal.WrongForm;

/** Why a text is not of its form is said in the reader's language, whichever room says it. */
class FormWordsTest {
    private static final Path SOURCE = Path.of("src/main/java");
    private static final Pattern REASON =
            Pattern.compile("new (?:Refusal\\.)?WrongForm\\(|new FieldRefusal\\.NotOfTheForm\\(");

    private static final Pattern CODE = Pattern.compile("\"([a-z][a-z0-9]+(?:-[a-z0-9]+)*)\"");
    private static final Pattern PLACE = Pattern.compile("\\{\\d+}");
    private static final Pattern WORD = Pattern.compile("\\b[a-z]{4,}\\b");
    private static final Pattern LETTER_OF_VIETNAMESE = Pattern.compile("[À-ỹĐđ]");

    private static final Words WORDS = new Words();
    private static final PublicAddress ADDRESS = new PublicAddress("https://ng.example", 0);

    private final Problems problems = new Problems(WORDS, ADDRESS, new Rules(WORDS, ADDRESS));

    @AfterEach
    void forgetLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    private static Map<String, String> words(String language) throws IOException {
        var messages = new Properties();
        try (var in = FormWordsTest.class.getResourceAsStream("/messages_" + language + ".properties")) {
            messages.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
        }
        return messages.stringPropertyNames().stream()
                .filter(key -> key.startsWith("form."))
                .collect(Collectors.toMap(
                        key -> key.substring("form.".length()), messages::getProperty, (a, b) -> a, TreeMap::new));
    }

    /** All reasons that stand in the source, up to the end of the statement that makes them. */
    private static Set<String> reasons() throws IOException {
        var reasons = new HashSet<String>();
        try (var files = Files.walk(SOURCE)) {
            for (var file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                var text = Files.readString(file);
                REASON.matcher(text)
                        .results()
                        .flatMap(it -> CODE.matcher(text.substring(it.end(), text.indexOf(';', it.end())))
                                .results())
                        .forEach(it -> reasons.add(it.group(1)));
            }
        }
        return reasons;
    }

    @Test
    void every_reason_has_words_and_no_words_are_without_a_reason() throws IOException {
        assertThat(words("vi").keySet()).hasSizeGreaterThan(25).containsExactlyInAnyOrderElementsOf(reasons());
    }

    @Test
    void no_reason_is_english_in_vietnamese() throws IOException {
        var english = words("en");
        words("vi").forEach((reason, vietnamese) -> {
            assertThat(vietnamese).as(reason).containsPattern(LETTER_OF_VIETNAMESE);
            assertThat(places(vietnamese)).as(reason).isEqualTo(places(english.getOrDefault(reason, "")));
        });
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(it -> it.group()).collect(Collectors.toSet());
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                text("htx-1", OrganisationId::new, "htx-xxxxxxxxxxxxxxxx"),
                text("ABC", LotId::new, "lot-xxxxxxxxxxxxxxxx"),
                text("952", Gs1::new, "8, 12, 13 hay 14 chữ số"),
                text("9520001009014", Gs1::new, "lẽ ra là 3"),
                text("Nguyễn Văn A", PersonCode::require, "không viết họ tên"),
                text("Nguyễn Văn A", FarmerKey::requireCode, "không viết họ tên"),
                text("một", FileId::new, "sha256-"),
                text("lô số 1", TradeItem::requireNumber, "từ 1 đến 20"),
                text("lô số 1", SeedLotKey::requireNumber, "từ 1 đến 40"),
                text("org-", it -> SeedLotKey.requireCooperative(new OrganisationId(it + "0".repeat(16))), "htx-"),
                text("5-4", it -> LabelNumbers.of(5, 4), "từ số 5 đến số 4"),
                text("chủ", Duty::named, "chọn một trong"),
                text("chủ", PartnerKind::named, "chọn một trong"),
                text("chủ", Verb::named, "chọn một trong"),
                text("chủ", Purpose::named, "chọn một trong"),
                text("inspector", it -> new Grant(Duty.named(it), null, List.of()), "xã, phường"),
                text("recorder", it -> new Grant(Duty.named(it), null, List.of()), "hãy chọn tổ chức"),
                text("Polygon", it -> new Boundary(List.of()), "kết thúc ở điểm đầu"),
                text("12x", Integer::valueOf, "không dùng được"));
    }

    private static Arguments text(String text, Function<String, ?> reader, String told) {
        return Arguments.of(text, reader, told);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void whoever_reads_vietnamese_is_told_in_vietnamese(String text, Function<String, Object> reader, String told)
            throws IOException {
        LocaleContextHolder.setLocale(Words.VIETNAMESE);
        var form = new Form();
        form.of("/by", text, reader);
        var refusal = refusalOf(form::refuseFaults);
        var said = problems.inWords(refusal);
        assertThat(said)
                .startsWith("Mã người ghi: “" + text + "” không đúng mẫu: ")
                .contains(told);
        // No word of any English reason, but for what stands in codes and examples.
        var fault = ((WebRefusal.UnusableFields) refusal).faults().getFirst().reason();
        var expected = String.valueOf(((FieldRefusal.NotOfTheForm) fault).expected());
        assertThat(said.replace(text, ""))
                .as("English")
                .satisfies(it -> assertThat(WORD.matcher(it)
                                .results()
                                .map(word -> word.group())
                                .filter(word -> !expected.contains(word)))
                        .doesNotContainAnyElementsOf(WORD.matcher(
                                        String.join(" ", words("en").values()))
                                .results()
                                .map(word -> word.group())
                                .filter(word -> !List.of("trong", "phong").contains(word))
                                .toList()));
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(problems.inWords(refusal)).doesNotContain("không");
    }

    @Test
    void what_an_exception_says_to_programmers_is_not_told_to_people() {
        LocaleContextHolder.setLocale(Words.VIETNAMESE);
        var form = new Form();
        form.of("/x", "12x", it -> {
            throw new IllegalArgumentException("For input string: " + it);
        });
        assertThat(problems.inWords(refusalOf(form::refuseFaults))).doesNotContain("input");
        assertThat(new WrongForm("check-digit", "3")).hasMessage("check-digit [3]");
    }
}
