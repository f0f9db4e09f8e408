package vn.nguongoc.lot;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.catalogue.Substance;
import vn.nguongoc.catalogue.Substance.ResidueLimit;
import vn.nguongoc.lot.LotCommand.RecordLabResult;
import vn.nguongoc.lot.event.LotEvent.Finding;
import vn.nguongoc.lot.event.LotEvent.Verdict;
import vn.nguongoc.lot.event.Pedigree;
import vn.nguongoc.shared.Flag;

/** What a laboratory's report changes about a lot: tests passed, markets closed and opened. */
final class LabReport {
    private final Pedigree after;
    private final List<Flag> doubts = new ArrayList<>();

    LabReport(RecordLabResult report, Pedigree before, String family, Catalogue catalogue) {
        var barred = new TreeMap<>(before.barredFrom());
        var use = catalogue.terms().family(family).use();
        for (var finding : report.findings()) {
            var substance = catalogue.substance(finding.substance(), use);
            substance.residueLimits().forEach(limit -> hold(finding, substance, limit, barred));
            if (substance.banned() && finding.milligramsPerKilogram().signum() > 0) {
                doubts.add(new Flag(
                        "banned-substance-found",
                        finding.substance(),
                        finding.milligramsPerKilogram(),
                        BigDecimal.ZERO,
                        substance.source().text()));
            }
        }
        var day = report.happenedAt().toLocalDate();
        after = tested(before, report, day).barredFrom(barred);
    }

    private static Pedigree tested(Pedigree before, RecordLabResult report, LocalDate day) {
        return report.verdict() == Verdict.PASS ? before.passing(report.test(), day) : before.failing(report.test());
    }

    private void hold(Finding finding, Substance substance, ResidueLimit limit, Map<String, String> barred) {
        if (finding.milligramsPerKilogram().compareTo(limit.milligramsPerKilogram()) > 0) {
            barred.put(limit.market(), substance.active());
            doubts.add(new Flag(
                    "residue-above-limit",
                    finding.substance() + ", " + limit.market(),
                    finding.milligramsPerKilogram(),
                    limit.milligramsPerKilogram(),
                    limit.source().text()));
        } else {
            barred.remove(limit.market(), substance.active());
        }
    }

    Pedigree pedigree() {
        return after;
    }

    List<Flag> doubts() {
        return List.copyOf(doubts);
    }

    boolean foundWhatIsBanned() {
        return doubts.stream().anyMatch(flag -> flag.code().equals("banned-substance-found"));
    }
}
