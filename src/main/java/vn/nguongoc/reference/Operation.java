package vn.nguongoc.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * One address of the API with its method, as its file tells of it.
 *
 * @param address method and pattern as Spring maps them: {@code POST /api/lots}
 * @param told everything else, see {@code resources/openapi/organisations.yml}
 */
record Operation(String address, JsonNode told) {
    private static final Pattern FORM_OF_VARIABLE = Pattern.compile("\\{(\\w+):[^{}]*(?:\\{[^{}]*}[^{}]*)*}");

    String method() {
        return address.substring(0, address.indexOf(' ')).toLowerCase(Locale.ROOT);
    }

    /** Without the forms that Spring asks of its variables. */
    String path() {
        var path = told.path("path").asString(address.substring(address.indexOf(' ') + 1));
        return FORM_OF_VARIABLE.matcher(path).replaceAll("{$1}");
    }

    String id() {
        return told.get("id").stringValue();
    }

    /** What it is about: the first part of its path that says so. */
    String topic() {
        var part = path().startsWith("/api/") ? path().split("/", -1)[2] : "public";
        return part.equals("{holders}") ? "cooperatives" : part.replaceFirst("\\..*", "");
    }

    boolean sends() {
        return told.has("send");
    }

    boolean sendsFile() {
        return told.path("sendsFile").asBoolean(false);
    }

    /** Whether it records a fact, and so needs an {@code Idempotency-Key}. */
    boolean records() {
        return method().equals("post")
                && !sendsFile()
                && !told.path("repeatable").asBoolean(false);
    }

    /** Whether it adds to a thing that is there, and so heeds {@code If-Match}. */
    boolean changes() {
        return records() && told.has("at");
    }

    boolean needsVersion() {
        return told.path("ifMatch").asString("").equals("required");
    }

    boolean isThing() {
        return told.path("thing").asBoolean(false);
    }

    boolean isList() {
        return told.path("list").asBoolean(false);
    }

    boolean isOpen() {
        return told.path("open").asBoolean(false);
    }

    int status() {
        return told.path("status").asInt(records() || sendsFile() ? 201 : 200);
    }

    /** Bodies that can be sent, by name, in their order. */
    Map<String, JsonNode> examples() {
        var all = new LinkedHashMap<String, JsonNode>();
        if (told.has("example")) {
            all.put("example", told.get("example"));
        }
        told.path("examples").propertyStream().forEach(it -> all.put(it.getKey(), it.getValue()));
        return all;
    }

    /** Variables of the address, then what it can be asked. */
    List<Variable> variables() {
        var all = new ArrayList<Variable>();
        told.path("at").propertyStream().forEach(it -> all.add(Variable.of(it, "path", told.path("like"))));
        told.path("ask").propertyStream().forEach(it -> all.add(Variable.of(it, "query", told.path("like"))));
        return all;
    }

    /**
     * Something that is filled in.
     *
     * @param in path or query
     * @param type in {@code types.yml}
     * @param like an example; missing where the type's own is one
     */
    record Variable(String name, String in, boolean required, String type, JsonNode like) {
        private static Variable of(Map.Entry<String, JsonNode> told, String in, JsonNode like) {
            var name = told.getKey().replaceFirst("!$", "");
            var required = in.equals("path") || told.getKey().endsWith("!");
            return new Variable(name, in, required, told.getValue().stringValue(), like.path(name));
        }
    }
}
