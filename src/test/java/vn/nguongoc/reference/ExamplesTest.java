package vn.nguongoc.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.nguongoc.Api;
import vn.nguongoc.Api.Answer;
import vn.nguongoc.ServiceTest;

/** The reference is OpenAPI, its examples are of its forms, and the service takes and gives what they say. */
@ServiceTest
class ExamplesTest {
    private static final Path ANSWERS = Path.of("src/main/resources/openapi/answers.json");

    /** What can be asked only at a moment, or by somebody, that a story in a service with open doors does not have. */
    private static final Set<String> NOT_IN_THE_STORY = Set.of(
            "readMyself", // open doors know nobody
            "cancelLabels", // the file is there before anybody can say so
            "resolveLink", // of packed goods; ResolverTest asks for it
            "rebuildHistory", // for all tests; RebuildInTheServiceTest asks for it
            "readDeadLetter",
            "retryDeadLetter",
            "storeFile",
            "readFile",
            "readEvidence", // of a file; EvidenceOfFactsTest asks for it
            "readPaper");

    private final Api api;
    private final SoftAssertions all = new SoftAssertions();

    ExamplesTest(@LocalServerPort int port) {
        api = new Api(port);
    }

    private JsonNode document(String language) {
        return api.get("/v3/api-docs?lang=" + language).json();
    }

    @Test
    void the_document_is_openapi_in_each_language() {
        for (var language : List.of("vi", "en", "km")) {
            assertThat(Forms.faultsOf(document(language))).as(language).isEmpty();
        }
        assertThat(document("vi").at("/paths/~1api~1lots/post/summary").stringValue())
                .isEqualTo("Ghi một lần thu hoạch thành lô");
        assertThat(document("en").at("/paths/~1api~1lots/post/summary").stringValue())
                .isEqualTo("Record a harvest as a lot");
    }

    @Test
    void what_is_no_openapi_is_caught() {
        var broken = (tools.jackson.databind.node.ObjectNode) document("vi");
        broken.withObjectProperty("paths").putObject("/x").putObject("get").put("summary", 1);
        assertThat(Forms.faultsOf(broken)).isNotEmpty();
    }

    @Test
    void every_reference_within_the_document_leads_somewhere() {
        var document = document("vi");
        document.findValues("$ref")
                .forEach(it -> assertThat(
                                document.at(it.stringValue().substring(1)).isMissingNode())
                        .as(it.stringValue())
                        .isFalse());
    }

    @Test
    void every_example_is_of_its_form() {
        var document = document("vi");
        var forms = new Forms(document);
        document.get("paths").valueStream().flatMap(JsonNode::valueStream).forEach(operation -> {
            var id = operation.get("operationId").stringValue();
            var json = operation.at("/requestBody/content/application~1json");
            json.path("examples")
                    .valueStream()
                    .forEach(it -> all.assertThat(forms.faults(json.get("schema"), it.get("value")))
                            .as(id + " sends")
                            .isEmpty());
            operation
                    .get("responses")
                    .valueStream()
                    .map(it -> it.at("/content/application~1json"))
                    .filter(it -> it.has("example"))
                    .forEach(it -> all.assertThat(forms.faults(it.get("schema"), it.get("example")))
                            .as(id + " answers")
                            .isEmpty());
            operation
                    .get("parameters")
                    .valueStream()
                    .filter(it -> it.has("example"))
                    .forEach(it -> all.assertThat(forms.faults(it.get("schema"), it.get("example")))
                            .as(id + " is asked with " + it.get("name"))
                            .isEmpty());
        });
        all.assertAll();
    }

    @Test
    void what_is_not_of_its_form_is_caught() {
        var document = document("vi");
        var lot = Operations.all().stream()
                .filter(it -> it.id().equals("recordHarvest"))
                .findFirst()
                .orElseThrow();
        var example = (tools.jackson.databind.node.ObjectNode)
                Objects.requireNonNull(lot.examples().get("example")).deepCopy();
        example.put("moisturePercent", "100").put("happenedAt", "2026-04-24");
        assertThat(new Forms(document).faults(Schemas.named("Harvest"), example))
                .hasSize(2);
    }

    /** {@code mvn test -Dtest=ExamplesTest -Dnguongoc.write-docs} keeps the answers as examples of the document. */
    @Test
    void the_service_takes_every_example_and_answers_in_the_form_that_is_told() throws IOException {
        var document = document("vi");
        var forms = new Forms(document);
        var story = new Story(api);
        var answers = new TreeMap<String, JsonNode>();
        for (var operation : Operations.all()) {
            if (NOT_IN_THE_STORY.contains(operation.id())) {
                continue;
            }
            for (var answer : story.tell(operation)) {
                all.assertThat(answer.status())
                        .as(operation.id() + " " + answer.text())
                        .isEqualTo(operation.status());
                if (answer.status() < 300 && operation.told().has("answer")) {
                    var form = Schemas.named(operation.told().get("answer").stringValue());
                    all.assertThat(forms.faults(form, answer.json()))
                            .as(operation.id() + " answers " + answer.text())
                            .isEmpty();
                    answers.putIfAbsent(operation.id(), example(story, answer));
                }
                headers(operation, answer);
            }
        }
        all.assertAll();
        if (System.getProperty("nguongoc.write-docs") != null) {
            answers.remove("readReference");
            Files.writeString(
                    ANSWERS,
                    JsonMapper.builder()
                                    .enable(SerializationFeature.INDENT_OUTPUT)
                                    .build()
                                    .writeValueAsString(answers) + "\n");
        }
        assertThat(Operations.read("answers.json").propertyNames())
                .as("mvn test -Dtest=ExamplesTest -Dnguongoc.write-docs")
                .containsAll(answers.keySet().stream()
                        .filter(it -> !it.equals("readReference"))
                        .toList());
    }

    private void headers(Operation operation, Answer answer) {
        if (operation.path().startsWith("/api/")) {
            all.assertThat(answer.header("API-Version")).isEqualTo("1.0");
        }
        if (operation.isThing() || operation.records()) {
            all.assertThat(answer.response().headers().map()).as(operation.id()).containsKey("ETag");
        }
    }

    /** With the names of the examples, and no secret. */
    private static JsonNode example(Story story, Answer answer) {
        return JsonMapper.shared()
                .readTree(story.example(answer.text())
                        .replaceAll("http://[^/\"]*/", "https://nguongoc.example/")
                        .replaceAll("localhost:\\d+", "nguongoc.example")
                        .replaceAll("ngk_[0-9a-z]{16}_[A-Za-z0-9_-]{43}", "ngk_0m2p4r6t8w1y3a5c_…")
                        .replaceAll("join#[^\"]*", "join#…"));
    }
}
