package vn.nguongoc.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.nguongoc.EventFamilies;

/**
 * One file for each event name and revision that was ever stored, as it was stored. Files are added, never changed: a
 * file that no longer reads, or is no longer written the same way, means that logs out there no longer can be read. The
 * files of an event's older revisions tell the same fact as that of the current one, written by hand: so they say what
 * upcasting makes of them.
 */
class EventRevisionsTest {
    private static final Path DOCS = Path.of("docs/events.md");
    private static final Path GOLDEN = Path.of("src/test/resources/events");

    private final EventTypes types = EventFamilies.eventTypes();
    private final EventSerializer serializer = new EventSerializer(types);

    static Stream<Path> files() throws IOException {
        try (var files = Files.list(GOLDEN)) {
            return files.toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void what_was_stored_is_read_and_written_as_the_current_revision_to_the_byte(Path file) throws IOException {
        var name = file.getFileName().toString().replace(".json", "").split("@", 2);
        Object event = serializer.deserialize(
                new SimpleSerializedObject<>(json(file), JsonNode.class, new SimpleSerializedType(name[0], name[1])));
        var current =
                GOLDEN.resolve(name[0] + "@" + types.nameOf(event.getClass()).revision() + ".json");
        var again = serializer.serialize(event, JsonNode.class).getData();
        assertThat(new String(CanonicalJson.bytes(again), StandardCharsets.UTF_8))
                .isEqualTo(new String(CanonicalJson.bytes(json(current)), StandardCharsets.UTF_8));
    }

    private static JsonNode json(Path file) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(file));
    }

    /**
     * docs/events.md is made from the event records and these files: {@code mvn test -Dtest=EventRevisionsTest
     * -Dnguongoc.write-docs} writes it, and without that flag this test says where it differs.
     */
    @Test
    void the_docs_list_every_event() throws IOException {
        var text = new StringBuilder("""
                # Events

                What can happen, under the name and revision it is stored by for ever. Each stands with a payload as it was
                stored; the envelope around it (who recorded it and when, its place in its aggregate) is described in
                [ADR 1](adr/0001-our-own-event-log.md). This page is generated; a test keeps it true.
                """);
        types.all().stream()
                .sorted(Comparator.comparing(type -> types.nameOf(type).value()))
                .forEach(type -> text.append(section(type)));
        if (System.getProperty("nguongoc.write-docs") != null) {
            Files.writeString(DOCS, text);
        }
        assertThat(DOCS).hasContent(text.toString());
    }

    private String section(Class<?> type) {
        var name = types.nameOf(type);
        var fields = Stream.of(type.getRecordComponents())
                .map(it -> "`" + it.getName() + "` " + it.getType().getSimpleName()
                        + (it.getAnnotatedType().isAnnotationPresent(Nullable.class) ? ", may be absent" : ""))
                .collect(Collectors.joining("; "));
        return "\n## %s, revision %d\n\n`%s`: %s.\n\n```json\n%s```\n%s"
                .formatted(
                        name.value(),
                        name.revision(),
                        type.getSimpleName(),
                        fields,
                        golden(name.value(), name.revision()),
                        older(name));
    }

    private static String older(EventName name) {
        return IntStream.range(1, name.revision())
                .mapToObj(revision -> "\nRevision %d of the same fact, which is still read:\n\n```json\n%s```\n"
                        .formatted(revision, golden(name.value(), revision)))
                .collect(Collectors.joining());
    }

    private static String golden(String name, int revision) {
        try {
            return Files.readString(GOLDEN.resolve(name + "@" + revision + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void every_revision_of_every_event_has_its_file() {
        for (var type : types.all()) {
            var name = types.nameOf(type);
            for (int revision = 1; revision <= name.revision(); revision++) {
                assertThat(GOLDEN.resolve(name.value() + "@" + revision + ".json"))
                        .exists();
            }
        }
    }
}
