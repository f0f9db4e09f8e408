package vn.nguongoc.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nguongoc.Refusals.refusalOf;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A count is taken as it was meant or not at all. */
class NumbersTest {
    @ParameterizedTest
    @ValueSource(strings = {"1", "96000", "10000000000"})
    void a_count_in_digits_is_read(String text) {
        var form = new Form();
        var pieces = form.pieces("/pieces", text);
        form.refuseFaults();
        assertThat(pieces.get()).isEqualTo(Long.parseLong(text));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("96.000", new FieldRefusal.NotWhole("96.000")),
                Arguments.of("96,000", new FieldRefusal.NotWhole("96,000")),
                Arguments.of("1e5", new FieldRefusal.NotWhole("1e5")),
                Arguments.of("9".repeat(19), new FieldRefusal.NotWhole("9".repeat(19))),
                Arguments.of("0", new FieldRefusal.NotPositive("0")),
                Arguments.of("-1", new FieldRefusal.NotPositive("-1")),
                Arguments.of("10000000001", new FieldRefusal.TooLarge("10000000001", "10000000000")),
                Arguments.of(null, new FieldRefusal.Missing()));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void a_count_that_could_mean_another_or_none_is_refused(@Nullable String text, FieldRefusal because) {
        var form = new Form();
        form.pieces("/pieces", text);
        assertThat(refusalOf(form::refuseFaults))
                .isEqualTo(new WebRefusal.UnusableFields(List.of(new WebRefusal.Fault("/pieces", because))));
    }
}
