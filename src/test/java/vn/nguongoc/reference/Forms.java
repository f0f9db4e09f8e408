package vn.nguongoc.reference;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** JSON Schema, asked of the document. */
final class Forms {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final JsonNode components;

    Forms(JsonNode document) {
        components = document.get("components");
    }

    /** What is wrong with a value of this schema; nothing if it is right. */
    List<String> faults(JsonNode schema, JsonNode value) {
        var whole = JsonNodeFactory.instance.objectNode();
        whole.setAll((tools.jackson.databind.node.ObjectNode) schema);
        whole.set("components", components);
        return faults(REGISTRY.getSchema(whole), value, true);
    }

    /** What makes a document no OpenAPI 3.1. */
    static List<String> faultsOf(JsonNode document) {
        try (var in = Forms.class.getResourceAsStream("/openapi/openapi-3.1.json")) {
            // This edition calls the form of a $ref "uri", though it means a reference.
            return faults(REGISTRY.getSchema(JsonMapper.shared().readTree(in)), document, false);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> faults(Schema schema, JsonNode value, boolean formats) {
        return schema
                .validate(value, it -> it.executionConfig(config -> config.formatAssertionsEnabled(formats)))
                .stream()
                .map(Object::toString)
                .toList();
    }
}
