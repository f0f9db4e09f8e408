package vn.nguongoc.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The document as people read it.
 *
 * @param topics groups of operations, in the order of the document
 */
public record Sheet(String title, String description, List<Topic> topics) {
    private static final JsonMapper JSON = JsonMapper.shared();

    public record Topic(String name, String description, List<Line> lines) {}

    /**
     * @param body an example, as it is sent; absent where nothing is
     * @param answer an example; absent where it is no JSON
     */
    public record Line(
            String id,
            String method,
            String path,
            String summary,
            List<Parameter> parameters,
            @Nullable String body,
            @Nullable String answer,
            List<Problem> problems) {}

    /** @param form type, limits and pattern of its values */
    public record Parameter(String name, String in, boolean required, String form, String description) {}

    public record Problem(String status, String code, String title) {}

    /** @param document OpenAPI, as {@link Reference} tells it */
    public static Sheet of(JsonNode document) {
        var topics = new ArrayList<Topic>();
        for (var tag : document.get("tags")) {
            var name = tag.get("name").stringValue();
            var lines = new ArrayList<Line>();
            document.get("paths")
                    .propertyStream()
                    .forEach(path -> path.getValue()
                            .propertyStream()
                            .filter(it -> it.getValue()
                                    .get("tags")
                                    .get(0)
                                    .stringValue()
                                    .equals(name))
                            .forEach(it -> lines.add(line(document, path.getKey(), it))));
            topics.add(new Topic(name, tag.get("description").stringValue(), lines));
        }
        var info = document.get("info");
        return new Sheet(
                info.get("title").stringValue(), info.get("description").stringValue(), topics);
    }

    private static Line line(JsonNode document, String path, Map.Entry<String, JsonNode> told) {
        var it = told.getValue();
        var sent = it.at("/requestBody/content/application~1json/examples")
                .valueStream()
                .findFirst();
        var answer = it.get("responses")
                .valueStream()
                .map(one -> one.at("/content/application~1json/example"))
                .filter(one -> !one.isMissingNode())
                .findFirst();
        return new Line(
                it.get("operationId").stringValue(),
                told.getKey().toUpperCase(java.util.Locale.ROOT),
                path,
                it.get("summary").stringValue(),
                it.get("parameters")
                        .valueStream()
                        .map(one -> parameter(document, one))
                        .toList(),
                sent.map(one -> pretty(one.get("value"))).orElse(null),
                answer.map(Sheet::pretty).orElse(null),
                problems(document, it));
    }

    private static Parameter parameter(JsonNode document, JsonNode told) {
        var schema = told.get("schema");
        var form = schema.has("$ref")
                ? document.at(schema.get("$ref").stringValue().substring(1))
                : schema;
        return new Parameter(
                told.get("name").stringValue(),
                told.get("in").stringValue(),
                told.get("required").booleanValue(),
                form.propertyStream()
                        .filter(it -> !List.of("examples", "description").contains(it.getKey()))
                        .map(it -> it.getKey() + " "
                                + (it.getValue().isString() ? it.getValue().stringValue() : it.getValue()))
                        .reduce((a, b) -> a + ", " + b)
                        .orElse(""),
                told.path("description").asString(""));
    }

    private static List<Problem> problems(JsonNode document, JsonNode operation) {
        var all = new ArrayList<Problem>();
        operation
                .get("responses")
                .propertyStream()
                .forEach(response -> response.getValue()
                        .at("/content/application~1problem+json/examples")
                        .propertyStream()
                        .forEach(it -> all.add(new Problem(
                                response.getKey(),
                                it.getKey().replace('.', '/'),
                                document.at("/components/examples/" + it.getKey() + "/summary")
                                        .stringValue()))));
        return all;
    }

    private static String pretty(JsonNode json) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json);
    }
}
