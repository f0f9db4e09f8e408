package vn.nguongoc.buyer;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.buyer.LotPage.Item;
import vn.nguongoc.buyer.LotPage.Line;
import vn.nguongoc.catalogue.ActivityKind;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.catalogue.StepKind;
import vn.nguongoc.history.LotHistory;
import vn.nguongoc.history.Place;
import vn.nguongoc.shared.Flag;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.PlotId;
import vn.nguongoc.shared.StepId;
import vn.nguongoc.step.event.StepEvent.Output;
import vn.nguongoc.view.Milestone;
import vn.nguongoc.view.ViewOfLot;
import vn.nguongoc.view.ViewOfOrganisation;
import vn.nguongoc.web.Sources;
import vn.nguongoc.web.Words;

/** Says each thing in a lot's history in the words of one language. One switch after another, so it is long. */
final class MilestoneWords {
    private final Words words;
    private final Catalogue catalogue;
    private final Locale language;
    private final Map<PlotId, Place> plots;
    private final Map<LotId, ViewOfLot> lots;
    private final Map<OrganisationId, ViewOfOrganisation> holders;
    private final Map<StepId, String> steps;

    MilestoneWords(Words words, Catalogue catalogue, Locale language, LotHistory history) {
        this.words = words;
        this.catalogue = catalogue;
        this.language = language;
        this.plots = history.plots().stream().collect(Collectors.toMap(Place::id, Function.identity()));
        this.holders =
                history.holders().stream().collect(Collectors.toMap(ViewOfOrganisation::id, Function.identity()));
        this.steps = history.milestones().stream()
                .filter(Milestone.Processing.class::isInstance)
                .map(Milestone.Processing.class::cast)
                .collect(Collectors.toMap(Milestone.Processing::step, Milestone.Processing::kind));
        this.lots = history.lots().stream().collect(Collectors.toMap(ViewOfLot::id, Function.identity()));
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
                trust(milestone),
                word(milestone),
                late);
    }

    private static String trust(Milestone milestone) {
        return switch (milestone) {
            case Milestone.Arrival _ -> "confirmed";
            case Milestone.Water it when it.device() != null -> "evidenced";
            case Milestone.Temperatures it when it.device() != null -> "evidenced";
            default -> "declared";
        };
    }

    /** Whoever received goods confirmed them; what a device measured is evidence; all else is one's own word. */
    private String word(Milestone milestone) {
        return switch (milestone) {
            case Milestone.Arrival it -> {
                var receiver = holders.get(it.at());
                yield receiver == null ? say("page.confirmed") : say("page.confirmedBy", receiver.name());
            }
            case Milestone.Water it when it.device() != null -> say("page.evidenced.device", it.device());
            case Milestone.Temperatures it when it.device() != null -> say("page.evidenced.device", it.device());
            default -> whose(milestone).map(it -> say("page.declaredBy", it)).orElseGet(() -> say("page.selfDeclared"));
        };
    }

    /** Name of the organisation that recorded it: whose goods, or whose field. */
    private Optional<String> whose(Milestone milestone) {
        return lots.values().stream()
                .filter(lot -> concerns(milestone, lot))
                .flatMap(lot -> Stream.ofNullable(holders.get(lot.organisation())))
                .map(ViewOfOrganisation::name)
                .findFirst();
    }

    private static boolean concerns(Milestone milestone, ViewOfLot lot) {
        return switch (milestone) {
            case Milestone.OfCycle it -> it.plot().equals(lot.plot());
            case Milestone.Processing it -> it.step().equals(lot.step());
            case Milestone.StepCorrection it -> it.step().equals(lot.step());
            case Milestone.TestsOrdered it -> it.lot().equals(lot.id());
            case Milestone.LabResult it -> it.lot().equals(lot.id());
            case Milestone.Temperatures it -> it.lot().equals(lot.id());
            case Milestone.Correction it -> it.lot().equals(lot.id());
            case Milestone.SplitOff it -> it.lot().equals(lot.id());
            case Milestone.Arrival it -> it.lot().equals(lot.id());
            case Milestone.Held it -> it.lot().equals(lot.id());
            case Milestone.Released it -> it.lot().equals(lot.id());
            case Milestone.Dispatch it -> it.lot().equals(lot.id());
        };
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
        var details = details(milestone);
        return files == 0
                ? details
                : Stream.concat(details.stream(), Stream.of(new Line(say("page.files"), show(files))))
                        .toList();
    }

    private List<Line> details(Milestone milestone) {
        return switch (milestone) {
            case Milestone.CycleOpened it ->
                present(
                        line("page.seedLot", it.seedLot()),
                        line("page.seed", shown(it.seed())),
                        line("page.pieces", shown(it.pieces())));
            case Milestone.FieldWork it -> fields(it.kind(), it.fields());
            case Milestone.FieldCorrection it -> corrected(it);
            case Milestone.Water it -> water(it);
            case Milestone.Authorisation it -> present(line("page.reason", it.reason()), line("page.by", it.by()));
            case Milestone.CycleClosed it -> present(line("page.feedConversion", shown(it.feedConversion())));
            case Milestone.Harvest it ->
                present(
                        line("page.quantity", show(it.quantity())),
                        line("page.moisture", percent(it.moisturePercent())),
                        line("page.count", shown(it.countPerKilogram())),
                        line("page.block", it.block()));
            case Milestone.Processing it -> processing(it);
            case Milestone.StepCorrection it -> corrected(it);
            case Milestone.TestsOrdered _, Milestone.LabResult _ -> List.of();
            case Milestone.Temperatures it ->
                present(
                        line(
                                "page.celsius",
                                show(it.celsius().least()) + " … "
                                        + show(it.celsius().most()) + " °C"),
                        line("page.warm", say("page.minutes", it.warmMinutes())));
            case Milestone.Correction it ->
                present(struck(it.before()), line("page.after", it.after()), line("page.reason", it.reason()));
            case Milestone.SplitOff it -> present(line("page.quantity", show(it.quantity())));
            case Milestone.Arrival it -> present(line("page.quantity", show(it.quantity())));
            case Milestone.Held it -> present(line("page.reason", source(name("lab-test", it.reason()))));
            case Milestone.Released it -> present(line("page.by", it.proposedBy() + ", " + it.approvedBy()));
            case Milestone.Dispatch it -> present(line("page.quantity", show(it.quantity())));
        };
    }

    /** In the order and by the types of the activity's kind. */
    private List<Line> fields(String code, Map<String, String> fields) {
        return catalogue.activity(code).stream()
                .flatMap(kind -> kind.fields().entrySet().stream())
                .filter(field -> fields.containsKey(field.getKey()))
                .filter(field -> field.getValue().type() != ActivityKind.Type.LABORATORY) // an id, not a name
                .map(field -> new Line(
                        fieldName(code, field.getKey()),
                        value(field.getValue().type(), fields.getOrDefault(field.getKey(), ""))))
                .toList();
    }

    /** What a field is called in this activity: pieces are fruits when they are bagged. */
    private String fieldName(String activity, String field) {
        var own = activity + "." + field;
        var named = name("field", own);
        return named.equals(own) ? name("field", field) : named;
    }

    private String value(ActivityKind.Type type, String text) {
        return switch (type) {
            case DECIMAL, SIGNED, SHARE, MASS, DAYS, PIECES -> show(new BigDecimal(text));
            case DATE -> show(LocalDate.parse(text));
            case TEXT, SUBSTANCE, BLOCK, LABORATORY -> text;
            case TEST -> name("lab-test", text);
            case VERDICT -> name("verdict", text);
        };
    }

    private List<Line> corrected(Milestone.FieldCorrection correction) {
        var after = correction.after();
        return present(
                struck(written(correction.kind(), correction.before())),
                line("page.after", after == null ? say("page.neverHappened") : written(correction.kind(), after)),
                line("page.reason", correction.reason()));
    }

    private String written(String kind, Map<String, String> fields) {
        return fields(kind, fields).stream()
                .map(line -> line.name() + ": " + line.value())
                .collect(Collectors.joining("; "));
    }

    private List<Line> corrected(Milestone.StepCorrection correction) {
        return Stream.concat(
                        correction.outputs().stream()
                                .map(it -> line(
                                        "page.after",
                                        show(it.quantity()) + moisture(it.moisturePercent()) + lot(it.lot()))),
                        Stream.of(line("page.reason", correction.reason())))
                .filter(Objects::nonNull)
                .toList();
    }

    private List<Line> water(Milestone.Water water) {
        return new TreeMap<>(water.values())
                .entrySet().stream()
                        .map(it ->
                                new Line(name("water", it.getKey()), between(it.getValue()) + " " + unit(it.getKey())))
                        .toList();
    }

    private String between(Milestone.Spread spread) {
        var least = show(spread.least());
        return spread.least().compareTo(spread.most()) == 0 ? least : least + "–" + show(spread.most());
    }

    private String unit(String parameter) {
        return catalogue.waterParameter(parameter).map(it -> it.unit()).orElse("");
    }

    private List<Line> processing(Milestone.Processing step) {
        var lines = new ArrayList<Line>(present(line("page.facility", step.facility())));
        step.inputs()
                .forEach(it ->
                        lines.add(new Line(say("page.in"), amount(it.product(), it.quantity()) + lot(it.lot()))));
        step.outputs().forEach(it -> lines.add(new Line(say("page.out"), output(it))));
        step.losses()
                .forEach(it ->
                        lines.add(new Line(say("page.loss"), name("loss", it.kind()) + " " + show(it.quantity()))));
        new TreeMap<>(step.measurements())
                .forEach((code, value) -> lines.add(new Line(name("measurement", code), show(value))));
        return lines;
    }

    private String output(Output output) {
        var item = output.item();
        var units = item == null
                ? ""
                : " · "
                        + say(
                                "page.units",
                                output.quantity().grams() / item.unit().grams(),
                                item.unit());
        return amount(output.product(), output.quantity()) + units + moisture(output.moisturePercent());
    }

    private String moisture(@Nullable BigDecimal moisture) {
        return moisture == null ? "" : " · " + percent(moisture);
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

    private String lot(LotId id) {
        var lot = lots.get(id);
        return lot == null || lot.label() == null ? "" : " · " + lot.label();
    }

    private String amount(String product, Mass quantity) {
        return name("product", product) + " " + show(quantity);
    }

    private @Nullable String percent(@Nullable BigDecimal percent) {
        return percent == null ? null : show(percent) + " %";
    }

    private @Nullable String shown(@Nullable Object value) {
        return value == null ? null : show(value);
    }

    private static List<Line> present(@Nullable Line... lines) {
        return Stream.of(lines).filter(Objects::nonNull).toList();
    }

    /** What was written before, struck through. */
    private @Nullable Line struck(@Nullable String value) {
        return value == null ? null : new Line(say("page.before"), value, true);
    }

    private @Nullable Line line(String key, @Nullable String value) {
        return value == null ? null : new Line(say(key), value);
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
