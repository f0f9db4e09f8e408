package vn.nguongoc.recallreport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;

/** What holds of every report, whatever happened, and what an auditor has to say to it. */
public final class Whole {
    private Whole() {}

    /** It says what the events say, and both sides of every balance are equal to the gram. */
    public static void check(RecallReport report, Auditor auditor) {
        var named = report.question().lots();
        assertThat(report.lots().stream().map(RecallReport.Lot::id))
                .as("lots made of %s", named)
                .containsExactlyInAnyOrderElementsOf(auditor.reached(named));
        assertThat(grams(report.total().balance())).as("balance").isEqualTo(auditor.balance(named));
        assertThat(report.total().accounted().plus(report.total().missing()))
                .isEqualTo(report.total().entered());
        assertThat(report.holders())
                .allSatisfy(holder -> assertThat(Account.entered(holder.balance()))
                        .isEqualTo(Account.known(holder.balance())
                                .plus(holder.balance().at(Account.MISSING))));
        assertThat(report.lots())
                .allSatisfy(lot -> assertThat(lot.fates().all()).isEqualTo(lot.quantity()));
        assertThat(report.lots())
                .allSatisfy(lot -> assertThat(lot.fates().at(Fate.UNTOLD)).isEqualTo(Mass.ZERO));
        assertThat(Mass.sum(report.recipients().stream()
                        .map(RecallReport.Recipient::quantity)
                        .toList()))
                .isEqualTo(Mass.sum(report.lots().stream()
                        .map(lot -> lot.fates().at(Fate.GONE))
                        .toList()));
        assertThat(report.holders().stream().mapToInt(RecallReport.Holder::lots).sum())
                .isEqualTo(report.lots().size());
    }

    private static Map<Account, Long> grams(Sums<Account> sums) {
        var grams = new EnumMap<Account, Long>(Account.class);
        sums.masses().forEach((account, mass) -> grams.put(account, mass.grams()));
        return grams;
    }

    /** A mock recall of lots that all have this holder. */
    public static MockRecall mock(OrganisationId holder, List<LotId> lots) {
        return new MockRecall(holder, lots, "diễn tập", null, null);
    }
}
