package vn.nguongoc.plot;

import static vn.nguongoc.web.PersonCode.person;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.catalogue.ActivityKind.Effect;
import vn.nguongoc.catalogue.Substance.Use;
import vn.nguongoc.shared.Vietnam;

/**
 * What keeps a cycle's harvest waiting. A waiting time counts no more once two people said so and a laboratory passed a
 * sample for residues, all of it after the last use and before the harvest.
 */
record Waiting(CropCycle cycle) {
    private static final int PEOPLE = 2;

    /** The laboratory tests that look for residues of what is used there. */
    private static final Map<Use, String> RESIDUE_TESTS = Map.of(Use.CROP, "residue", Use.AQUACULTURE, "antibiotics");

    static String residueTest(Use use) {
        return RESIDUE_TESTS.getOrDefault(use, "");
    }

    /** Of all that forbids a harvest then, what forbids it longest. */
    Optional<Wait> forbidding(OffsetDateTime harvest) {
        return running(harvest)
                .filter(wait -> !isOverruled(wait, Vietnam.day(harvest)))
                .max(Comparator.comparing(Wait::harvestFrom));
    }

    /** The last day on which any was used of what is waited for then; absent if nothing is. */
    Optional<LocalDate> lastUse(OffsetDateTime then) {
        return running(then).map(Wait::usedOn).max(Comparator.naturalOrder());
    }

    private Stream<Wait> running(OffsetDateTime then) {
        return cycle.waits().filter(wait -> wait.forbids(then));
    }

    boolean isOverruled(Wait wait, LocalDate harvest) {
        var people = cycle.authorisations().stream()
                .filter(word -> !word.on().isBefore(wait.usedOn()) && !word.on().isAfter(harvest))
                .map(word -> person(word.by()))
                .distinct()
                .count();
        var test = latestTest(residueTest(wait.use()), harvest);
        return people >= PEOPLE && test != null && test.passed() && !test.day().isBefore(wait.usedOn());
    }

    private @Nullable Deed latestTest(String code, LocalDate until) {
        return cycle.deeds().stream()
                .filter(deed -> deed.effect() == Effect.TESTS && deed.test().equals(code))
                .filter(deed -> !deed.day().isAfter(until))
                .max(Comparator.comparing(Deed::at))
                .orElse(null);
    }

    /** Whether this person said so already since that day. */
    boolean saidBy(String by, LocalDate since) {
        return cycle.authorisations().stream()
                .anyMatch(word ->
                        person(word.by()).equals(person(by)) && !word.on().isBefore(since));
    }
}
