package vn.nguongoc.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.nguongoc.web.Words;

/** What people read of this room's noes and doubts. */
class PlotWordsTest {
    private static final Words WORDS = new Words();

    static Stream<Class<?>> refusals() {
        return Arrays.stream(PlotRefusal.class.getPermittedSubclasses());
    }

    /** A fact that is absent cannot be shown: another refusal says so instead. */
    @ParameterizedTest
    @MethodSource("refusals")
    void every_fact_of_a_refusal_is_there(Class<?> refusal) {
        assertThat(refusal.getRecordComponents())
                .noneMatch(it -> it.getAnnotatedType().isAnnotationPresent(Nullable.class));
    }

    /** A limit is told with what was asked and where it is from. */
    @ParameterizedTest
    @MethodSource("refusals")
    void the_words_of_a_refusal_tell_its_limit_and_its_source(Class<?> refusal) {
        var names = Arrays.stream(refusal.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        var key = "problem.plot." + kebab(refusal.getSimpleName());
        var facts = names.stream().map(name -> "<" + name + ">").toArray();
        for (var language : List.of(Words.VIETNAMESE, Locale.ENGLISH)) {
            var words = WORDS.say(language, key, facts);
            assertThat(names.stream()
                            .filter(name -> name.equals("source")
                                    || name.startsWith("limit")
                                    || name.startsWith("requested")
                                    || name.startsWith("required")
                                    || name.startsWith("allowed")
                                    || name.equals("known")))
                    .allMatch(name -> words.contains("<" + name + ">"));
        }
    }

    private static String kebab(String camel) {
        return camel.replaceAll("(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    /** Every doubt that this room has, and whether it tells a subject that its words need, a value and a limit. */
    @ParameterizedTest
    @CsvSource({
        "yield-unusual,false,true,true",
        "duration-unusual,false,true,true",
        "moisture-unusual,false,true,true",
        "seed-unusual,false,true,true",
        "season-unusual,false,false,false",
        "rotation-broken,false,false,false",
        "sown-in-salt,false,true,true",
        "stocking-unusual,false,true,true",
        "stocked-out-of-season,false,false,false",
        "nitrogen-unusual,false,true,true",
        "feed-conversion-unusual,false,true,true",
        "banned-substance,true,false,false",
        "unlisted-substance,true,false,true",
        "plot-code-unusual,true,false,false",
        "water-unusual,true,true,true",
        "water-alarm,true,true,true",
        "water-swing,true,true,true"
    })
    void every_doubt_is_told_with_its_numbers_and_its_source(
            String code, boolean subject, boolean value, boolean limit) {
        for (var language : List.of(Words.VIETNAMESE, Locale.ENGLISH)) {
            var words = WORDS.say(
                    language, "flag." + code, "<subject>", new BigDecimal("12.5"), new BigDecimal("34.5"), "<source>");
            var number = language.equals(Locale.ENGLISH) ? "." : ",";
            assertThat(words.contains("<subject>")).isEqualTo(subject);
            assertThat(words.contains("12" + number + "5")).isEqualTo(value);
            assertThat(words.contains("34" + number + "5")).isEqualTo(limit);
            assertThat(words).contains("<source>");
        }
    }

    @Test
    void what_a_field_should_have_been_is_told_in_words() {
        for (var code : List.of(
                "decimal",
                "signed",
                "share",
                "days",
                "pieces",
                "text",
                "date",
                "mass",
                "substance",
                "by-mass",
                "by-pieces",
                "no-seed")) {
            for (var language : List.of(Words.VIETNAMESE, Locale.ENGLISH)) {
                assertThat(WORDS.name(language, "expected", code)).isNotEqualTo(code);
            }
        }
    }
}
