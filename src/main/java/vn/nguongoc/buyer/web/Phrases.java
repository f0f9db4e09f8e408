package vn.nguongoc.buyer.web;

import java.util.Locale;
import vn.nguongoc.web.Words;

/** The words of one language, for templates. */
public record Phrases(Words words, Locale language) {

    public String say(String key) {
        return words.say(language, key);
    }

    public String say(String key, Object value) {
        return words.say(language, key, value);
    }

    public String name(String kind, String code) {
        return words.name(language, kind, code);
    }

    public String show(Object value) {
        return words.show(language, value);
    }
}
