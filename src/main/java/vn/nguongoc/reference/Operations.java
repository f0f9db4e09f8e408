package vn.nguongoc.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The files under {@code resources/openapi}. */
final class Operations {
    /** In the order in which their examples can be sent. */
    private static final List<String> FILES = List.of("organisations", "fields", "lots", "goods", "service");

    private Operations() {}

    /** All that is told of the API, in the order of the files. */
    static List<Operation> all() {
        var all = new ArrayList<Operation>();
        for (var file : FILES) {
            read(file + ".yml").propertyStream().forEach(it -> all.add(new Operation(it.getKey(), it.getValue())));
        }
        return all;
    }

    /** Addresses that are for people with a browser and no part of the API. */
    static List<String> pages() {
        return read("others.yml")
                .get("pages")
                .valueStream()
                .map(JsonNode::stringValue)
                .toList();
    }

    /** JSON is YAML, too. */
    static JsonNode read(String file) {
        try (var in = Operations.class.getResourceAsStream("/openapi/" + file)) {
            return new YAMLMapper().readTree(Objects.requireNonNull(in, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
