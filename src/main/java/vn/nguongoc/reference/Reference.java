package vn.nguongoc.reference;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.nguongoc.web.PublicAddress;
import vn.nguongoc.web.Words;

/** The API's description as OpenAPI 3.1, put together when somebody first asks for it in a language. */
@Component
public class Reference {
    /** The edition of the API that it describes. */
    public static final String EDITION = "1.0";

    private static final List<String> HEADERS =
            List.of("Location", "ETag", "Log-Position", "Link", "API-Version", "RateLimit", "Retry-After");

    private final Words words;
    private final PublicAddress address;
    private final Map<Locale, ObjectNode> told = new ConcurrentHashMap<>();

    Reference(Words words, PublicAddress address) {
        this.words = words;
        this.address = address;
    }

    /** In this language; not to be changed, it is given to others too. */
    public ObjectNode in(Locale language) {
        return told.computeIfAbsent(language, this::tell);
    }

    private ObjectNode tell(Locale language) {
        var document = JsonNodeFactory.instance.objectNode().put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", words.say(language, "reference.title"))
                .put("description", words.say(language, "reference.description"))
                .put("version", EDITION)
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("identifier", "Apache-2.0");
        document.putArray("servers").addObject().put("url", address.base());
        var operations = Operations.all();
        var tags = document.putArray("tags");
        var topics = new LinkedHashSet<String>();
        operations.forEach(it -> topics.add(it.topic()));
        topics.forEach(it ->
                tags.addObject().put("name", it).put("description", words.say(language, "reference.topic." + it)));
        var problems = new ProblemTypes(words, language, address.base());
        var schemas = Schemas.all();
        var writer = new Writer(
                words,
                language,
                new Parameters(words, language, schemas),
                new Responses(words, language, problems, Operations.read("answers.json")));
        var paths = document.putObject("paths");
        operations.forEach(it -> paths.withObjectProperty(it.path()).set(it.method(), writer.write(it)));
        var components = document.putObject("components");
        components.set("schemas", schemas);
        components.set("examples", problems.examples());
        components.set("headers", headers(language));
        components.set("securitySchemes", Operations.read("others.yml").get("doors"));
        return document;
    }

    private ObjectNode headers(Locale language) {
        var all = JsonNodeFactory.instance.objectNode();
        HEADERS.forEach(it -> all.putObject(it)
                .put("description", words.say(language, "reference.header." + it.toLowerCase(Locale.ROOT)))
                .putObject("schema")
                .put("type", "string"));
        return all;
    }

    /** Writes one operation. */
    private record Writer(Words words, Locale language, Parameters parameters, Responses responses) {
        ObjectNode write(Operation it) {
            var operation = JsonNodeFactory.instance
                    .objectNode()
                    .put("operationId", it.id())
                    .put("summary", words.say(language, "operation." + it.id()));
            operation.putArray("tags").add(it.topic());
            operation.set("parameters", parameters.of(it));
            if (it.sends() || it.sendsFile()) {
                operation.set("requestBody", body(it));
            }
            operation.set("responses", responses.of(it));
            var security = operation.putArray("security");
            if (!it.isOpen()) {
                security.addObject().putArray("key");
                security.addObject().putArray("session");
            }
            return operation;
        }

        private static ObjectNode body(Operation it) {
            var body = JsonNodeFactory.instance.objectNode().put("required", true);
            var content = body.putObject("content");
            if (it.sendsFile()) {
                List.of("image/jpeg", "image/png", "application/pdf").forEach(content::putObject);
                return body;
            }
            var json = content.putObject("application/json");
            json.set("schema", Schemas.named(it.told().get("send").stringValue()));
            var examples = json.putObject("examples");
            it.examples().forEach((name, value) -> examples.putObject(name).set("value", value));
            return body;
        }
    }
}
