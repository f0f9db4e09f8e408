package vn.nguongoc.web;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.support.AbstractResourceBasedMessageSource;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;
import vn.nguongoc.shared.Mass;

/**
 * The words people read, from {@code messages_vi}, {@code _en}, {@code _km} and {@code _ja}, and from files of these
 * names in the folder that adds to the catalogue. What Japanese lacks is English; what Khmer lacks is Vietnamese, since
 * most of those who read Khmer here live in Sóc Trăng and read both.
 */
@Component
public final class Words {
    public static final Locale VIETNAMESE = Locale.of("vi");

    /** The languages that can be asked for, best first. */
    public static final List<Locale> LANGUAGES = List.of(VIETNAMESE, Locale.ENGLISH, Locale.of("km"), Locale.JAPANESE);

    /** Those in which everything is said. */
    public static final List<Locale> WHOLE = List.of(VIETNAMESE, Locale.ENGLISH);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter DAY_IN_ENGLISH = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_IN_JAPANESE = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm xxx");

    private final ResourceBundleMessageSource messages = ofOurs(new ResourceBundleMessageSource(), "messages");

    /** The words that ship with the service. */
    public Words() {
        this("");
    }

    /**
     * @param more a folder with more of the same files, for the names of what its own catalogue adds; empty for none
     */
    @Autowired
    Words(@Value("${nguongoc.catalogue:}") String more) {
        if (!more.isEmpty()) {
            var added = Path.of(more).resolve("messages").toUri().toString();
            messages.setParentMessageSource(ofOurs(new ReloadableResourceBundleMessageSource(), added));
        }
    }

    private static <S extends AbstractResourceBasedMessageSource> S ofOurs(S source, String files) {
        source.setBasename(files);
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        source.setAlwaysUseMessageFormat(true);
        return source;
    }

    /** The language of what this one lacks. */
    public static Locale insteadOf(Locale language) {
        return language.equals(Locale.JAPANESE) ? Locale.ENGLISH : VIETNAMESE;
    }

    /** @throws org.springframework.context.NoSuchMessageException if not even Vietnamese has it */
    public String say(Locale language, String key, Object... values) {
        return phrase(language, key, values).text();
    }

    /**
     * The same with the language that it is really in.
     *
     * @throws org.springframework.context.NoSuchMessageException if not even Vietnamese has it
     */
    public Phrase phrase(Locale language, String key, Object... values) {
        var shown = Arrays.stream(values).map(value -> show(language, value)).toArray();
        var instead = insteadOf(language);
        return find(language, key, shown)
                .map(text -> new Phrase(text, language))
                .or(() -> find(instead, key, shown).map(text -> new Phrase(text, instead)))
                .orElseGet(() -> new Phrase(messages.getMessage(key, shown, VIETNAMESE), VIETNAMESE));
    }

    /** The name of a code, as in {@code name("product", "bran")}; the code itself where nobody named it. */
    public String name(Locale language, String kind, String code) {
        return namePhrase(language, kind, code).text();
    }

    /** The same with the language that it is really in. */
    public Phrase namePhrase(Locale language, String kind, String code) {
        var key = kind + "." + code;
        var instead = insteadOf(language);
        return find(language, key)
                .map(text -> new Phrase(text, language))
                .or(() -> find(instead, key).map(text -> new Phrase(text, instead)))
                .or(() -> find(VIETNAMESE, key).map(text -> new Phrase(text, VIETNAMESE)))
                .orElseGet(() -> new Phrase(code, language));
    }

    private Optional<String> find(Locale language, String key, Object... shown) {
        return Optional.ofNullable(messages.getMessage(key, shown, null, language));
    }

    /** A value as this language writes it. */
    public String show(Locale language, Object value) {
        return switch (value) {
            case Mass mass -> number(language, mass.inKilograms()) + " kg";
            case BigDecimal number -> number(language, number);
            case Long number -> number(language, BigDecimal.valueOf(number));
            case Double number -> number(language, BigDecimal.valueOf(number));
            case LocalDate day -> days(language).format(day);
            case OffsetDateTime time -> show(language, time.toLocalDate()) + " " + TIME.format(time);
            case Collection<?> many ->
                many.stream().map(it -> show(language, it)).collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }

    private static DateTimeFormatter days(Locale language) {
        if (language.equals(Locale.JAPANESE)) {
            return DAY_IN_JAPANESE;
        }
        return language.equals(Locale.ENGLISH) ? DAY_IN_ENGLISH : DAY;
    }

    private static String number(Locale language, BigDecimal value) {
        var format = NumberFormat.getInstance(
                insteadOf(language).equals(Locale.ENGLISH) || language.equals(Locale.ENGLISH)
                        ? Locale.ENGLISH
                        : VIETNAMESE);
        format.setMaximumFractionDigits(3);
        return format.format(value);
    }
}
