package vn.nguongoc.catalogue;

import java.util.List;
import java.util.Set;

/**
 * Closed lists of words: their codes are here, what people read is in the message files.
 *
 * @param groups the parts of a lot's journey, newest first
 * @param pathogens what post-larvae are tested for
 * @param plotCodes the schemes under which authorities number plots
 */
public record Terms(
        List<Family> families,
        Set<String> plotKinds,
        List<LabTest> labTests,
        List<String> groups,
        Set<String> pathogens,
        List<PlotCode> plotCodes) {

    /** The codes of all laboratory tests, sorted. */
    public List<String> labTestCodes() {
        return labTests.stream().map(LabTest::code).sorted().toList();
    }

    /** Products that are grown and handled alike; {@code use} tells which list of substances counts for them. */
    public record Family(String code, Substance.Use use) {}

    /** @throws java.util.NoSuchElementException if there is no such family */
    public Family family(String code) {
        return families.stream()
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Something a laboratory finds out.
     *
     * @param expectedOf families whose lots leave something unknown without it
     */
    public record LabTest(String code, Set<String> expectedOf) {
        public LabTest {
            expectedOf = expectedOf == null ? Set.of() : Set.copyOf(expectedOf);
        }
    }

    /**
     * A scheme under which an authority numbers plots: the number is kept as it was given.
     *
     * @param form what it usually looks like, a regular expression; another look is a doubt
     */
    public record PlotCode(String code, String form, Source source) {}
}
