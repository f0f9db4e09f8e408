package vn.nguongoc.reference;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes JSON Schema of {@code types.yml}. */
final class Schemas {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST_PARTS = 1000;

    private Schemas() {}

    /** All of them, by name. */
    static ObjectNode all() {
        var file = Operations.read("types.yml");
        var all = JSON.objectNode();
        file.get("types").propertyStream().forEach(it -> all.set(it.getKey(), it.getValue()));
        file.get("forms").propertyStream().forEach(it -> all.set(it.getKey(), form(it.getValue())));
        return all;
    }

    static ObjectNode named(String name) {
        return JSON.objectNode().put("$ref", "#/components/schemas/" + name);
    }

    private static ObjectNode form(JsonNode fields) {
        var form = JSON.objectNode().put("type", "object");
        var required = JSON.arrayNode();
        var properties = form.putObject("properties");
        fields.propertyStream().forEach(it -> {
            var name = it.getKey().replaceFirst("[!?]+$", "");
            if (it.getKey().contains("!")) {
                required.add(name);
            }
            properties.set(name, field(it.getValue(), it.getKey().endsWith("?")));
        });
        if (!required.isEmpty()) {
            form.set("required", required);
        }
        return form;
    }

    private static ObjectNode field(JsonNode type, boolean mayBeEmpty) {
        if (!type.isArray()) {
            return named(type.stringValue());
        }
        var list = JSON.objectNode().put("type", "array").put("minItems", mayBeEmpty ? 0 : 1);
        list.put("maxItems", MOST_PARTS).set("items", named(type.get(0).stringValue()));
        return list;
    }
}
