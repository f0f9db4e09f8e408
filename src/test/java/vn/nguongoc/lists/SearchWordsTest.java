package vn.nguongoc.lists;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A word is found however it is written. */
class SearchWordsTest {
    @Test
    void vietnamese_is_the_same_with_and_without_its_marks() {
        assertThat(SearchWords.of("Gạo Đồng Bằng", "Bưởi Năm Roi"))
                .containsExactly("gao", "dong", "bang", "buoi", "nam", "roi");
        assertThat(SearchWords.of("ƯỚC ƠN QUỐC ỹ")).containsExactly("uoc", "on", "quoc", "y");
    }

    /** Some keyboards write a letter and its marks one after the other. */
    @Test
    void marks_that_are_written_apart_are_no_letters() {
        assertThat(SearchWords.of("ga\u0323o \u0111o\u0302\u0300ng")).containsExactly("gao", "dong");
    }

    @Test
    void a_lot_number_is_as_many_words_as_it_has_parts() {
        assertThat(SearchWords.of("LO-ST25/2604.01")).containsExactly("lo", "st25", "2604", "01");
        assertThat(SearchWords.of(" - ", null)).isEmpty();
    }

    @Test
    void khmer_keeps_its_vowels() {
        assertThat(SearchWords.of("អង្ករ ស្រូវ")).containsExactly("អង្ករ", "ស្រូវ");
    }

    @Test
    void of_a_very_long_word_the_beginning_counts() {
        assertThat(SearchWords.of("a".repeat(24))).isEqualTo(SearchWords.of("a".repeat(25)));
        assertThat(SearchWords.of("a".repeat(23))).isNotEqualTo(SearchWords.of("a".repeat(24)));
        assertThat(SearchWords.of("\ud83c\udf3e".repeat(30) + "x")).containsExactly("x");
    }

    @Test
    void keys_are_ascii_and_no_two_words_share_one() {
        assertThat(ListKeys.ascii("st25-a")).isEqualTo("st25-a");
        assertThat(ListKeys.ascii("growing-area/us")).isEqualTo("growing-area.002fus");
        assertThat(ListKeys.ascii("អ")).isEqualTo(".17a2").isNotEqualTo(ListKeys.ascii(".17a2"));
    }
}
