package vn.nguongoc.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.nguongoc.web.Words;

/** What an operation answers with, well and ill. */
final class Responses {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String PROBLEM = "application/problem+json";

    private final Words words;
    private final Locale language;
    private final ProblemTypes problems;
    private final JsonNode answers;

    /** @param answers examples by the id of the operation */
    Responses(Words words, Locale language, ProblemTypes problems, JsonNode answers) {
        this.words = words;
        this.language = language;
        this.problems = problems;
        this.answers = answers;
    }

    ObjectNode of(Operation operation) {
        var all = JSON.objectNode();
        all.set(String.valueOf(operation.status()), well(operation));
        if (operation.isThing() || operation.isList()) {
            var after = words.say(language, "reference.answer.after");
            all.putObject("503").put("description", after).set("headers", headers(List.of("Retry-After")));
        }
        var byStatus = new TreeMap<Integer, List<String>>();
        problems.of(operation)
                .forEach(code -> problems.statuses(code)
                        .forEach(status -> byStatus.computeIfAbsent(status, it -> new ArrayList<>())
                                .add(code)));
        byStatus.forEach((status, codes) -> all.set(status.toString(), ill(status, codes)));
        return all;
    }

    private ObjectNode well(Operation operation) {
        var answer = JSON.objectNode();
        answer.put("description", words.say(language, "reference.answer." + operation.status()));
        answer.set("headers", headers(headersOf(operation)));
        var content = answer.putObject("content");
        operation.told().path("media").forEach(it -> content.putObject(it.stringValue()));
        if (operation.told().has("answer")) {
            var json = content.putObject("application/json");
            json.set("schema", Schemas.named(operation.told().get("answer").stringValue()));
            if (answers.has(operation.id())) {
                json.set("example", answers.get(operation.id()));
            }
        }
        return answer;
    }

    private static List<String> headersOf(Operation operation) {
        var all = new ArrayList<String>();
        if (operation.records()) {
            all.addAll(List.of("Location", "ETag", "Log-Position"));
        }
        if (operation.isThing()) {
            all.add("ETag");
        }
        if (operation.isList()) {
            all.add("Link");
        }
        if (operation.path().startsWith("/api/")) {
            all.add("API-Version");
        }
        if (!operation.isOpen()) {
            all.add("RateLimit");
        }
        return all;
    }

    private static ObjectNode headers(List<String> names) {
        var headers = JSON.objectNode();
        names.forEach(it -> headers.putObject(it).put("$ref", "#/components/headers/" + it));
        return headers;
    }

    private ObjectNode ill(int status, List<String> codes) {
        var answer = JSON.objectNode();
        answer.put(
                "description",
                String.join("; ", codes.stream().map(problems::title).toList()));
        if (status == 429 || status == 503) {
            answer.set("headers", headers(List.of("Retry-After")));
        }
        var content = answer.putObject("content").putObject(PROBLEM);
        content.set("schema", Schemas.named("Problem"));
        var examples = content.putObject("examples");
        codes.forEach(it ->
                examples.putObject(ProblemTypes.key(it)).put("$ref", "#/components/examples/" + ProblemTypes.key(it)));
        return answer;
    }
}
