package vn.nguongoc.lot;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nguongoc.Farm.day;
import static vn.nguongoc.Farm.on;
import static vn.nguongoc.lot.Lots.claiming;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.nguongoc.lot.event.Pedigree;

class PedigreeTest {
    private static final Pedigree BARE = Pedigree.of(on("24-04"));

    // ---- mixing

    @Test
    void a_claim_lasts_if_every_part_carries_it() {
        assertThat(Pedigree.ofAll(List.of(claiming("vietgap", "organic"), claiming("vietgap")))
                        .claims())
                .containsExactly("vietgap");
        assertThat(Pedigree.ofAll(List.of(claiming("vietgap"), Pedigree.UNKNOWN))
                        .claims())
                .isEmpty();
    }

    @Test
    void a_test_is_passed_if_every_part_passed_it_on_the_day_of_the_oldest_pass() {
        var old = BARE.passing("residue", day("01-04")).passing("aflatoxin", day("02-04"));
        var young = BARE.passing("residue", day("05-04"));
        assertThat(Pedigree.ofAll(List.of(young, old)).passed()).isEqualTo(Map.of("residue", day("01-04")));
    }

    @Test
    void a_market_is_closed_if_it_is_to_any_part_for_all_their_reasons() {
        var one = BARE.barring("eu", "tricyclazole");
        var other = BARE.barring("eu", "hexaconazole").barring("jp", "buprofezin");
        assertThat(Pedigree.ofAll(List.of(one, other)).barredFrom())
                .isEqualTo(Map.of("eu", "hexaconazole, tricyclazole", "jp", "buprofezin"));
    }

    @Test
    void the_harvest_is_the_earliest_that_is_known() {
        var may = Pedigree.of(on("01-05"));
        assertThat(Pedigree.ofAll(List.of(may, BARE, Pedigree.UNKNOWN)).harvestedAt())
                .isEqualTo(on("24-04"));
        assertThat(Pedigree.ofAll(List.of(Pedigree.UNKNOWN, may)).harvestedAt()).isEqualTo(on("01-05"));
    }

    @Test
    void of_nothing_nothing_is_known() {
        assertThat(Pedigree.ofAll(List.of())).isEqualTo(Pedigree.UNKNOWN);
    }

    @Provide
    static Arbitrary<Pedigree> pedigrees() {
        var days = Arbitraries.integers()
                .between(0, 5)
                .map(n -> LocalDate.of(2026, 4, 1).plusDays(n));
        var harvests = Arbitraries.integers()
                .between(0, 5)
                .map(n -> on("01-04").plusHours(n))
                .injectNull(0.2);
        var codes = Arbitraries.of("a", "b", "c", "2,4-d");
        var reasons = Arbitraries.of("x", "y", "2,4-d", "x, y");
        return Combinators.combine(
                        harvests,
                        codes.set().ofMaxSize(3),
                        Arbitraries.maps(codes, days).ofMaxSize(3),
                        Arbitraries.maps(codes, reasons).ofMaxSize(3))
                .as(PedigreeTest::pedigree);
    }

    private static Pedigree pedigree(
            @Nullable OffsetDateTime harvestedAt,
            Set<String> claims,
            Map<String, LocalDate> passed,
            Map<String, String> barred) {
        return new Pedigree(harvestedAt, new TreeSet<>(claims), new TreeMap<>(passed), new TreeMap<>(barred));
    }

    @Property(tries = 500)
    void it_does_not_matter_what_is_poured_first(
            @ForAll("pedigrees") Pedigree one, @ForAll("pedigrees") Pedigree other) {
        assertThat(Pedigree.ofAll(List.of(one, other))).isEqualTo(Pedigree.ofAll(List.of(other, one)));
    }

    @Property(tries = 500)
    void it_does_not_matter_what_is_mixed_first(
            @ForAll("pedigrees") Pedigree one, @ForAll("pedigrees") Pedigree two, @ForAll("pedigrees") Pedigree three) {
        var firstTwo = Pedigree.ofAll(List.of(Pedigree.ofAll(List.of(one, two)), three));
        var lastTwo = Pedigree.ofAll(List.of(one, Pedigree.ofAll(List.of(two, three))));
        assertThat(firstTwo).isEqualTo(lastTwo).isEqualTo(Pedigree.ofAll(List.of(one, two, three)));
    }

    @Property(tries = 500)
    void mixed_with_itself_it_is_what_it_was(@ForAll("pedigrees") Pedigree one) {
        assertThat(Pedigree.ofAll(List.of(one, one))).isEqualTo(one);
    }

    @Property(tries = 500)
    void a_mixture_claims_no_more_than_any_part(
            @ForAll("pedigrees") Pedigree one, @ForAll("pedigrees") Pedigree other) {
        var mixed = Pedigree.ofAll(List.of(one, other));
        assertThat(one.claims()).containsAll(mixed.claims());
        assertThat(mixed.barredFrom().keySet()).containsAll(one.barredFrom().keySet());
        assertThat(one.passed().keySet()).containsAll(mixed.passed().keySet());
    }

    // ---- what changes it

    @Test
    void only_what_is_kept_is_still_claimed() {
        assertThat(claiming("vietgap", "growing-area/us")
                        .claiming(Set.of("vietgap", "organic"))
                        .claims())
                .containsExactly("vietgap");
    }

    @Test
    void of_two_passes_the_later_counts_whichever_is_told_first() {
        assertThat(BARE.passing("residue", day("05-05"))
                        .passing("residue", day("01-05"))
                        .passed())
                .isEqualTo(Map.of("residue", day("05-05")));
        assertThat(BARE.passing("residue", day("01-05"))
                        .passing("residue", day("05-05"))
                        .passed())
                .isEqualTo(Map.of("residue", day("05-05")));
    }

    @Test
    void a_failure_takes_back_the_passes_until_its_day() {
        var passed = BARE.passing("residue", day("05-05")).passing("aflatoxin", day("01-05"));
        assertThat(passed.failing("residue", day("05-05")).passed()).isEqualTo(Map.of("aflatoxin", day("01-05")));
        assertThat(passed.failing("residue", day("04-05")).passed()).containsEntry("residue", day("05-05"));
        assertThat(passed.failing("heavy-metals", day("05-05"))).isEqualTo(passed);
    }

    @Test
    void a_market_opens_when_nothing_closes_it_any_more() {
        var closed = BARE.barring("eu", "tricyclazole")
                .barring("eu", "hexaconazole")
                .barring("eu", "tricyclazole")
                .barring("us", "tricyclazole");
        assertThat(closed.barredFrom()).isEqualTo(Map.of("eu", "hexaconazole, tricyclazole", "us", "tricyclazole"));
        assertThat(closed.allowing("eu", "tricyclazole").barredFrom())
                .isEqualTo(Map.of("eu", "hexaconazole", "us", "tricyclazole"));
        assertThat(closed.allowing("eu", "tricyclazole")
                        .allowing("eu", "hexaconazole")
                        .barredFrom())
                .isEqualTo(Map.of("us", "tricyclazole"));
        assertThat(closed.allowing("jp", "tricyclazole")).isEqualTo(closed);
    }

    @Test
    void what_changes_one_thing_leaves_the_others() {
        var full = claiming("vietgap").passing("residue", day("01-05")).barring("eu", "tricyclazole");
        assertThat(full.claiming(Set.of()).passing("residue", day("02-05")).allowing("eu", "tricyclazole"))
                .isEqualTo(BARE.passing("residue", day("02-05")));
        assertThat(full.failing("residue", day("01-05")))
                .isEqualTo(claiming("vietgap").barring("eu", "tricyclazole"));
    }
}
