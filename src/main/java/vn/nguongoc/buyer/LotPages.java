package vn.nguongoc.buyer;

import java.math.BigDecimal;
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
import org.springframework.stereotype.Component;
import vn.nguongoc.buyer.LotPage.Group;
import vn.nguongoc.buyer.LotPage.Item;
import vn.nguongoc.buyer.LotPage.Line;
import vn.nguongoc.buyer.LotPage.Result;
import vn.nguongoc.catalogue.ActivityKind;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.catalogue.StepKind;
import vn.nguongoc.catalogue.Ward;
import vn.nguongoc.history.LotHistory;
import vn.nguongoc.history.Milestone;
import vn.nguongoc.history.Place;
import vn.nguongoc.history.View;
import vn.nguongoc.label.DigitalLink;
import vn.nguongoc.lot.event.HoldCause;
import vn.nguongoc.lot.event.LotEvent.Verdict;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.PlotId;
import vn.nguongoc.web.PublicAddress;
import vn.nguongoc.web.Words;

/** Says a lot's history in the words of one language. */
@Component
public class LotPages {
    private static final int SOON_IN_DAYS = 3;

    private final Words words;
    private final Catalogue catalogue;
    private final PublicAddress address;

    LotPages(Words words, Catalogue catalogue, PublicAddress address) {
        this.words = words;
        this.catalogue = catalogue;
        this.address = address;
    }

    /** The address in the lot's QR code. */
    public String addressOf(View.OfLot lot) {
        return DigitalLink.address(address.base(), lot.address());
    }

    public LotPage page(LotHistory history, Locale language) {
        return new Telling(history, language).page();
    }

    /** One history told in one language. */
    private final class Telling {
        private final LotHistory history;
        private final Locale language;
        private final Map<PlotId, Place> plots;
        private final Map<LotId, View.OfLot> lots;

        Telling(LotHistory history, Locale language) {
            this.history = history;
            this.language = language;
            this.plots = history.plots().stream().collect(Collectors.toMap(Place::id, Function.identity()));
            this.lots = history.lots().stream().collect(Collectors.toMap(View.OfLot::id, Function.identity()));
        }

        LotPage page() {
            var lot = history.lot();
            var product = name("product", lot.product());
            var size = show(lot.item() == null ? lot.quantity() : lot.item().unit());
            return new LotPage(
                    lot.id(),
                    language,
                    Stream.of(product, size, cooperativeName())
                            .filter(it -> !it.isEmpty())
                            .collect(Collectors.joining(" · ")),
                    addressOf(lot),
                    product,
                    size,
                    state(),
                    verdict(),
                    facts(),
                    groups(),
                    laboratory(),
                    unknown(),
                    PlotMaps.draw(history.plots(), catalogue, words, language));
        }

        private String cooperativeName() {
            return history.cooperative() == null ? "" : history.cooperative().name();
        }

        private boolean hasFailed() {
            return history.milestones().stream()
                    .anyMatch(it -> it instanceof Milestone.LabResult result && result.verdict() == Verdict.FAIL);
        }

        private boolean isRecalled() {
            return history.lot().holds().stream().anyMatch(hold -> hold.cause() == HoldCause.RECALL);
        }

        private boolean isHeld() {
            return !history.lot().holds().isEmpty();
        }

        private LotPage.State state() {
            if (isRecalled()) {
                return LotPage.State.RECALLED;
            }
            var complete = history.missing().isEmpty() && !hasFailed() && !isHeld();
            return complete ? LotPage.State.COMPLETE : LotPage.State.DOUBTFUL;
        }

        private String verdict() {
            var steps = history.milestones().size();
            if (isRecalled()) {
                return say("page.verdict.recalled");
            }
            if (isHeld()) {
                var cause = history.lot().holds().getFirst().cause();
                return say("page.verdict.held", name("hold-cause", cause.name()));
            }
            if (hasFailed()) {
                return say("page.verdict.failed", steps);
            }
            return history.missing().isEmpty()
                    ? say("page.verdict.complete", steps)
                    : say("page.verdict.gaps", steps, history.missing().size());
        }

        private List<Line> facts() {
            var lot = history.lot();
            var facts = new ArrayList<Line>();
            facts.add(line("page.cooperative", cooperativeName()));
            ward().ifPresent(ward -> facts.add(line("page.ward", wardName(ward))));
            harvested().ifPresent(day -> facts.add(line("page.harvested", day)));
            if (lot.item() != null) {
                facts.add(line("page.packed", show(lot.since().toLocalDate())));
                facts.add(line("page.bestBefore", show(lot.item().bestBefore())));
                facts.add(line("page.lotNumber", lot.item().number()));
            } else {
                Optional.ofNullable(lot.label()).ifPresent(label -> facts.add(line("page.lotNumber", label)));
            }
            return facts;
        }

        private Optional<Ward> ward() {
            return Optional.ofNullable(history.cooperative())
                    .map(View.OfOrganisation::ward)
                    .flatMap(catalogue::ward);
        }

        private String wardName(Ward ward) {
            var today = say("page.ward.name", ward.name());
            return ward.mergedFrom().isEmpty() ? today : today + " " + say("page.ward.formerly", ward.mergedFrom());
        }

        private Optional<String> harvested() {
            return history.milestones().stream()
                    .filter(Milestone.Harvest.class::isInstance)
                    .map(it -> show(it.fact().happenedAt().toLocalDate()))
                    .distinct()
                    .reduce((one, two) -> one + ", " + two);
        }

        private List<Group> groups() {
            var byGroup = new TreeMap<String, List<Milestone>>();
            history.milestones().stream()
                    .filter(it -> !(it instanceof Milestone.LabResult))
                    .forEach(it -> byGroup.computeIfAbsent(group(it), key -> new ArrayList<>())
                            .add(it));
            return catalogue.terms().groups().stream()
                    .filter(byGroup::containsKey)
                    .map(group -> group(group, byGroup.getOrDefault(group, List.of())))
                    .toList();
        }

        private String group(Milestone milestone) {
            return switch (milestone) {
                case Milestone.CycleOpened _ -> "sowing";
                case Milestone.FieldWork it ->
                    catalogue.activity(it.kind()).map(ActivityKind::group).orElse("care");
                case Milestone.Harvest _ -> "harvest";
                case Milestone.Processing it ->
                    catalogue.step(it.kind()).map(StepKind::group).orElse("milling");
                case Milestone.LabResult _ -> "laboratory";
                case Milestone.Dispatch _ -> "dispatch";
            };
        }

        private Group group(String code, List<Milestone> oldestFirst) {
            var first = day(oldestFirst.getFirst().fact().happenedAt());
            var last = day(oldestFirst.getLast().fact().happenedAt());
            return new Group(
                    name("group", code),
                    first.equals(last) ? first : first + " – " + last,
                    oldestFirst.reversed().stream().map(this::item).toList());
        }

        private Item item(Milestone milestone) {
            var fact = milestone.fact();
            var late = fact.daysLate() > SOON_IN_DAYS ? say("page.recordedLate", fact.daysLate()) : null;
            return new Item(day(fact.happenedAt()), what(milestone), details(milestone), late);
        }

        private String what(Milestone milestone) {
            return switch (milestone) {
                case Milestone.CycleOpened it -> say("page.cycle", name("season", it.season()), plot(it.plot()));
                case Milestone.FieldWork it -> name("activity", it.kind()) + " · " + plot(it.plot());
                case Milestone.Harvest it -> name("product", it.product()) + " · " + plot(it.plot());
                case Milestone.Processing it -> name("step", it.kind());
                case Milestone.LabResult it -> name("lab-test", it.test());
                case Milestone.Dispatch it -> say("page.dispatch", it.to());
            };
        }

        private String plot(PlotId id) {
            var plot = plots.get(id);
            return plot == null ? id.value() : say("page.plot", name("plot-kind", plot.kind()), plot.code());
        }

        private List<Line> details(Milestone milestone) {
            return switch (milestone) {
                case Milestone.CycleOpened it ->
                    Stream.of(
                                    it.seedLot() == null ? null : line("page.seedLot", it.seedLot()),
                                    it.seed() == null ? null : line("page.seed", show(it.seed())),
                                    it.pieces() == null ? null : line("page.seed", show(it.pieces())))
                            .filter(Objects::nonNull)
                            .toList();
                case Milestone.FieldWork it -> fields(it);
                case Milestone.Harvest it ->
                    Stream.of(line("page.quantity", show(it.quantity())), moisture(it.moisturePercent()))
                            .filter(Objects::nonNull)
                            .toList();
                case Milestone.Processing it -> processing(it);
                case Milestone.LabResult _ -> List.of();
                case Milestone.Dispatch it -> List.of(line("page.quantity", show(it.quantity())));
            };
        }

        /** In the order and by the types of the activity's kind. */
        private List<Line> fields(Milestone.FieldWork work) {
            return catalogue.activity(work.kind()).stream()
                    .flatMap(kind -> kind.fields().entrySet().stream())
                    .filter(field -> work.fields().containsKey(field.getKey()))
                    .map(field -> new Line(
                            name("field", field.getKey()),
                            value(field.getValue().type(), work.fields().getOrDefault(field.getKey(), ""))))
                    .toList();
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

        private @Nullable Line moisture(@Nullable BigDecimal percent) {
            return percent == null ? null : line("page.moisture", show(percent) + " %");
        }

        private List<Line> processing(Milestone.Processing step) {
            var lines = new ArrayList<Line>();
            Optional.ofNullable(step.facility()).ifPresent(it -> lines.add(line("page.facility", it)));
            step.inputs()
                    .forEach(it -> lines.add(line("page.in", amount(it.product(), it.quantity()) + lot(it.lot()))));
            step.outputs()
                    .forEach(it -> lines.add(line(
                            "page.out",
                            amount(it.product(), it.quantity())
                                    + (it.item() == null
                                            ? ""
                                            : " · "
                                                    + say(
                                                            "page.units",
                                                            units(
                                                                    it.quantity(),
                                                                    it.item().unit()),
                                                            it.item().unit()))
                                    + (it.moisturePercent() == null
                                            ? ""
                                            : " · " + show(it.moisturePercent()) + " %"))));
            step.losses()
                    .forEach(it -> lines.add(line("page.loss", name("loss", it.kind()) + " " + show(it.quantity()))));
            return lines;
        }

        private String lot(LotId id) {
            var lot = lots.get(id);
            return lot == null || lot.label() == null ? "" : " · " + lot.label();
        }

        private String amount(String product, Mass quantity) {
            return name("product", product) + " " + show(quantity);
        }

        private static long units(Mass quantity, Mass unit) {
            return quantity.grams() / unit.grams();
        }

        private List<Result> laboratory() {
            return history.milestones().reversed().stream()
                    .filter(Milestone.LabResult.class::isInstance)
                    .map(Milestone.LabResult.class::cast)
                    .map(it -> new Result(
                            name("lab-test", it.test()),
                            name("verdict", it.verdict().name()),
                            it.verdict() == Verdict.PASS,
                            it.laboratory(),
                            day(it.fact().happenedAt())))
                    .toList();
        }

        private List<String> unknown() {
            return Stream.concat(
                            history.missing().stream().map(code -> say("page.missing", missingName(code))),
                            history.unknown().stream().map(code -> say("page.unknown." + code)))
                    .toList();
        }

        private String missingName(String code) {
            var parts = code.split("/", 2);
            return parts.length == 1 ? name("group", code) : name(parts[0], parts[1]);
        }

        private String day(OffsetDateTime time) {
            return show(time.toLocalDate());
        }

        private Line line(String key, String value) {
            return new Line(say(key), value);
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
}
