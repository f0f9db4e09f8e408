package vn.nguongoc.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The requests of a demonstration chain, with places for the ids that earlier answers gave. */
final class DemoScript {
    private static final Pattern PLACE =
            Pattern.compile("\\$\\{([A-Za-z0-9]+)(?:\\.([a-z]+)\\.(\\d+)(?:\\.([a-z]+))?)?}");
    private static final JsonMapper JSON = JsonMapper.shared();

    private DemoScript() {}

    static List<Entry> read(String file) {
        try (var in = DemoScript.class.getResourceAsStream("/demo/" + file)) {
            return new YAMLMapper().readValue(in, new TypeReference<List<Entry>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * One POST.
     *
     * @param as name for the answer's ids in later entries
     * @param refused the problem that the service must answer with: this cannot be true
     * @param ifMatch the version of the thing that it changes
     */
    record Entry(
            String post,
            @Nullable String as,
            @Nullable String refused,
            @Nullable String ifMatch,
            JsonNode body) {

        /** The entry's own words make its key: it stays the same when others are put before it. */
        String key() {
            return "demo-" + UUID.nameUUIDFromBytes((post + "\n" + body).getBytes(StandardCharsets.UTF_8));
        }

        String path(Map<String, JsonNode> answers) {
            return fill(post, answers);
        }

        /** The body as JSON; the same answers make the same bytes, so that a repeated request is recognised. */
        String body(Map<String, JsonNode> answers) {
            return fill(JSON.writeValueAsString(body), answers);
        }

        private static String fill(String text, Map<String, JsonNode> answers) {
            return PLACE.matcher(text).replaceAll(place -> {
                var answer = answers.get(place.group(1));
                if (answer == null) {
                    throw new IllegalStateException("nothing before is named " + place.group(1));
                }
                return named(answer, place.group(2), place.group(3), place.group(4))
                        .stringValue();
            });
        }

        /** The answer's own id, or what one of its lists names. */
        private static JsonNode named(
                JsonNode answer, @Nullable String list, @Nullable String index, @Nullable String field) {
            if (list == null || index == null) {
                return answer.get("id");
            }
            var element = answer.get(list).get(Integer.parseInt(index));
            return field == null ? element : element.get(field);
        }
    }
}
