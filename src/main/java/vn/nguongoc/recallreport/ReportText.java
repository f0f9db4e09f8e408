package vn.nguongoc.recallreport;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.recallreport.RecallReport.Gone;
import vn.nguongoc.recallreport.RecallReport.Lot;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.web.Words;

/** What a report says in words, in one language: the same on paper and in a workbook. */
final class ReportText {
    private static final int MOST_NAMES = 3;

    private final RecallReport report;
    private final Words words;
    private final Locale language;

    ReportText(RecallReport report, Words words, Locale language) {
        this.report = report;
        this.words = words;
        this.language = language;
    }

    Locale language() {
        return language;
    }

    /** One line of a list of facts. */
    record Fact(String name, String value) {}

    String say(String key, Object... values) {
        return composed(words.say(language, "recall-report." + key, values));
    }

    String show(Object value) {
        return composed(words.show(language, value));
    }

    /** Kilograms without their unit, which stands above the column. */
    String number(Mass mass) {
        return mass.isZero() ? "" : show(mass.inKilograms());
    }

    private String percent(BigDecimal percent, Mass part, Mass whole) {
        return show(percent) + " % (" + show(part) + " / " + show(whole) + ")";
    }

    /** Letters with their marks in one character each, as fonts have them. */
    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    // ---- of the whole

    String title() {
        return say(report.question().mock() ? "title.mock" : "title.recall");
    }

    String purpose() {
        return say(report.question().mock() ? "purpose.mock" : "purpose.recall");
    }

    /** What stands below each page, so that a sheet that got loose can be told from others. */
    String footer() {
        var of = report.question().recall();
        return title() + " · "
                + (of == null
                        ? name(
                                report.question().organisationName(),
                                report.question().organisation())
                        : of)
                + " · " + say("at", report.timing().position(), report.timing().logEnd()) + " · "
                + show(report.timing().askedAt());
    }

    List<Fact> facts() {
        var question = report.question();
        var timing = report.timing();
        var facts = new ArrayList<Fact>();
        add(facts, "recall", question.recall());
        add(facts, "organisation", name(question.organisationName(), question.organisation()));
        add(facts, "reason", question.reason());
        add(facts, "named", named());
        add(facts, "by", question.by());
        add(facts, question.mock() ? "begunAt" : "openedAt", question.happenedAt());
        add(facts, "askedAt", timing.askedAt());
        add(facts, "took", say("milliseconds", timing.tookMilliseconds()));
        add(facts, "position", say("at", timing.position(), timing.logEnd()));
        if (timing.isBehind()) {
            add(facts, "warning", say("behind", timing.logEnd() - timing.position(), timing.setAside()));
        }
        return facts;
    }

    private void add(List<Fact> facts, String key, @Nullable Object value) {
        if (value != null) {
            facts.add(new Fact(say("fact." + key), show(value)));
        }
    }

    private String named() {
        var names = report.lots().stream()
                .filter(Lot::named)
                .limit(MOST_NAMES)
                .map(this::name)
                .toList();
        var more = report.question().lots().size() - names.size();
        var all = String.join(", ", names);
        return more > 0 ? all + " " + say("more", (long) more) : all;
    }

    /** The shares that the report is about, and what they are shares of. */
    List<Fact> results() {
        var total = report.total();
        var results = new ArrayList<>(List.of(
                new Fact(say("result.lots"), say("lots", (long) total.lots(), (long) total.holders())),
                new Fact(say("result.recalled"), say("of", (long) total.recalled(), (long) total.lots())),
                new Fact(
                        say("result.accounted"), percent(total.accountedPercent(), total.accounted(), total.entered())),
                new Fact(heading(Account.MISSING), show(total.missing()))));
        var recovery = report.recovery();
        if (recovery != null) {
            results.add(new Fact(
                    say("result.recovered"),
                    percent(recovery.recoveredPercent(), recovery.recovered(), recovery.gone())));
            var closedAt = recovery.closedAt();
            results.add(new Fact(
                    say("result.state"), closedAt == null ? say("state.open") : say("state.closed", closedAt)));
        }
        return results;
    }

    /** What the figures mean: without it a share says nothing. */
    List<String> notes() {
        return Stream.of(
                        Stream.of("note.scope", "note.entered", "note.accounted", "note.missing", "note.lots"),
                        report.recovery() == null ? Stream.<String>empty() : Stream.of("note.recovered"))
                .flatMap(it -> it)
                .map(this::say)
                .toList();
    }

    // ---- of its parts

    String heading(Account account) {
        return say("account." + code(account));
    }

    String heading(Fate fate) {
        return say("fate." + code(fate));
    }

    private static String code(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String name(@Nullable String name, Object id) {
        return composed(name == null ? id.toString() : name);
    }

    /** What its holder calls it, or else what we do. */
    String name(Lot lot) {
        return name(lot.label(), lot.id());
    }

    /** Also where the label is the id. */
    String label(Lot lot) {
        return name(lot.label(), "");
    }

    String product(Lot lot) {
        return composed(words.name(language, "product", lot.product()));
    }

    String loss(String kind) {
        return composed(words.name(language, "loss", kind));
    }

    /** To whom of a lot went that no holder has. */
    String recipients(Lot lot) {
        var names = lot.gone().stream().map(Gone::to).distinct().toList();
        var shown = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
        return composed(
                names.size() > MOST_NAMES ? shown + " " + say("more", (long) names.size() - MOST_NAMES) : shown);
    }

    String state(Lot lot) {
        if (lot.recalled()) {
            return say("lot.recalled");
        }
        return lot.held() ? say("lot.held") : "";
    }
}
