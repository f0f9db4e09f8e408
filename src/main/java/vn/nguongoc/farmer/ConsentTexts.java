package vn.nguongoc.farmer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.nguongoc.farmer.event.Purpose;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.web.Phrase;
import vn.nguongoc.web.Words;

/**
 * The words that are read or shown to who is asked to agree, from the message files under
 * {@code consent.<purpose>.<version>}. Who changes them adds a version: what was agreed to is found for ever.
 */
@Component
public class ConsentTexts {
    /** The newest version of each. */
    static final int VERSION = 1;

    private final Words words;

    ConsentTexts(Words words) {
        this.words = words;
    }

    /** Words as they are to be read or shown. */
    public record Shown(Purpose purpose, int text, String language, String words, String digest) {}

    /** All that there are now, in each language that has them. */
    public List<Shown> all() {
        return Arrays.stream(Purpose.values())
                .flatMap(purpose -> languages(purpose, VERSION).map(it -> shown(purpose, it)))
                .toList();
    }

    private Shown shown(Purpose purpose, Locale language) {
        var text = phrase(purpose, VERSION, language).text();
        return new Shown(purpose, VERSION, language.getLanguage(), text, digest(text));
    }

    /** @throws Refused if there are no such words in that language */
    public ConsentText find(Purpose purpose, int version, String language) {
        var known = version < 1 || version > VERSION
                ? List.<Locale>of()
                : languages(purpose, version).toList();
        return known.stream()
                .filter(it -> it.getLanguage().equals(language))
                .findFirst()
                .map(it -> new ConsentText(
                        version, language, digest(phrase(purpose, version, it).text())))
                .orElseThrow(() -> new Refused(new FarmerRefusal.WordsUnknown(
                        version,
                        language,
                        known.stream().map(Locale::getLanguage).toList())));
    }

    private Stream<Locale> languages(Purpose purpose, int version) {
        return Words.LANGUAGES.stream()
                .filter(it -> phrase(purpose, version, it).language().equals(it));
    }

    private Phrase phrase(Purpose purpose, int version, Locale language) {
        return words.phrase(language, "consent." + purpose.code() + "." + version);
    }

    private static String digest(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
