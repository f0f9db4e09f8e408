package vn.nguongoc.reference;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.nguongoc.Api;
import vn.nguongoc.Api.Answer;

/** The examples of the reference, sent one after the other: each names things by the ids of those before it. */
final class Story {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Api api;
    private final JsonNode types = Operations.read("types.yml").get("types");

    /** What the service calls things, by what the examples call them. */
    private final Map<String, String> ids = new LinkedHashMap<>();

    private String position = "-1";

    Story(Api api) {
        this.api = api;
    }

    /** Position of the last event that it recorded. */
    String position() {
        return position;
    }

    /** All examples of an operation. */
    List<Answer> tell(Operation operation) {
        return operation.sends()
                ? operation.examples().entrySet().stream()
                        .map(it -> send(operation, it.getKey(), it.getValue()))
                        .toList()
                : List.of(send(operation, "", JSON.nullNode()));
    }

    /** Sends an example; what the answer calls things is remembered. */
    private Answer send(Operation operation, String name, JsonNode body) {
        var request = api.request(path(operation) + query(operation));
        if (operation.method().equals("post")) {
            request.header("Content-Type", "application/json")
                    .POST(operation.sends() ? BodyPublishers.ofString(real(body)) : BodyPublishers.noBody());
        }
        if (operation.records()) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        if (operation.needsVersion()) {
            request.header("If-Match", "*");
        }
        var answer = api.send(request);
        answer.response().headers().firstValue("Log-Position").ifPresent(it -> position = it);
        if (answer.status() < 300 && operation.told().has("gives")) {
            var gives = operation.told().get("gives");
            learn(gives.has(name) ? gives.get(name) : gives, answer.json());
        }
        return answer;
    }

    void learn(JsonNode example, JsonNode real) {
        if (example.isString()) {
            ids.put(example.stringValue(), real.stringValue());
            ids.put(tail(example), tail(real));
        } else if (example.isArray()) {
            for (int i = 0; i < example.size(); i++) {
                learn(example.get(i), real.get(i));
            }
        } else {
            example.propertyStream().forEach(it -> learn(it.getValue(), real.get(it.getKey())));
        }
    }

    private static String tail(JsonNode id) {
        return id.stringValue().replaceFirst("^[a-z]+-", "");
    }

    /** The example's text with what the service calls things. */
    String real(JsonNode example) {
        return real(JSON.writeValueAsString(example));
    }

    String real(String text) {
        var real = text;
        for (var id : ids.entrySet()) {
            real = real.replace(id.getKey(), id.getValue());
        }
        return real;
    }

    /** The other way round. */
    String example(String text) {
        var example = text;
        for (var id : ids.entrySet()) {
            example = example.replace(id.getValue(), id.getKey());
        }
        return example;
    }

    String path(Operation operation) {
        var path = operation.path();
        for (var it : operation.variables()) {
            if (it.in().equals("path")) {
                path = path.replace("{" + it.name() + "}", encoded(example(it)));
            }
        }
        return path;
    }

    private String query(Operation operation) {
        var query = new HashMap<String, String>();
        for (var it : operation.variables()) {
            if (it.in().equals("query") && !it.like().isMissingNode()) {
                query.put(it.name(), example(it));
            }
        }
        if (operation.isList() || operation.told().path("ask").has("after")) {
            query.put("after", position);
        }
        var text = new StringBuilder();
        query.forEach((name, value) ->
                text.append(text.isEmpty() ? '?' : '&').append(name).append('=').append(encoded(value)));
        return text.toString();
    }

    /** What stands for a variable. */
    String example(Operation.Variable variable) {
        var like = variable.like().isMissingNode()
                ? types.get(variable.type()).path("examples").path(0)
                : variable.like();
        return real(like.asString(""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
