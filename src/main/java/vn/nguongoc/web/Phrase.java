package vn.nguongoc.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Words and the language that they are really in. */
public record Phrase(String text, Locale language) {

    /** The {@code lang} that they need on a page of that language; none where it is the page's own. */
    public @Nullable String langOn(Locale page) {
        return language.equals(page) ? null : language.getLanguage();
    }
}
