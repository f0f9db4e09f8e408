package vn.nguongoc.web;

import java.util.Locale;

/** The words of one language, for templates. */
public record Phrases(Words words, Locale language) {

    public String say(String key, Object... values) {
        return words.say(language, key, values);
    }

    public String name(String kind, String code) {
        return words.name(language, kind, code);
    }

    public String show(Object value) {
        return words.show(language, value);
    }
}
