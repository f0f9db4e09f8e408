package vn.nguongoc.seed;

import static vn.nguongoc.Farm.CATALOGUE;
import static vn.nguongoc.Farm.HOA_TU;
import static vn.nguongoc.Farm.PADDY;
import static vn.nguongoc.Farm.day;
import static vn.nguongoc.Farm.on;
import static vn.nguongoc.Refusals.refused;
import static vn.nguongoc.seed.SeedStore.LABORATORY;
import static vn.nguongoc.seed.SeedStore.LARVAE;
import static vn.nguongoc.seed.SeedStore.NOBODY;
import static vn.nguongoc.seed.SeedStore.SEED;
import static vn.nguongoc.seed.SeedStore.larvae;
import static vn.nguongoc.seed.SeedStore.received;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.seed.SeedCommand.RecordSeedTest;
import vn.nguongoc.seed.SeedCommand.VouchForStocking;
import vn.nguongoc.seed.event.SeedEvent.Outcome;
import vn.nguongoc.seed.event.SeedEvent.SeedTested;
import vn.nguongoc.shared.OrganisationId;

/** Post-larvae are stocked only with recent tests, all of them negative. */
class PathogenTestsTest {
    private static final Set<String> REQUIRED = Set.of("wssv", "ahpnd", "ehp");

    private final FixtureConfiguration<SeedLot> store = SeedStore.fixture();

    private static RecordSeedTest test(
            Set<String> pathogens, @Nullable OrganisationId laboratory, LocalDate sampledOn) {
        return new RecordSeedTest(LARVAE, pathogens, Outcome.NEGATIVE, laboratory, "PCR-118", sampledOn, on("10-03"));
    }

    private static SeedTested tested(Outcome outcome, LocalDate sampledOn, String... pathogens) {
        return new SeedTested(LARVAE, List.of(pathogens), outcome, LABORATORY, "PCR-118", sampledOn, on("10-03"));
    }

    private static SeedTested negative(LocalDate sampledOn, String... pathogens) {
        return tested(Outcome.NEGATIVE, sampledOn, pathogens);
    }

    @Test
    void a_test_is_recorded() {
        store.given(larvae(96_000))
                .when(test(REQUIRED, LABORATORY, day("08-03")))
                .expectEvents(negative(day("08-03"), "ahpnd", "ehp", "wssv"));
    }

    @Test
    void a_test_looks_for_pathogens_of_the_catalogue() {
        store.given(larvae(96_000))
                .when(test(Set.of("wssv", "yhv", "flu"), LABORATORY, day("08-03")))
                .expectException(refused(
                        new SeedRefusal.UnknownPathogen("flu", List.of("ahpnd", "ehp", "ihhnv", "tpd", "wssv"))));
    }

    @Test
    void a_sample_is_taken_on_the_day_of_the_outcome_at_the_latest() {
        store.given(larvae(96_000)).when(test(REQUIRED, null, day("10-03"))).expectSuccessfulHandlerExecution();
        store.given(larvae(96_000))
                .when(test(REQUIRED, null, day("11-03")))
                .expectException(refused(new SeedRefusal.SampledAfterwards(day("11-03"), on("10-03"))));
    }

    @Test
    void a_laboratory_is_there_and_no_cooperative() {
        store.given(larvae(96_000))
                .when(test(REQUIRED, NOBODY, day("08-03")))
                .expectException(refused(new LogRefusal.NotFound(NOBODY.value())))
                .expectNoEvents();
        store.given(larvae(96_000))
                .when(test(REQUIRED, HOA_TU, day("08-03")))
                .expectException(refused(new SeedRefusal.NotALaboratory(HOA_TU)));
    }

    @Test
    void rice_seed_is_not_tested_for_shrimp_diseases() {
        store.given(received(null))
                .when(new RecordSeedTest(SEED, REQUIRED, Outcome.NEGATIVE, null, null, day("02-01"), on("02-01")))
                .expectException(refused(new SeedRefusal.NotTestedForPathogens(PADDY)));
    }

    private static final VouchForStocking STOCKING = new VouchForStocking(LARVAE, REQUIRED, on("15-03"));

    private static SeedRefusal notTested(@Nullable LocalDate lastNegative, String... missing) {
        return new SeedRefusal.PathogenTestMissing(
                "PL-1",
                List.of(missing),
                day("15-03"),
                7,
                CATALOGUE.thresholds().pathogenTestDays().source().text(),
                lastNegative);
    }

    @ParameterizedTest
    @ValueSource(strings = {"08-03", "15-03"})
    void a_sample_of_the_seven_days_before_the_stocking_clears_it(String sampled) {
        store.given(larvae(96_000), negative(day(sampled), "ahpnd", "ehp", "wssv"))
                .when(STOCKING)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @ParameterizedTest
    @CsvSource({"07-03,07-03", "16-03,"})
    void a_sample_of_the_eighth_day_before_or_of_the_day_after_does_not(String sampled, @Nullable String last) {
        store.given(larvae(96_000), negative(day(sampled), "ahpnd", "ehp", "wssv"))
                .when(STOCKING)
                .expectException(refused(notTested(last == null ? null : day(last), "ahpnd", "ehp", "wssv")));
    }

    @Test
    void every_required_pathogen_was_looked_for() {
        store.given(larvae(96_000), negative(day("08-03"), "ehp"), negative(day("07-03"), "wssv"))
                .when(STOCKING)
                .expectException(refused(notTested(day("07-03"), "ahpnd", "wssv")));
    }

    @Test
    void tests_for_different_pathogens_add_up() {
        store.given(larvae(96_000), negative(day("08-03"), "ehp", "ahpnd"), negative(day("10-03"), "tpd", "wssv"))
                .when(STOCKING)
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void a_stocking_entered_late_is_judged_by_the_tests_of_its_time() {
        store.given(
                        larvae(96_000),
                        negative(day("22-03"), "ahpnd", "ehp", "wssv"),
                        negative(day("10-03"), "ahpnd", "ehp", "wssv"))
                .when(STOCKING)
                .expectSuccessfulHandlerExecution();
    }

    /** Samples of the tenth and of so many days from the 16th on. */
    private static List<Object> sampledAgain(int days) {
        var all = new ArrayList<Object>(List.of(larvae(96_000), negative(day("10-03"), "ahpnd", "ehp", "wssv")));
        IntStream.range(0, days).forEach(it -> all.add(negative(day("16-03").plusDays(it), "ahpnd", "ehp", "wssv")));
        return all;
    }

    @Test
    void twenty_days_of_samples_are_remembered() {
        store.given(sampledAgain(19)).when(STOCKING).expectSuccessfulHandlerExecution();
        store.given(sampledAgain(20)).when(STOCKING).expectException(refused(notTested(null, "ahpnd", "ehp", "wssv")));
    }

    @Test
    void post_larvae_that_tested_positive_for_anything_are_never_stocked() {
        store.given(
                        larvae(96_000),
                        tested(Outcome.POSITIVE, day("07-03"), "tpd"),
                        tested(Outcome.POSITIVE, day("08-03"), "tpd"),
                        negative(day("09-03"), "ahpnd", "ehp", "tpd", "wssv"))
                .when(STOCKING)
                .expectException(refused(new SeedRefusal.TestedPositive("PL-1", "tpd", day("07-03"))));
    }

    @Test
    void what_needs_no_test_is_cleared_without() {
        store.given(larvae(96_000))
                .when(new VouchForStocking(LARVAE, Set.of(), on("15-03")))
                .expectSuccessfulHandlerExecution();
    }
}
