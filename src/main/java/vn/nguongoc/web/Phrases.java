package vn.nguongoc.web;

import java.util.List;
import java.util.Locale;

/** The words of one language, for templates. */
public record Phrases(Words words, Locale language) {

    /** All that a page can be asked for in. */
    public List<Locale> languages() {
        return Words.LANGUAGES;
    }

    public String say(String key, Object... values) {
        return words.say(language, key, values);
    }

    /** The same with the language that it is really in. */
    public Phrase phrase(String key, Object... values) {
        return words.phrase(language, key, values);
    }

    public String name(String kind, String code) {
        return words.name(language, kind, code);
    }

    /** The same with the language that it is really in. */
    public Phrase namePhrase(String kind, String code) {
        return words.namePhrase(language, kind, code);
    }

    public String show(Object value) {
        return words.show(language, value);
    }
}
