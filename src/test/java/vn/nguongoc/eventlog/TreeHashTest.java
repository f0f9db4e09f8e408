package vn.nguongoc.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TreeHashTest {
    /** The entries that the implementations of RFC 6962 are tried with. */
    private static final List<String> ENTRIES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static byte[] rootOfTheFirst(int size) {
        var tree = new TreeHash();
        ENTRIES.stream()
                .limit(size)
                .forEach(entry -> tree.add(Leaf.hash(HexFormat.of().parseHex(entry))));
        return tree.root();
    }

    @Test
    void the_root_of_nothing_is_the_hash_of_nothing() {
        assertThat(HexFormat.of().formatHex(rootOfTheFirst(0)))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void the_root_of_one_leaf_is_that_leaf() {
        assertThat(rootOfTheFirst(1)).isEqualTo(Leaf.hash(new byte[0]));
    }

    /** Every proof that must verify names the root that it verifies against. */
    @Test
    void roots_are_those_of_others() throws IOException {
        var vectors = Path.of("../shared/vectors/merkle/inclusion");
        assumeTrue(Files.isDirectory(vectors), "no vectors here: ../shared is not part of the project");
        int compared = 0;
        try (var files = Files.walk(vectors)) {
            for (var file : files.filter(it -> it.toString().endsWith(".json")).toList()) {
                JsonNode vector = JsonMapper.shared().readTree(Files.readAllBytes(file));
                var size = vector.path("treeSize").asLong();
                var isOfTheseEntries = vectors.relativize(file).toString().matches("\\d+/.*");
                if (isOfTheseEntries && !vector.path("wantErr").asBoolean()) {
                    assertThat(rootOfTheFirst((int) size))
                            .as(file.toString())
                            .isEqualTo(Base64.getDecoder()
                                    .decode(vector.required("root").stringValue()));
                    compared++;
                }
            }
        }
        assertThat(compared).isPositive();
    }
}
