package vn.nguongoc.lot;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.catalogue.Substance;
import vn.nguongoc.catalogue.Substance.ResidueLimit;
import vn.nguongoc.lot.LotCommand.RecordLabResult;
import vn.nguongoc.lot.event.LotEvent.Finding;
import vn.nguongoc.lot.event.LotEvent.LabResultRecorded;
import vn.nguongoc.lot.event.LotEvent.Verdict;
import vn.nguongoc.lot.event.Pedigree;
import vn.nguongoc.shared.Flag;
import vn.nguongoc.shared.Vietnam;

/** What a laboratory's report changes about a lot: tests passed, markets closed and opened. */
final class LabReport {
    /** Of each substance the most that was found, in the order of the report. */
    private final Map<Substance, Finding> highest = new LinkedHashMap<>();

    private final List<Flag> doubts = new ArrayList<>();
    private final List<String> banned = new ArrayList<>();
    private Pedigree pedigree;

    LabReport(RecordLabResult report, Pedigree before, String family, Catalogue catalogue) {
        pedigree = tested(before, report.test(), report.verdict(), Vietnam.day(report.happenedAt()));
        var use = catalogue.terms().family(family).use();
        for (var finding : report.findings()) {
            var substance = catalogue.substance(finding.substance(), use);
            highest.merge(substance, finding, LabReport::higher);
        }
        highest.forEach((substance, finding) -> {
            substance.residueLimits().forEach(limit -> judge(finding, substance, limit));
            judge(finding, substance);
        });
    }

    private static Finding higher(Finding one, Finding other) {
        return one.milligramsPerKilogram().compareTo(other.milligramsPerKilogram()) < 0 ? other : one;
    }

    private static Pedigree tested(Pedigree before, String test, Verdict verdict, LocalDate day) {
        return verdict == Verdict.PASS ? before.passing(test, day) : before.failing(test, day);
    }

    private void judge(Finding finding, Substance substance, ResidueLimit limit) {
        if (finding.milligramsPerKilogram().compareTo(limit.milligramsPerKilogram()) <= 0) {
            pedigree = pedigree.allowing(limit.market(), substance.active());
            return;
        }
        pedigree = pedigree.barring(limit.market(), substance.active());
        doubts.add(new Flag(
                "residue-above-limit",
                finding.substance() + ", " + limit.market(),
                finding.milligramsPerKilogram(),
                limit.milligramsPerKilogram(),
                limit.source().text()));
    }

    private void judge(Finding finding, Substance substance) {
        if (substance.banned() && finding.milligramsPerKilogram().signum() > 0) {
            banned.add(finding.substance());
            doubts.add(new Flag(
                    "banned-substance-found",
                    finding.substance(),
                    finding.milligramsPerKilogram(),
                    BigDecimal.ZERO,
                    substance.source().text()));
        }
    }

    /** What is known of the goods after it. */
    Pedigree pedigree() {
        return pedigree;
    }

    /** Of a result that was stored, before any was stored with what it changed, too. */
    static Pedigree pedigree(LabResultRecorded event, Pedigree before) {
        var stored = event.pedigree();
        return stored == null ? tested(before, event.test(), event.verdict(), Vietnam.day(event.happenedAt())) : stored;
    }

    List<Flag> doubts() {
        return List.copyOf(doubts);
    }

    /** Banned substances that were found, by the names that the report gives them. */
    List<String> banned() {
        return List.copyOf(banned);
    }
}
