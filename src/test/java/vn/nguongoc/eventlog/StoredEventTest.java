package vn.nguongoc.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

class StoredEventTest {
    private static final Instant RECORDED_AT = Instant.parse("2026-05-20T01:00:00.120Z");
    private static final JsonMapper JSON = JsonMapper.shared();

    private static byte[] entry(String actor, long sequence, JsonNode payload) {
        return Envelope.of(
                new SimpleSerializedObject<>(payload, JsonNode.class, "lot.harvested", "3"),
                "event-1",
                "HarvestLot",
                new Commit.Version("lot-1", sequence),
                actor,
                RECORDED_AT,
                sequence == 0 ? null : Leaf.hash(new byte[] {1}));
    }

    private static StoredEvent read(byte[] bytes) {
        return StoredEvent.read(bytes, RECORDED_AT);
    }

    /** What comes back may only differ from what a JSON reader finds if one of the two reads wrongly. */
    private static void assertReadAsJsonReadsIt(byte[] bytes) {
        var event = read(bytes);
        var json = JSON.readTree(bytes);
        assertThat(event.aggregate()).isEqualTo(json.at("/aggregate/id").stringValue());
        assertThat(event.sequence()).isEqualTo(json.at("/aggregate/sequence").longValue());
        assertThat(event.type()).isEqualTo(json.at("/aggregate/type").stringValue());
        assertThat(event.id()).isEqualTo(json.at("/event/id").stringValue());
        var payload = event.payload();
        assertThat(payload.getType().getName()).isEqualTo(json.at("/event/name").stringValue());
        assertThat(payload.getType().getRevision())
                .isEqualTo(json.at("/event/revision").asString());
        assertThat(JSON.readTree(payload.getData())).isEqualTo(json.get("payload"));
        assertThat(JSON.readTree(event.metaData().getData()).get(Recorder.ACTOR))
                .isEqualTo(json.get("actor"));
    }

    @Property(tries = 300)
    void whoever_recorded_whatever_is_read_as_any_reader_of_json_does(
            @ForAll String actor, @ForAll String text, @ForAll @LongRange(max = 3) long sequence) {
        var sound = new String(actor.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        var payload = JsonNodeFactory.instance.objectNode();
        payload.put("text", new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        assertReadAsJsonReadsIt(entry(sound, sequence, payload));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"recordedAt\":\"2026-05-20T01:00:00.120Z\"}",
                "{\"z\":{\"previous\":\"0000000000000000000000000000000000000000000000000000000000000000\"}}",
                "{\"z\":\"\\\",\\\"recordedAt\\\":\\\"\"}",
            })
    void a_payload_that_looks_like_the_envelope_is_still_the_payload(String payload) {
        for (long sequence = 0; sequence < 2; sequence++) {
            assertReadAsJsonReadsIt(entry("a \"quoted\\\" actor", sequence, JSON.readTree(payload)));
        }
    }

    @Test
    void half_an_entry_and_one_with_a_changed_name_are_refused() {
        var whole = entry("Người ghi", 1, JSON.readTree("{\"a\":\"b\"}"));
        for (int length = 0; length < whole.length; length++) {
            var cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(cut)).isInstanceOf(IllegalArgumentException.class);
        }
        var changed = new String(whole, StandardCharsets.UTF_8).replace("\"previous\"", "\"prevjous\"");
        assertThatThrownBy(() -> read(changed.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no entry of the log");
    }
}
