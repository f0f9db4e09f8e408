package vn.nguongoc.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/**
 * Of which rule of docs/rules.md a refusal is: the one that its own source names, else the one that
 * {@code rules.properties} has for it. Each rule is a section of the page {@code /rules}.
 */
@Component
public final class Rules {
    private static final String SOURCE = "source";
    private static final String RULE = "rule";
    private static final String SOURCES = "sources";

    private final Words words;
    private final PublicAddress address;
    private final Map<String, String> table = new TreeMap<>();

    Rules(Words words, PublicAddress address) {
        this.words = words;
        this.address = address;
        read().forEach((code, section) -> table.put(code.toString(), section.toString()));
    }

    private static Properties read() {
        var table = new Properties();
        try (var in = Rules.class.getResourceAsStream("/rules.properties")) {
            table.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }

    /** The anchor on the page {@code /rules} of what such a refusal enforces: {@code 7}, {@code hand-over}. */
    public Optional<String> anchor(String code) {
        return Optional.ofNullable(table.get(code)).map(it -> Sources.anchor(source(it)));
    }

    /** The anchor of what this problem is of. */
    Optional<String> anchor(ProblemDetail problem) {
        return Optional.ofNullable(problem.getProperties())
                .map(it -> it.get(RULE))
                .map(URI.class::cast)
                .map(URI::getFragment);
    }

    /** Codes of the refusals that enforce the section with this anchor, in their order. */
    public List<String> refusals(String anchor) {
        return table.entrySet().stream()
                .filter(it -> anchor.equals(Sources.anchor(source(it.getValue()))))
                .map(it -> it.getKey().replaceFirst("/[A-Z_]+$", ""))
                .distinct()
                .toList();
    }

    /** Adds to a refusal's facts the source that it does not tell itself, and a link to the rule. */
    void tell(String code, Map<String, Object> facts) {
        var listed = listed(code, facts);
        if (listed != null && !tellsItsSource(facts)) {
            facts.put(SOURCE, listed);
        }
        own(facts)
                .map(Sources::anchor)
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> Optional.ofNullable(listed).map(Sources::anchor))
                .ifPresent(it -> facts.put(RULE, URI.create(address.base() + "/rules#" + it)));
    }

    /** The text with the source behind it that the refusal does not tell itself. */
    String sourced(Locale language, String text, String code, Map<String, Object> facts) {
        var listed = listed(code, facts);
        return listed == null || tellsItsSource(facts)
                ? text
                : words.say(
                        language, "source.of", text.replaceFirst("\\.$", ""), Sources.told(words, language, listed));
    }

    private @Nullable String listed(String code, Map<String, Object> facts) {
        var ofItsCause = facts.get("cause") instanceof Enum<?> cause ? table.get(code + "/" + cause.name()) : null;
        var section = ofItsCause == null ? table.get(code) : ofItsCause;
        return section == null ? null : source(section);
    }

    private static String source(String section) {
        return "rules.md " + section;
    }

    private static boolean tellsItsSource(Map<String, Object> facts) {
        return facts.containsKey(SOURCE) || facts.containsKey(SOURCES);
    }

    private static Stream<String> own(Map<String, Object> facts) {
        return Stream.concat(
                        Stream.ofNullable(facts.get(SOURCE)),
                        facts.get(SOURCES) instanceof Collection<?> many ? many.stream() : Stream.empty())
                .map(Object::toString);
    }
}
