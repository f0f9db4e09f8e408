package vn.nguongoc.farmer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.nguongoc.Refusals.refusalOf;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys that people's keys are wrapped with. */
class MasterKeysTest {
    private static final String OLD = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String NEW =
            Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));

    static MasterKeys keys(@Nullable Path directory, String... lines) {
        return new MasterKeys(new FarmerSettings(List.of(lines)), directory);
    }

    @Test
    void the_first_one_is_made_when_it_is_needed_and_found_again(@TempDir Path directory) {
        var made = keys(directory).current();
        assertThat(keys(directory).named(made.id()).orElseThrow().key()).isEqualTo(made.key());
        assertThat(keys(directory).current().id()).isEqualTo(made.id());
    }

    @Test
    void new_people_get_the_last_one_and_old_ones_are_found() {
        var keys = keys(null, OLD, NEW);
        assertThat(keys.current().id()).isEqualTo(keys(null, NEW).current().id());
        assertThat(keys.named(keys(null, OLD).current().id())).isPresent();
        assertThat(keys(null, NEW).named(keys(null, OLD).current().id())).isEmpty();
    }

    @Test
    void without_a_place_for_one_nobody_is_entered() {
        assertThat(refusalOf(() -> keys(null).current())).isEqualTo(new FarmerRefusal.NoMasterKey());
    }

    @Test
    void what_is_wrong_with_a_key_is_told_without_it() {
        assertThatThrownBy(() -> keys(null, "không phải khóa")).hasMessage("a master key is not base 64");
        assertThatThrownBy(() -> keys(null, "AAAA")).hasMessage("a master key has 3 bytes, it needs 32");
        assertThat(keys(null, NEW).current().toString()).doesNotContain(NEW);
    }
}
