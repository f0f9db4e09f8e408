package vn.nguongoc.buyer.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page compressed in parts is the page. */
class RenderedPageTest {
    private static final Random RANDOM = new Random(6);

    private static String text(int length) {
        return RANDOM.ints(length, 'a', 'a' + 20)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 300, 8_192, 65_535})
    void with_words_of_any_length_it_comes_out_whole(int length) throws IOException {
        for (var around : new int[] {0, 1, 8_191, 8_192, 100_000}) {
            var before = "<p>Gạo ST25 " + text(around);
            var after = text(around) + "</p>";
            var words = text(length).getBytes(StandardCharsets.US_ASCII);
            var page = new RenderedPage(before + RenderedPage.PLACE + after);
            var whole = before + new String(words, StandardCharsets.US_ASCII) + after;
            assertThat(new String(page.plain(words), StandardCharsets.UTF_8)).isEqualTo(whole);
            try (var gzip = new GZIPInputStream(new ByteArrayInputStream(page.compressed(words)))) {
                assertThat(new String(gzip.readAllBytes(), StandardCharsets.UTF_8))
                        .isEqualTo(whole);
            }
        }
    }

    @Test
    void more_words_than_a_block_holds_are_refused() {
        var page = new RenderedPage(RenderedPage.PLACE);
        assertThatThrownBy(() -> page.compressed(new byte[65_536])).isInstanceOf(IllegalArgumentException.class);
    }
}
