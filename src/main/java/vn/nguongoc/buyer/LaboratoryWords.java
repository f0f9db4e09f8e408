package vn.nguongoc.buyer;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.buyer.LotPage.Result;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.catalogue.Product;
import vn.nguongoc.catalogue.Substance;
import vn.nguongoc.history.LotHistory;
import vn.nguongoc.lot.event.LotEvent.Finding;
import vn.nguongoc.lot.event.LotEvent.Verdict;
import vn.nguongoc.view.Milestone;
import vn.nguongoc.web.Words;

/** Says what laboratories found, each substance against the limits of the markets that have one. */
final class LaboratoryWords {
    private static final String TEST = "test";
    private static final String VERDICT = "verdict";

    private final Words words;
    private final Catalogue catalogue;
    private final MilestoneWords telling;
    private final Locale language;

    LaboratoryWords(Words words, Catalogue catalogue, MilestoneWords telling, Locale language) {
        this.words = words;
        this.catalogue = catalogue;
        this.telling = telling;
        this.language = language;
    }

    /** In lots and in samples from the plots, newest first. */
    List<Result> results(LotHistory history) {
        var use = catalogue
                .product(history.lot().product())
                .map(Product::family)
                .map(family -> catalogue.terms().family(family).use())
                .orElse(Substance.Use.CROP);
        return history.milestones().reversed().stream()
                .flatMap(it -> switch (it) {
                    case Milestone.LabResult found -> Stream.of(inLot(found, use));
                    case Milestone.FieldWork work when work.fields().containsKey(TEST) -> Stream.of(onPlot(work));
                    default -> Stream.empty();
                })
                .toList();
    }

    private Result inLot(Milestone.LabResult found, Substance.Use use) {
        var findings = found.findings().stream().map(it -> finding(it, use)).toList();
        var papers = found.evidence().stream().map(it -> it.file().value()).toList();
        return result(
                found, found.test(), found.verdict().name(), found.laboratory(), found.report(), findings, papers);
    }

    private Result onPlot(Milestone.FieldWork work) {
        return result(
                work,
                work.fields().getOrDefault(TEST, ""),
                work.fields().getOrDefault(VERDICT, ""),
                telling.plot(work.plot()),
                null,
                List.of(),
                List.of());
    }

    private Result result(
            Milestone found,
            String test,
            String verdict,
            String where,
            @Nullable String report,
            List<String> findings,
            List<String> papers) {
        return new Result(
                words.name(language, "lab-test", test),
                words.name(language, VERDICT, verdict),
                verdict.equals(Verdict.PASS.name()),
                where,
                telling.day(found.fact().happenedAt()),
                report,
                findings,
                papers);
    }

    private String finding(Finding finding, Substance.Use use) {
        var limits = catalogue.substance(finding.substance(), use).residueLimits().stream()
                .map(limit -> words.say(
                        language,
                        "page.limit",
                        words.name(language, "market", limit.market()),
                        limit.milligramsPerKilogram()))
                .collect(Collectors.joining("; "));
        return words.say(
                language,
                limits.isEmpty() ? "page.finding.noLimit" : "page.finding",
                finding.substance(),
                finding.milligramsPerKilogram(),
                limits);
    }
}
