package vn.nguongoc.reference;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.nguongoc.web.Words;

/**
 * Why operations say no: {@code problems.json}, which a test writes from the code, and the words of the message files.
 */
final class ProblemTypes {
    private static final int MOST_FACTS = 10;

    private final Words words;
    private final Locale language;
    private final String base;
    private final JsonNode known = Operations.read("problems.json");

    /** @param base the service's public address */
    ProblemTypes(Words words, Locale language, String base) {
        this.words = words;
        this.language = language;
        this.base = base;
    }

    /** Codes of the problems that an operation may answer with: those of its own, and those of all like it. */
    List<String> of(Operation operation) {
        var all = new TreeSet<String>();
        add(all, known.path("operations").path(operation.id()));
        add(all, common("all"));
        if (operation.sends()) {
            add(all, common("sending"));
        }
        if (operation.records()) {
            add(all, common("recording"));
        }
        if (operation.changes()) {
            add(all, common("changing"));
        }
        if (operation.needsVersion()) {
            add(all, common("rewriting"));
        }
        if (!operation.isOpen()) {
            add(all, common("closed"));
        }
        return List.copyOf(all);
    }

    private JsonNode common(String which) {
        return known.path("common").path(which);
    }

    private static void add(Set<String> all, JsonNode codes) {
        codes.forEach(it -> all.add(it.stringValue()));
    }

    List<Integer> statuses(String code) {
        return known.get("statuses")
                .get(code)
                .valueStream()
                .map(JsonNode::intValue)
                .toList();
    }

    String title(String code) {
        return words.say(language, words(code) + ".title");
    }

    private static String words(String code) {
        return "problem." + code.replace('/', '.');
    }

    /** What stands for it where a name must hold no slash. */
    static String key(String code) {
        return code.replace('/', '.');
    }

    /** An example of each, by key. */
    ObjectNode examples() {
        var all = JsonNodeFactory.instance.objectNode();
        known.get("statuses").propertyStream().forEach(it -> {
            var detail = words.say(
                    language,
                    words(it.getKey()),
                    java.util.Collections.nCopies(MOST_FACTS, "…").toArray());
            all.putObject(key(it.getKey()))
                    .put("summary", title(it.getKey()))
                    .putObject("value")
                    .put("type", base + "/problems/" + it.getKey())
                    .put("title", title(it.getKey()))
                    .put("status", it.getValue().get(0).intValue())
                    .put("detail", detail);
        });
        return all;
    }
}
