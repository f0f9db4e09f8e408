package vn.nguongoc.lot;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;
import vn.nguongoc.InMemoryFarm;
import vn.nguongoc.lot.Season.Deed;
import vn.nguongoc.lot.Season.Kind;

/** Whatever people do with their lots, in whatever order, nothing comes from nowhere and nothing is lost sight of. */
class LedgerTest {
    private static final InMemoryFarm FARM = new InMemoryFarm();

    @Provide
    static Arbitrary<List<Deed>> seasons() {
        return Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.integers().between(0, 1_000),
                        Arbitraries.integers().between(0, 1_000),
                        Arbitraries.integers().between(1, 1_050),
                        Arbitraries.integers().between(-6, 6))
                .as(Deed::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(40);
    }

    @Property(tries = 200)
    @StatisticsReport(StatisticsReportMode.OFF)
    void what_was_harvested_is_left_shipped_lost_or_within_the_scales_at_every_position(
            @ForAll("seasons") List<Deed> deeds) {
        var season = new Season(FARM);
        for (var deed : deeds) {
            var accepted = season.does(deed);
            Statistics.label(deed.kind().name()).collect(accepted);
            season.ledger().isBalanced();
        }
        FARM.everyStateIsWhatItsEventsSay();
        for (var kind : Kind.values()) {
            Statistics.label(kind.name()).coverage(seen -> {
                seen.check(true).percentage(share -> share > 5);
                seen.check(false).percentage(share -> share > 1);
            });
        }
    }
}
