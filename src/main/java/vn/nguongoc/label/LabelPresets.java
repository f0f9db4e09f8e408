package vn.nguongoc.label;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedCollection;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.nguongoc.shared.Refused;

/** The sheets and rolls that labels are printed on, from {@code label/presets.yml}. */
public final class LabelPresets {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private final Map<String, LabelPreset> presets = new LinkedHashMap<>();

    LabelPresets(InputStream yaml) {
        YAML.readValue(yaml, new TypeReference<List<LabelPreset>>() {}).forEach(each -> {
            if (presets.put(each.code(), each) != null) {
                throw new IllegalArgumentException(each.code() + " stands twice");
            }
        });
    }

    /** The ones that come with the service. */
    public static LabelPresets load() {
        try (var yaml = Objects.requireNonNull(LabelPresets.class.getResourceAsStream("/label/presets.yml"))) {
            return new LabelPresets(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public SequencedCollection<LabelPreset> all() {
        return List.copyOf(presets.values());
    }

    /** @throws Refused with {@link LabelRefusal.UnknownPreset} */
    public LabelPreset preset(String code) {
        var preset = presets.get(code);
        if (preset == null) {
            throw new Refused(new LabelRefusal.UnknownPreset(code, List.copyOf(presets.keySet())));
        }
        return preset;
    }
}
