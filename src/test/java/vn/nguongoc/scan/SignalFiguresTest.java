package vn.nguongoc.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nguongoc.scan.SignalFigures.Share;

/**
 * What docs/scan-signals.md says of precision and recall is what comes out, here of fewer histories and from another
 * seed: the documented figure lies within 99.9 % bounds of what is found.
 */
class SignalFiguresTest {
    private static final Path DOCS = Path.of("docs/scan-signals.md");
    private static final List<String> KINDS =
            List.of("10 copies", "100 copies", "1,000 copies", "before sale", "old lot", "all");
    private static final Pattern FIGURE = Pattern.compile("([0-9.]+) % \\(");
    private static final SignalFigures FIGURES = SignalFigures.of(SignalFigures.SEED + 1, 30_000, 150);
    private static final double STANDARD_ERRORS = 3.3;

    private static List<Double> documented(String signal) throws IOException {
        var row = Files.readAllLines(DOCS).stream()
                .filter(line -> line.startsWith("| `" + signal + "` | ") && line.contains("("))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row of " + signal));
        return FIGURE.matcher(row)
                .results()
                .map(it -> Double.parseDouble(it.group(1)) / 100)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"before-dispatch", "many-devices", "far-apart", "after-sale", "any"})
    void the_documented_figures_are_those_that_come_out(String signal) throws IOException {
        var figures = documented(signal);
        assertThat(figures).hasSize(1 + KINDS.size());
        near(figures.getFirst(), FIGURES.falseAlarms(SignalThresholds.CHOSEN, signal), signal + " false alarms");
        for (int i = 0; i < KINDS.size(); i++) {
            near(
                    figures.get(i + 1),
                    FIGURES.recall(SignalThresholds.CHOSEN, signal, KINDS.get(i)),
                    signal + " of " + KINDS.get(i));
        }
    }

    private static void near(double documented, Share found, String what) {
        var error = Math.sqrt(documented * (1 - documented) / found.whole());
        assertThat(found.value())
                .as(what)
                .isBetween(
                        documented - STANDARD_ERRORS * error - 2.0 / found.whole(),
                        documented + STANDARD_ERRORS * error + 2.0 / found.whole());
    }

    @Test
    void the_same_seed_makes_the_same_histories() {
        assertThat(new ScanHistories(7).honest()).isEqualTo(new ScanHistories(7).honest());
    }

    @Test
    void of_a_hundred_copies_nearly_every_code_shows_itself() {
        assertThat(FIGURES.recall(SignalThresholds.CHOSEN, "any", "100 copies").value())
                .isGreaterThan(0.95);
    }
}
