package vn.nguongoc.web;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the source of a number is told to people: {@code rules.md 5 (head rice) [K]} is "quy tắc 5 [K]", and what stands
 * in brackets before the tag is English and told in no other language. Laws and papers keep their names.
 */
public final class Sources {
    private static final Pattern RULE = Pattern.compile("rules\\.md ([\\p{Alnum}–-]+)");
    private static final Pattern LAW = Pattern.compile("\\b(Circular|Decree)(?= \\d)");
    private static final Pattern REMARK = Pattern.compile(" \\([^)]*\\)(?= \\[[VKI]])");

    private Sources() {}

    /** A source, or a text that names one, in the words of this language. */
    public static String told(Words words, Locale language, String source) {
        var told = RULE.matcher(source).replaceAll(it -> Matcher.quoteReplacement(rule(words, language, it)));
        told = LAW.matcher(told).replaceAll(it -> words.name(language, "source.law", it.group()));
        return isEnglish(words, language) ? told : REMARK.matcher(told).replaceAll("");
    }

    private static String rule(Words words, Locale language, MatchResult found) {
        var anchor = anchor(found);
        return Character.isDigit(anchor.charAt(0))
                ? words.say(language, "source.rule", anchor)
                : words.say(language, "source.rule." + anchor);
    }

    private static boolean isEnglish(Words words, Locale language) {
        return words.phrase(language, "source.rule", "").language().equals(Locale.ENGLISH);
    }

    /** The anchor on the page {@code /rules} that a source leads to; absent for a law or a paper. */
    static @Nullable String anchor(String source) {
        var found = RULE.matcher(source);
        return found.find() ? anchor(found.toMatchResult()) : null;
    }

    private static String anchor(MatchResult found) {
        return found.group(1).replace('–', '-');
    }
}
