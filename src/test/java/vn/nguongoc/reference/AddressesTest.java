package vn.nguongoc.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.nguongoc.ServiceTest;

/** Every address is told of, with every reason for which it may say no. */
@ServiceTest
class AddressesTest {
    private static final Path PROBLEMS = Path.of("src/main/resources/openapi/problems.json");

    /** What operations of a kind have in common; the rest follows from each one's code. */
    private static final Map<String, List<String>> COMMON = new TreeMap<>(Map.of(
            "all",
            List.of(
                    "log/not-found",
                    "web/database-away",
                    "web/not-yet-there",
                    "web/nothing-here",
                    "web/unknown-edition",
                    "web/unusable-parameter"),
            "sending",
            List.of(
                    "web/body-too-large",
                    "web/no-body",
                    "web/unknown-field",
                    "web/unreadable-body",
                    "web/unusable-fields",
                    "web/wrong-type"),
            "recording",
            List.of(
                    "log/entry-too-large",
                    "log/key-used-for-another-request",
                    "log/not-stored-in-time",
                    "log/too-many-at-once",
                    "log/too-many-waiting",
                    "web/key-missing"),
            "changing",
            List.of("log/version-moved", "web/unusable-header"),
            "rewriting",
            List.of("log/version-unsaid"),
            "closed",
            List.of(
                    "identity/key-only-reads",
                    "identity/key-only-records",
                    "identity/not-signed-in",
                    "identity/not-your-duty",
                    "identity/say-whose",
                    "identity/too-many-requests")));

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private static Stream<String> addresses(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .flatMap(pattern -> methods.isEmpty()
                        ? Stream.of("ANY " + pattern)
                        : methods.stream().map(RequestMethod::name).map(method -> method + " " + pattern));
    }

    @Test
    void every_address_is_an_operation_or_a_page_and_nothing_else_is() {
        var mapped = mapping.getHandlerMethods().keySet().stream()
                .flatMap(AddressesTest::addresses)
                .collect(Collectors.toCollection(TreeSet::new));
        var told = new TreeSet<>(Operations.pages());
        Operations.all().stream().map(Operation::address).forEach(told::add);
        var untold = new TreeSet<>(mapped);
        untold.removeAll(told);
        assertThat(untold)
                .as(() -> HOW + untold.stream().map(AddressesTest::lines).collect(Collectors.joining("\n")))
                .isEmpty();
        assertThat(mapped).as("told of, but not there").containsAll(told);
    }

    private static final String HOW = """
            Not told of. A page for people: add the address under `pages` in src/main/resources/openapi/others.yml. An
            address of the API: add such lines to the file of its topic (organisations, fields, lots, goods, service),
            the form of its body under `forms` in types.yml, its words (operation.<id> in messages_vi and messages_en),
            and then: mvn test -Dtest='AddressesTest,ExamplesTest' -Dnguongoc.write-docs

            """;

    private static String lines(String address) {
        var isPost = address.startsWith("POST");
        return address + ":\n  id: <operationId>\n" + (address.contains("{") ? "  at: { id: <type> }\n" : "")
                + (isPost ? "  send: <form>\n  example: { … }\n" : "  ask: { after: Position }\n")
                + "  answer: <form>\n";
    }

    @Test
    void every_operation_has_an_id_of_its_own() {
        assertThat(Operations.all().stream().map(Operation::id)).doesNotHaveDuplicates();
    }

    /**
     * {@code mvn test -Dtest=AddressesTest -Dnguongoc.write-docs} writes the file; without, it says what is missing.
     */
    @Test
    void every_reason_to_say_no_is_told_of() throws IOException {
        var reached = new Reached();
        var methods = methods();
        var common = COMMON.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        var operations = new TreeMap<String, TreeSet<String>>();
        for (var operation : Operations.all()) {
            var codes = new TreeSet<String>();
            methods.getOrDefault(operation.address(), List.of()).forEach(it -> codes.addAll(reached.from(it)));
            likeIt(operation).forEach(codes::removeAll);
            operations.put(operation.id(), codes);
        }
        var statuses = reached.statuses();
        statuses.keySet()
                .removeIf(it ->
                        !common.contains(it) && operations.values().stream().noneMatch(codes -> codes.contains(it)));
        var text = JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(
                                new TreeMap<>(Map.of("common", COMMON, "operations", operations, "statuses", statuses)))
                + "\n";
        if (System.getProperty("nguongoc.write-docs") != null) {
            Files.writeString(PROBLEMS, text);
        }
        assertThat(PROBLEMS)
                .as("mvn test -Dtest=AddressesTest -Dnguongoc.write-docs")
                .hasContent(text);
    }

    /** What is told of all operations of its kinds. */
    private static Stream<List<String>> likeIt(Operation operation) {
        return COMMON.entrySet().stream()
                .filter(it -> switch (it.getKey()) {
                    case "sending" -> operation.sends();
                    case "recording" -> operation.records();
                    case "changing" -> operation.changes();
                    case "rewriting" -> operation.needsVersion();
                    case "closed" -> !operation.isOpen();
                    default -> true;
                })
                .map(Map.Entry::getValue);
    }

    private Map<String, List<Method>> methods() {
        return mapping.getHandlerMethods().entrySet().stream()
                .flatMap(it -> addresses(it.getKey())
                        .map(address -> Map.entry(address, it.getValue().getMethod())))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
