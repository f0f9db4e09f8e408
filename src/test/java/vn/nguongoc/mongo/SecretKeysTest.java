package vn.nguongoc.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys that nobody else may read, under ids that tell nothing of them and stay the same for ever. */
class SecretKeysTest {
    private static final String ZEROS = Base64.getEncoder().encodeToString(new byte[32]);

    @TempDir
    Path directory;

    private SecretKeys kept() {
        return new SecretKeys("serial key", List.of(), directory.resolve("keys"));
    }

    @Test
    void the_first_is_made_when_it_is_needed_for_its_owner_alone() throws IOException {
        var file = directory.resolve("keys");
        var keys = kept();
        assertThat(keys.all()).isEmpty();
        assertThat(file).doesNotExist();
        var made = keys.current().orElseThrow();
        assertThat(made.secret()).hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(keys.current().orElseThrow()).isSameAs(made);
        assertThat(kept().current().orElseThrow().secret()).isEqualTo(made.secret());
    }

    @Test
    void what_is_configured_is_taken_and_no_file_is_read_or_made() {
        kept().current();
        var configured = new SecretKeys("serial key", List.of(ZEROS), directory.resolve("keys"));
        assertThat(configured.all()).hasSize(1);
        assertThat(configured.current().orElseThrow().secret()).isEqualTo(new byte[32]);
    }

    @Test
    void without_a_place_for_one_there_is_none() {
        assertThat(new SecretKeys("serial key", List.of(), null).current()).isEmpty();
    }

    /** An id that changed would lose what was made with its key; figures from before this class was made. */
    @Test
    void ids_stay_as_they_were() {
        assertThat(new SecretKeys("serial key", List.of(ZEROS), null)
                        .all()
                        .getFirst()
                        .id())
                .isEqualTo("0c00934d");
        assertThat(new SecretKeys("master key", List.of(ZEROS), null)
                        .all()
                        .getFirst()
                        .id())
                .isEqualTo("9baf8b88");
    }

    @Test
    void no_secret_is_told() {
        assertThatThrownBy(() -> new SecretKeys("serial key", List.of("không phải khóa"), null))
                .hasMessage("a serial key is not base 64");
        assertThat(new SecretKeys("serial key", List.of(ZEROS), null).all().toString())
                .doesNotContain(ZEROS, "[0, 0");
    }
}
