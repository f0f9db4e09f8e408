package vn.nguongoc.lists;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.generations.Lists;
import vn.nguongoc.lists.ListKeys.Facet;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.web.Words;

/**
 * Which lists a text is searched in. A word is found in the lots' own words and in the names of their products, which
 * are known here and not entered for each lot.
 */
public final class LotWords {
    /** The last word may be only begun, from so many characters on. */
    private static final int BEGUN = 2;

    /** Lists of words that begin alike, which are looked at one by one. */
    private static final int MOST_ALIKE = 30;

    private static final int LONGEST_TEXT = 200;

    private final Map<String, Set<String>> wordsOfProducts;

    public LotWords(Catalogue catalogue, Words words) {
        wordsOfProducts = catalogue.productCodes().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(),
                        code -> SearchWords.of(
                                code,
                                words.name(Words.VIETNAMESE, "product", code),
                                words.name(Locale.ENGLISH, "product", code))));
    }

    /**
     * For each word of the text the lists of lots that have it. The last word stands for all that begin with it, unless
     * something comes after it, a space or a full stop.
     *
     * @throws Refused if there is no word in it, it is too long, or too many words begin like the last
     */
    List<Set<String>> listsOf(String text, Lists lists) {
        if (text.length() > LONGEST_TEXT) {
            throw new Refused(new ListRefusal.TextTooLong(text.length(), LONGEST_TEXT));
        }
        var words = new ArrayList<>(SearchWords.of(text));
        if (words.isEmpty()) {
            throw new Refused(new ListRefusal.NothingToSearch(text));
        }
        var found = new ArrayList<Set<String>>();
        var last = words.getLast();
        if (last.length() >= BEGUN && Character.isLetterOrDigit(text.codePointBefore(text.length()))) {
            words.removeLast();
            found.add(beginning(last, lists));
        }
        words.forEach(word -> found.add(exactly(word)));
        return found;
    }

    private Set<String> exactly(String word) {
        var all = productsWith(word::equals);
        all.add(ListKeys.lots(Facet.WORD, word));
        return all;
    }

    private Set<String> beginning(String word, Lists lists) {
        var all = productsWith(it -> it.startsWith(word));
        var from = ListKeys.lotsWithWordsLike(word);
        var below = from + "~";
        for (int alike = 0; alike <= MOST_ALIKE; alike++) {
            var next = lists.entries(from, below, 1);
            if (next.isEmpty()) {
                return all;
            }
            var list = ListKeys.listOf(next.getFirst().key());
            all.add(list);
            from = list + "0"; // behind all of its entries, which have a slash there
        }
        throw new Refused(new ListRefusal.TooManyWords(word, MOST_ALIKE));
    }

    private Set<String> productsWith(Predicate<String> word) {
        return wordsOfProducts.entrySet().stream()
                .filter(it -> it.getValue().stream().anyMatch(word))
                .map(it -> ListKeys.lots(Facet.PRODUCT, it.getKey()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
