package vn.nguongoc.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * docs/rules.md is where the catalogue's numbers say they are from, and names only problems and flags that there are.
 */
class RulesTest {
    private static final Path RULES = Path.of("docs/rules.md");
    private static final Path CATALOGUE = Path.of("src/main/resources/catalogue");
    private static final Path WORDS = Path.of("src/main/resources/messages_vi.properties");
    private static final Pattern SECTION = Pattern.compile("rules\\.md ([\\p{L}\\d–-]+)");

    private static Set<String> found(Pattern pattern, String text) {
        var all = new TreeSet<String>();
        pattern.matcher(text).results().forEach(match -> all.add(match.group(1)));
        return all;
    }

    @Test
    void every_section_that_the_catalogue_names_is_there() throws IOException {
        var named = new TreeSet<String>();
        try (var files = Files.list(CATALOGUE)) {
            for (var file : files.toList()) {
                named.addAll(found(SECTION, Files.readString(file)));
            }
        }
        assertThat(found(Pattern.compile("(?m)^## (.+)$"), Files.readString(RULES)))
                .hasSizeGreaterThan(20)
                .containsAll(named);
    }

    @Test
    void every_problem_and_flag_that_the_rules_name_is_there() throws IOException {
        var rules = Files.readString(RULES);
        assertThat(found(Pattern.compile("`([a-z]+/[a-z-]+)`"), rules))
                .isNotEmpty()
                .allMatch(problem -> Files.exists(Path.of("docs/problems", problem + ".md")));
        var words = Files.readString(WORDS);
        assertThat(found(Pattern.compile("\\(`([a-z-]+)`"), rules))
                .isNotEmpty()
                .allMatch(flag -> words.contains("\nflag." + flag + "="));
    }
}
