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
        Set<String> families,
        Set<String> plotKinds,
        List<LabTest> labTests,
        List<String> groups,
        Set<String> pathogens,
        List<PlotCode> plotCodes) {

    /** The codes of all laboratory tests, sorted. */
    public List<String> labTestCodes() {
        return labTests.stream().map(LabTest::code).sorted().toList();
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
