package vn.nguongoc.reference;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.nguongoc.web.Words;

/** What an operation is asked with beside its body. */
final class Parameters {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Header fields that a request may have, with their forms. */
    private static final Map<String, String> HEADERS = Map.of(
            "Idempotency-Key", "^[\\x21-\\x7e]{1,200}$",
            "If-Match", "^(\\*|.*\".*)$",
            "API-Version", "^1\\.0$",
            "Accept-Language", "");

    private final Words words;
    private final Locale language;
    private final JsonNode schemas;

    Parameters(Words words, Locale language, JsonNode schemas) {
        this.words = words;
        this.language = language;
        this.schemas = schemas;
    }

    ArrayNode of(Operation operation) {
        var all = JSON.arrayNode();
        operation.variables().forEach(it -> all.add(variable(it)));
        if (operation.isList()) {
            List.of("limit", "cursor", "after").forEach(name -> all.add(shared(name)));
        }
        if (operation.records()) {
            all.add(header("Idempotency-Key", true));
        }
        if (operation.changes()) {
            all.add(header("If-Match", operation.needsVersion()));
        }
        if (operation.path().startsWith("/api/")) {
            all.add(header("API-Version", false));
        }
        all.add(header("Accept-Language", false));
        return all;
    }

    private ObjectNode shared(String name) {
        return variable(new Operation.Variable(
                name,
                "query",
                false,
                switch (name) {
                    case "limit" -> "Limit";
                    case "cursor" -> "Cursor";
                    default -> "Position";
                },
                JSON.missingNode()));
    }

    private ObjectNode variable(Operation.Variable variable) {
        var it = JSON.objectNode()
                .put("name", variable.name())
                .put("in", variable.in())
                .put("required", variable.required());
        var description = words.name(language, "reference.parameter", variable.name());
        if (!description.equals(variable.name())) {
            it.put("description", description);
        }
        it.set("schema", Schemas.named(variable.type()));
        var like = variable.like().isMissingNode()
                ? schemas.path(variable.type()).path("examples").path(0)
                : variable.like();
        if (!like.isMissingNode()) {
            it.set("example", like);
        }
        return it;
    }

    private ObjectNode header(String name, boolean required) {
        var it = JSON.objectNode().put("name", name).put("in", "header").put("required", required);
        it.put("description", words.say(language, "reference.header." + name.toLowerCase(Locale.ROOT)));
        var schema = it.putObject("schema").put("type", "string");
        var form = HEADERS.getOrDefault(name, "");
        if (!form.isEmpty()) {
            schema.put("pattern", form);
        }
        return it;
    }
}
