package vn.nguongoc.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** One file of the catalogue, whose every mistake is told with its line. */
final class CatalogueFile {
    private static final JsonMapper RECORDS = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final String name;
    private final Node root;

    /** @throws CatalogueFault if it is no YAML */
    CatalogueFile(String name, InputStream in) throws IOException {
        this.name = name;
        try (in) {
            var settings = LoadSettings.builder().setLabel(name).build();
            this.root = new Compose(settings)
                    .composeInputStream(in)
                    .orElseThrow(() -> new CatalogueFault(name, 1, "there is nothing in it"));
        } catch (MarkedYamlEngineException e) {
            var line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new CatalogueFault(name, line, String.valueOf(e.getProblem()));
        }
    }

    /** Its entries in their order. */
    <T extends Record> List<T> entries(Class<T> type) {
        if (!(root instanceof SequenceNode entries)) {
            throw fault(root, "a list of entries was expected");
        }
        var read = new ArrayList<T>();
        entries.getValue().forEach(entry -> read.add(read(entry, type)));
        return read;
    }

    <T extends Record> T whole(Class<T> type) {
        return read(root, type);
    }

    /** Where the entry of this code begins, the last of them if it stands twice; 0 if there is none. */
    int lineOf(String code) {
        var entries = root instanceof SequenceNode list ? list.getValue() : List.of(root);
        return entries.reversed().stream()
                .filter(entry -> codeOf(toJson(entry)).equals(code))
                .map(CatalogueFile::line)
                .findFirst()
                .orElse(0);
    }

    private static String codeOf(JsonNode entry) {
        return entry.path(entry.has("code") ? "code" : "active").asString("");
    }

    private <T extends Record> T read(Node node, Class<T> type) {
        try {
            var entry = RECORDS.convertValue(toJson(node), type);
            requireWhatIsDeclared(node, entry);
            return entry;
        } catch (JacksonException e) {
            throw fault(at(node, e.getPath()), reason(e));
        }
    }

    private static String reason(JacksonException e) {
        if (e instanceof UnrecognizedPropertyException stranger) {
            return unknown(stranger);
        }
        var cause = e.getCause() instanceof IllegalArgumentException rule ? rule.getMessage() : null;
        return cause == null
                ? String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("unreadable")
                : cause;
    }

    private static String unknown(UnrecognizedPropertyException e) {
        var known =
                e.getKnownPropertyIds().stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
        return "unknown entry " + e.getPropertyName() + "; known: " + known;
    }

    private void requireWhatIsDeclared(Node node, Record entry) {
        for (var component : entry.getClass().getRecordComponents()) {
            var value = value(component, entry);
            if (value == null && !isNullable(component)) {
                throw fault(node, "it lacks " + component.getName());
            }
            var nested =
                    value instanceof Collection<?> many ? many : value instanceof Map<?, ?> map ? map.values() : value;
            if (nested instanceof Record one) {
                requireWhatIsDeclared(node, one);
            } else if (nested instanceof Collection<?> many) {
                many.stream()
                        .filter(Record.class::isInstance)
                        .forEach(one -> requireWhatIsDeclared(node, (Record) one));
            }
        }
    }

    private static boolean isNullable(RecordComponent component) {
        AnnotatedElement type = component.getAnnotatedType();
        return type.isAnnotationPresent(Nullable.class);
    }

    private static @Nullable Object value(RecordComponent component, Record entry) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(entry);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }

    private static Node at(Node node, List<JacksonException.Reference> path) {
        var found = node;
        for (var step : path) {
            var next = child(found, step);
            if (next == null) {
                return found;
            }
            found = next;
        }
        return found;
    }

    private static @Nullable Node child(Node node, JacksonException.Reference step) {
        return switch (node) {
            case SequenceNode list
            when step.getIndex() >= 0 && step.getIndex() < list.getValue().size() ->
                list.getValue().get(step.getIndex());
            case MappingNode map ->
                map.getValue().stream()
                        .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode key
                                && key.getValue().equals(step.getPropertyName()))
                        .map(tuple -> tuple.getValueNode())
                        .findFirst()
                        .orElse(null);
            default -> null;
        };
    }

    private CatalogueFault fault(Node at, String reason) {
        return new CatalogueFault(name, line(at), reason);
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    private static JsonNode toJson(Node node) {
        var json = JsonNodeFactory.instance;
        return switch (node) {
            case ScalarNode scalar -> json.stringNode(scalar.getValue());
            case SequenceNode list -> {
                var array = json.arrayNode();
                list.getValue().forEach(each -> array.add(toJson(each)));
                yield array;
            }
            case MappingNode map -> {
                var object = json.objectNode();
                map.getValue()
                        .forEach(tuple ->
                                object.set(((ScalarNode) tuple.getKeyNode()).getValue(), toJson(tuple.getValueNode())));
                yield object;
            }
            default -> json.nullNode();
        };
    }
}
