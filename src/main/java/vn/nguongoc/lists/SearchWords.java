package vn.nguongoc.lists;

import java.text.Normalizer;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.SequencedSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words of a text as they are searched for: in small letters, Vietnamese without its marks (đ is d), so that
 * {@code gạo} and {@code GAO} are one word. A word is a run of letters and digits.
 */
final class SearchWords {
    /** Longer words are the same if they begin the same. */
    private static final int LONGEST = 24;

    private static final Pattern MARKS = Pattern.compile("[\\u0300-\\u036f]");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private SearchWords() {}

    /** In their order, none twice. */
    static SequencedSet<String> of(@Nullable String... texts) {
        return Stream.of(texts)
                .filter(it -> it != null)
                .flatMap(text -> BETWEEN.splitAsStream(folded(text)))
                .filter(word -> !word.isEmpty())
                .map(SearchWords::shortened)
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(LinkedHashSet::new), Collections::unmodifiableSequencedSet));
    }

    /** A number typed without its hyphens and spaces. */
    static @Nullable String inOne(@Nullable String number) {
        return number == null ? null : BETWEEN.matcher(folded(number)).replaceAll("");
    }

    private static String folded(String text) {
        var small = text.toLowerCase(Locale.ROOT).replace('đ', 'd');
        return MARKS.matcher(Normalizer.normalize(small, Normalizer.Form.NFD)).replaceAll("");
    }

    private static String shortened(String word) {
        return word.codePoints()
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
