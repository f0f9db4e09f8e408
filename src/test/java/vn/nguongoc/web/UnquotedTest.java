package vn.nguongoc.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.junit.jupiter.api.Test;

/** Faults as the log tells them. */
class UnquotedTest {
    private static final String NAME = "Trần Thị Mười";

    private static String told(Throwable fault) {
        var text = new StringWriter();
        Unquoted.of(fault).printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static RuntimeException ofALibrary(String text) {
        try {
            LocalDate.parse(text);
            throw new AssertionError("that is no day");
        } catch (DateTimeParseException e) {
            return e;
        }
    }

    @Test
    void what_a_library_quotes_is_left_out_and_where_it_was_is_told() {
        assertThat(ofALibrary(NAME).getMessage()).contains(NAME);
        assertThat(told(ofALibrary(NAME)))
                .contains("java.time.format.DateTimeParseException", "UnquotedTest.java")
                .doesNotContain(NAME);
    }

    @Test
    void our_own_words_are_told_and_so_is_what_led_to_it() {
        assertThat(told(new IllegalStateException("no key of farmer ND-12", ofALibrary(NAME))))
                .contains("no key of farmer ND-12", "Caused by: java.time.format.DateTimeParseException")
                .doesNotContain(NAME);
    }

    @Test
    void a_fault_that_caused_itself_is_told_once() {
        var one = new IllegalStateException("one");
        var other = new IllegalStateException("other", one);
        one.initCause(other);
        assertThat(told(one)).containsOnlyOnce("IllegalStateException: one").contains("other");
    }
}
