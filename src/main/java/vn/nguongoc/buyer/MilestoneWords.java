package vn.nguongoc.buyer;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.nguongoc.buyer.LotPage.Item;
import vn.nguongoc.buyer.LotPage.Line;
import vn.nguongoc.catalogue.ActivityKind;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.catalogue.StepKind;
import vn.nguongoc.history.LotHistory;
import vn.nguongoc.history.Place;
import vn.nguongoc.shared.Flag;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.PlotId;
import vn.nguongoc.shared.StepId;
import vn.nguongoc.view.Milestone;
import vn.nguongoc.view.ViewOfLot;
import vn.nguongoc.view.ViewOfOrganisation;
import vn.nguongoc.web.Phrases;
import vn.nguongoc.web.Sources;
import vn.nguongoc.web.Words;

/** Says each thing in a lot's history in the words of one language. */
final class MilestoneWords {
    private final Words words;
    private final Catalogue catalogue;
    private final Locale language;
    private final Map<PlotId, Place> plots;
    private final Map<LotId, ViewOfLot> lots;
    private final Trust trust;
    private final MilestoneDetails details;
    private final Map<StepId, String> steps;

    MilestoneWords(Words words, Catalogue catalogue, Locale language, LotHistory history) {
        this.words = words;
        this.catalogue = catalogue;
        this.language = language;
        this.plots = history.plots().stream().collect(Collectors.toMap(Place::id, Function.identity()));
        this.steps = history.milestones().stream()
                .filter(Milestone.Processing.class::isInstance)
                .map(Milestone.Processing.class::cast)
                .collect(Collectors.toMap(Milestone.Processing::step, Milestone.Processing::kind));
        this.lots = history.lots().stream().collect(Collectors.toMap(ViewOfLot::id, Function.identity()));
        var holders = history.holders().stream().collect(Collectors.toMap(ViewOfOrganisation::id, Function.identity()));
        var phrases = new Phrases(words, language);
        this.trust = new Trust(lots, holders, phrases);
        this.details = new MilestoneDetails(lots, catalogue, phrases);
    }

    /** The part of the journey that it belongs to, a code of the catalogue's terms. */
    String group(Milestone milestone) {
        return switch (milestone) {
            case Milestone.CycleOpened _ -> "sowing";
            case Milestone.FieldWork it -> activityGroup(it.kind());
            case Milestone.FieldCorrection it -> activityGroup(it.kind());
            case Milestone.Water _, Milestone.Authorisation _ -> "care";
            case Milestone.Harvest _, Milestone.CycleClosed _, Milestone.Arrival _ -> "harvest";
            case Milestone.Processing it -> stepGroup(it.kind());
            case Milestone.StepCorrection it -> stepGroup(it.kind());
            case Milestone.LabResult _ -> "laboratory";
            case Milestone.Temperatures _ -> "cold";
            case Milestone.TestsOrdered it -> groupOf(it.lot());
            case Milestone.Correction it -> groupOf(it.lot());
            case Milestone.SplitOff it -> groupOf(it.from());
            case Milestone.Held it -> groupOf(it.lot());
            case Milestone.Released it -> groupOf(it.lot());
            case Milestone.Dispatch _ -> "dispatch";
        };
    }

    /** That of what the lot came of: a harvest, a step, or the lot that it was before. */
    private String groupOf(LotId id) {
        var lot = lots.get(id);
        if (lot == null) {
            return "harvest";
        }
        var step = lot.step() == null ? null : steps.get(lot.step());
        if (step != null) {
            return stepGroup(step);
        }
        return lot.from() == null ? "harvest" : groupOf(lot.from());
    }

    private String activityGroup(String kind) {
        return catalogue.activity(kind).map(ActivityKind::group).orElse("care");
    }

    private String stepGroup(String kind) {
        return catalogue.step(kind).map(StepKind::group).orElse("plant");
    }

    Item item(Milestone milestone) {
        var fact = milestone.fact();
        var limit = Duration.ofHours(catalogue.thresholds().lateEntryHours().whole());
        var late = fact.isLaterThan(limit) ? say("page.recordedLate", fact.daysLate()) : null;
        return new Item(
                day(fact.happenedAt()),
                what(milestone),
                withFiles(milestone),
                milestone.flags().stream().map(this::doubt).toList(),
                Trust.level(milestone),
                trust.word(milestone),
                late);
    }

    private String what(Milestone milestone) {
        return switch (milestone) {
            case Milestone.CycleOpened it -> say("page.cycle", name("season", it.season()), plot(it.plot()));
            case Milestone.FieldWork it -> name("activity", it.kind()) + " · " + plot(it.plot());
            case Milestone.FieldCorrection it -> say("page.corrected", name("activity", it.kind()));
            case Milestone.Water it -> say("page.water", it.readings()) + " · " + plot(it.plot());
            case Milestone.Authorisation it -> say("page.authorised") + " · " + plot(it.plot());
            case Milestone.CycleClosed it -> say("page.cycleClosed") + " · " + plot(it.plot());
            case Milestone.Harvest it -> name("product", it.product()) + " · " + plot(it.plot());
            case Milestone.Processing it -> name("step", it.kind());
            case Milestone.StepCorrection it -> say("page.corrected", name("step", it.kind()));
            case Milestone.TestsOrdered it -> say("page.testsOrdered", tests(it));
            case Milestone.LabResult it -> name("lab-test", it.test());
            case Milestone.Temperatures _ -> say("page.temperatures");
            case Milestone.Correction it -> say("page.corrected", name("lot-field", it.field()));
            case Milestone.SplitOff _ -> say("page.splitOff");
            case Milestone.Arrival _ -> say("page.arrival");
            case Milestone.Held it ->
                say("page.held", name("hold-cause", it.cause().name()));
            case Milestone.Released it ->
                say("page.released", name("hold-cause", it.cause().name()));
            case Milestone.Dispatch it -> say("page.dispatch", it.to());
        };
    }

    private String tests(Milestone.TestsOrdered order) {
        return order.tests().stream().map(it -> name("lab-test", it)).collect(Collectors.joining(", "));
    }

    /** How many files go with it; which of them everybody may read {@link Published} says. */
    private List<Line> withFiles(Milestone milestone) {
        var files = milestone.evidence().size();
        var lines = details.of(milestone);
        return files == 0
                ? lines
                : Stream.concat(lines.stream(), Stream.of(new Line(say("page.files"), show(files))))
                        .toList();
    }

    /** A doubt in words; what it is about is named if the catalogue names it. */
    private String doubt(Flag flag) {
        return say(
                "flag." + flag.code(),
                flag.subject() == null ? "" : subject(flag.subject()),
                Objects.requireNonNullElse(flag.value(), ""),
                Objects.requireNonNullElse(flag.limit(), ""),
                source(flag.source()));
    }

    private String source(String source) {
        return Sources.told(words, language, source);
    }

    private String subject(String subject) {
        return Stream.of(subject.split(", "))
                .map(code -> Stream.of("product", "water", "measurement", "loss", "step", "season", "family", "market")
                        .map(kind -> name(kind, code))
                        .filter(named -> !named.equals(code))
                        .findFirst()
                        .orElse(code))
                .collect(Collectors.joining(", "));
    }

    String plot(PlotId id) {
        var plot = plots.get(id);
        return plot == null ? id.value() : say("page.plot", name("plot-kind", plot.kind()), plot.code());
    }

    String day(OffsetDateTime time) {
        return show(time.toLocalDate());
    }

    private String say(String key, Object... values) {
        return words.say(language, key, values);
    }

    private String name(String kind, String code) {
        return words.name(language, kind, code);
    }

    private String show(Object value) {
        return words.show(language, value);
    }
}
