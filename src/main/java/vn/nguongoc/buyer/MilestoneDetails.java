package vn.nguongoc.buyer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.buyer.LotPage.Line;
import vn.nguongoc.catalogue.ActivityKind;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.step.event.StepEvent.Output;
import vn.nguongoc.view.Milestone;
import vn.nguongoc.view.ViewOfLot;
import vn.nguongoc.web.Phrases;
import vn.nguongoc.web.Sources;

/** The lines under each thing in a lot's history: what was written, in the words of one language. */
record MilestoneDetails(Map<LotId, ViewOfLot> lots, Catalogue catalogue, Phrases words) {

    List<Line> of(Milestone milestone) {
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
                        line("page.quantity", words.show(it.quantity())),
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
                                words.show(it.celsius().least()) + " … "
                                        + words.show(it.celsius().most()) + " °C"),
                        line("page.warm", words.say("page.minutes", it.warmMinutes())));
            case Milestone.Correction it ->
                present(struck(it.before()), line("page.after", it.after()), line("page.reason", it.reason()));
            case Milestone.SplitOff it -> present(line("page.quantity", words.show(it.quantity())));
            case Milestone.Arrival it -> present(line("page.quantity", words.show(it.quantity())));
            case Milestone.Held it ->
                present(line(
                        "page.reason",
                        Sources.told(words.words(), words.language(), words.name("lab-test", it.reason()))));
            case Milestone.Released it -> present(line("page.by", it.proposedBy() + ", " + it.approvedBy()));
            case Milestone.Dispatch it -> present(line("page.quantity", words.show(it.quantity())));
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
        var named = words.name("field", own);
        return named.equals(own) ? words.name("field", field) : named;
    }

    private String value(ActivityKind.Type type, String text) {
        return switch (type) {
            case DECIMAL, SIGNED, SHARE, MASS, DAYS, PIECES -> words.show(new BigDecimal(text));
            case DATE -> words.show(LocalDate.parse(text));
            case TEXT, SUBSTANCE, BLOCK, LABORATORY -> text;
            case TEST -> words.name("lab-test", text);
            case VERDICT -> words.name("verdict", text);
        };
    }

    private List<Line> corrected(Milestone.FieldCorrection correction) {
        var after = correction.after();
        return present(
                struck(written(correction.kind(), correction.before())),
                line("page.after", after == null ? words.say("page.neverHappened") : written(correction.kind(), after)),
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
                                        words.show(it.quantity()) + moisture(it.moisturePercent()) + lot(it.lot()))),
                        Stream.of(line("page.reason", correction.reason())))
                .filter(Objects::nonNull)
                .toList();
    }

    private List<Line> water(Milestone.Water water) {
        return new TreeMap<>(water.values())
                .entrySet().stream()
                        .map(it -> new Line(
                                words.name("water", it.getKey()), between(it.getValue()) + " " + unit(it.getKey())))
                        .toList();
    }

    private String between(Milestone.Spread spread) {
        var least = words.show(spread.least());
        return spread.least().compareTo(spread.most()) == 0 ? least : least + "–" + words.show(spread.most());
    }

    private String unit(String parameter) {
        return catalogue.waterParameter(parameter).map(it -> it.unit()).orElse("");
    }

    private List<Line> processing(Milestone.Processing step) {
        var lines = new ArrayList<Line>(present(line("page.facility", step.facility())));
        step.inputs()
                .forEach(it ->
                        lines.add(new Line(words.say("page.in"), amount(it.product(), it.quantity()) + lot(it.lot()))));
        step.outputs().forEach(it -> lines.add(new Line(words.say("page.out"), output(it))));
        step.losses()
                .forEach(it -> lines.add(new Line(
                        words.say("page.loss"), words.name("loss", it.kind()) + " " + words.show(it.quantity()))));
        new TreeMap<>(step.measurements())
                .forEach((code, value) -> lines.add(new Line(words.name("measurement", code), words.show(value))));
        return lines;
    }

    private String output(Output output) {
        var item = output.item();
        var units = item == null
                ? ""
                : " · "
                        + words.say(
                                "page.units",
                                output.quantity().grams() / item.unit().grams(),
                                item.unit());
        return amount(output.product(), output.quantity()) + units + moisture(output.moisturePercent());
    }

    private String moisture(@Nullable BigDecimal moisture) {
        return moisture == null ? "" : " · " + percent(moisture);
    }

    private String lot(LotId id) {
        var lot = lots.get(id);
        return lot == null || lot.label() == null ? "" : " · " + lot.label();
    }

    private String amount(String product, Mass quantity) {
        return words.name("product", product) + " " + words.show(quantity);
    }

    private @Nullable String percent(@Nullable BigDecimal percent) {
        return percent == null ? null : words.show(percent) + " %";
    }

    private @Nullable String shown(@Nullable Object value) {
        return value == null ? null : words.show(value);
    }

    private static List<Line> present(@Nullable Line... lines) {
        return Stream.of(lines).filter(Objects::nonNull).toList();
    }

    /** What was written before, struck through. */
    private @Nullable Line struck(@Nullable String value) {
        return value == null ? null : new Line(words.say("page.before"), value, true);
    }

    private @Nullable Line line(String key, @Nullable String value) {
        return value == null ? null : new Line(words.say(key), value);
    }
}
