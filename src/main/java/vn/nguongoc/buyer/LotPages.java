package vn.nguongoc.buyer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nguongoc.buyer.LotPage.Fact;
import vn.nguongoc.buyer.LotPage.Group;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.catalogue.Product;
import vn.nguongoc.catalogue.Ward;
import vn.nguongoc.history.LotHistory;
import vn.nguongoc.history.NamedFarmer;
import vn.nguongoc.history.Place;
import vn.nguongoc.label.DigitalLink;
import vn.nguongoc.lot.event.HoldCause;
import vn.nguongoc.lot.event.LotEvent.Verdict;
import vn.nguongoc.view.Milestone;
import vn.nguongoc.view.ViewOfLot;
import vn.nguongoc.view.ViewOfOrganisation;
import vn.nguongoc.web.Phrase;
import vn.nguongoc.web.PublicAddress;
import vn.nguongoc.web.Words;

/** Says a lot's history in the words of one language. */
@Component
public class LotPages {
    private static final String PRE_HARVEST_TEST = "pre-harvest-test";
    private static final String CONFIRMED_BY_OTHERS = "confirmed-by-others";

    /** More days of harvest than these are not all named on the first screen. */
    private static final int MOST_DAYS = 2;

    /** In one group of the journey, of the latest and of what is remarkable each. */
    private static final int MOST_ITEMS = 30;

    /** A cycle that ended with its last harvest ended after it. */
    private static final Comparator<Milestone> AS_IT_HAPPENED = Comparator.comparing(
                    (Milestone it) -> it.fact().happenedAt())
            .thenComparing(it -> it instanceof Milestone.CycleClosed);

    private final Words words;
    private final Catalogue catalogue;
    private final PublicAddress address;

    LotPages(Words words, Catalogue catalogue, PublicAddress address) {
        this.words = words;
        this.catalogue = catalogue;
        this.address = address;
    }

    /** The address in the lot's QR code. */
    public String addressOf(ViewOfLot lot) {
        return DigitalLink.address(address.base(), lot.address());
    }

    /** Code of the family of goods that it belongs to, for its picture; empty if the catalogue does not know it. */
    public String familyOf(ViewOfLot lot) {
        return catalogue.product(lot.product()).map(Product::family).orElse("");
    }

    /** The lot's page, on which nobody is named who would have to agree to it. */
    public LotPage page(LotHistory history, Locale language) {
        return page(history, List.of(), language);
    }

    /** @param farmers who agreed to be named, or were erased */
    public LotPage page(LotHistory history, List<NamedFarmer> farmers, Locale language) {
        return new Telling(history, farmers, language).page();
    }

    /** One history told in one language. */
    private final class Telling {
        private final LotHistory history;
        private final List<NamedFarmer> farmers;
        private final Locale asked;
        private final Locale language;
        private final MilestoneWords telling;

        Telling(LotHistory history, List<NamedFarmer> farmers, Locale asked) {
            this.history = history;
            this.farmers = farmers;
            this.asked = asked;
            this.language = Words.WHOLE.contains(asked) ? asked : Words.insteadOf(asked);
            this.telling = new MilestoneWords(words, catalogue, language, history);
        }

        LotPage page() {
            var lot = history.lot();
            var product = words.namePhrase(asked, "product", lot.product());
            var size = show(lot.item() == null ? lot.quantity() : lot.item().unit());
            var parties = new Parties(words, catalogue, language);
            return new LotPage(
                    lot.id(),
                    asked,
                    language,
                    joined(product.text(), size, cooperativeName()),
                    joined(
                            words.say(language, "page.short." + state().style()),
                            ward().map(this::wardToday).orElse(""),
                            harvested()
                                    .map(day -> say("page.harvested") + " " + day)
                                    .orElse("")),
                    addressOf(lot),
                    familyOf(lot),
                    product,
                    size,
                    state(),
                    verdict(),
                    shared(),
                    facts(),
                    groups(),
                    new LaboratoryWords(words, catalogue, telling, language).results(history),
                    barred(),
                    parties.people(history, farmers),
                    parties.papers(Certificates.of(history, catalogue)),
                    unknown(),
                    PlotMaps.draw(history.plots(), catalogue, words, language),
                    makers());
        }

        private static String joined(String... parts) {
            return Stream.of(parts).filter(it -> !it.isEmpty()).collect(Collectors.joining(" · "));
        }

        /** Whom to ask: who grew it, and who packed it or has it. */
        private String makers() {
            return Stream.concat(growers().stream(), holder().stream()).collect(Collectors.joining(", "));
        }

        private List<String> barred() {
            return Optional.ofNullable(history.lot().pedigree()).stream()
                    .flatMap(it -> it.barredFrom().entrySet().stream())
                    .map(it -> say("page.barred", name("market", it.getKey()), it.getValue()))
                    .toList();
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

        private Phrase verdict() {
            var steps = history.milestones().size();
            if (isRecalled()) {
                return phrase("page.verdict.recalled");
            }
            if (isHeld()) {
                var cause = history.lot().holds().getFirst().cause();
                return phrase("page.verdict.held", words.name(asked, "hold-cause", cause.name()));
            }
            if (hasFailed()) {
                return phrase("page.verdict.failed", steps);
            }
            return history.missing().isEmpty()
                    ? phrase("page.verdict.complete", steps, confirmed())
                    : phrase("page.verdict.gaps", steps, history.missing().size());
        }

        /** Whoever copies a lot's code copies that of all its units. */
        private @Nullable Phrase shared() {
            var lot = history.lot();
            var item = lot.item();
            return item == null
                    ? null
                    : phrase("page.shared", lot.quantity().grams() / item.unit().grams());
        }

        /** How many steps another organisation confirmed: whoever received goods said what came of those sent. */
        private int confirmed() {
            return (int) history.milestones().stream()
                    .filter(Milestone.Arrival.class::isInstance)
                    .count();
        }

        private List<Fact> facts() {
            var lot = history.lot();
            var facts = new ArrayList<Fact>();
            growers().ifPresent(names -> facts.add(named("page.cooperative", names)));
            holder().ifPresent(holder -> facts.add(named("page.holder", holder)));
            ward().ifPresent(ward -> facts.add(new Fact(phrase("page.ward"), wardName(ward))));
            harvestDays().ifPresent(days -> facts.add(shown("page.harvested", days)));
            if (lot.item() != null) {
                facts.add(shown("page.packed", day(lot.since().toLocalDate())));
                facts.add(shown("page.bestBefore", day(lot.item().bestBefore())));
                facts.add(shown("page.lotNumber", lot.item().number()));
            } else {
                Optional.ofNullable(lot.label()).ifPresent(label -> facts.add(shown("page.lotNumber", label)));
            }
            claims().ifPresent(claims -> facts.add(new Fact(phrase("page.claims"), new Phrase(claims, language))));
            return facts;
        }

        /** Names are Vietnamese in every language. */
        private Fact named(String key, String name) {
            return new Fact(phrase(key), new Phrase(name, Words.VIETNAMESE));
        }

        private Fact shown(String key, String value) {
            return new Fact(phrase(key), new Phrase(value, asked));
        }

        private String day(LocalDate day) {
            return words.show(asked, day);
        }

        /** Who grew it. */
        private Optional<String> growers() {
            return history.growers().stream().map(ViewOfOrganisation::name).reduce((one, two) -> one + ", " + two);
        }

        /** Who packed it or has it, where that is not who grew it. */
        private Optional<String> holder() {
            return Optional.ofNullable(history.cooperative())
                    .filter(holder -> history.growers().stream()
                            .noneMatch(grower -> grower.id().equals(holder.id())))
                    .map(ViewOfOrganisation::name);
        }

        /** What all of it was certified as on the day of its harvest; what was tested stands with the results. */
        private Optional<String> claims() {
            return Optional.ofNullable(history.lot().pedigree()).stream()
                    .flatMap(pedigree -> pedigree.claims().stream())
                    .filter(claim -> !claim.equals(PRE_HARVEST_TEST))
                    .map(claim -> {
                        var scheme = name("scheme", claim);
                        return scheme.equals(claim) ? name("claim", claim) : scheme;
                    })
                    .reduce((one, two) -> one + ", " + two);
        }

        private Optional<Ward> ward() {
            return history.growers().stream()
                    .findFirst()
                    .or(() -> Optional.ofNullable(history.cooperative()))
                    .map(ViewOfOrganisation::ward)
                    .flatMap(catalogue::ward);
        }

        private Phrase wardName(Ward ward) {
            var former = ward.mergedFrom().isEmpty() ? "" : " " + say("page.ward.formerly", ward.mergedFrom());
            return new Phrase(wardToday(ward) + former, language);
        }

        private String wardToday(Ward ward) {
            return say("page.ward.name", ward.name());
        }

        private Optional<String> harvested() {
            return days(language);
        }

        private Optional<String> harvestDays() {
            return days(asked);
        }

        /** The days of the harvests; of many only the first and the last. */
        private Optional<String> days(Locale in) {
            var days = List.copyOf(Certificates.harvestDays(history));
            if (days.size() > MOST_DAYS) {
                return Optional.of(words.show(in, days.getFirst()) + " – " + words.show(in, days.getLast()));
            }
            return days.stream().map(day -> words.show(in, day)).reduce((one, two) -> one + ", " + two);
        }

        /** The group in which something happened last comes first; of the same day, what comes later on the way. */
        private List<Group> groups() {
            var byGroup = new TreeMap<String, List<Milestone>>();
            history.milestones().stream()
                    .filter(it -> !(it instanceof Milestone.LabResult))
                    .sorted(AS_IT_HAPPENED)
                    .forEach(it -> byGroup.computeIfAbsent(telling.group(it), key -> new ArrayList<>())
                            .add(it));
            return catalogue.terms().groups().stream()
                    .filter(byGroup::containsKey)
                    .map(group -> Map.entry(group, byGroup.getOrDefault(group, List.of())))
                    .sorted(Comparator.comparing(
                                    (Map.Entry<String, List<Milestone>> group) -> lastDay(group.getValue()))
                            .reversed())
                    .map(group -> group(group.getKey(), group.getValue()))
                    .toList();
        }

        private static LocalDate lastDay(List<Milestone> oldestFirst) {
            return oldestFirst.getLast().fact().happenedAt().toLocalDate();
        }

        private Group group(String code, List<Milestone> oldestFirst) {
            var first = telling.day(oldestFirst.getFirst().fact().happenedAt());
            var last = telling.day(oldestFirst.getLast().fact().happenedAt());
            var shown = shown(oldestFirst.reversed());
            return new Group(
                    words.namePhrase(asked, "group", code),
                    first.equals(last) ? first : first + " – " + last,
                    shown.stream().map(telling::item).toList(),
                    oldestFirst.size() - shown.size());
        }

        /**
         * All, or of hundreds of plots the latest, and of the others the latest that are in doubt or were corrected.
         */
        private static List<Milestone> shown(List<Milestone> newestFirst) {
            if (newestFirst.size() <= 2 * MOST_ITEMS) {
                return newestFirst;
            }
            var latest = newestFirst.subList(0, MOST_ITEMS);
            var earlier = newestFirst.subList(MOST_ITEMS, newestFirst.size()).stream()
                    .filter(Telling::isRemarkable)
                    .limit(MOST_ITEMS);
            return Stream.concat(latest.stream(), earlier).toList();
        }

        private static boolean isRemarkable(Milestone milestone) {
            return switch (milestone) {
                case Milestone.FieldCorrection _, Milestone.StepCorrection _, Milestone.Correction _ -> true;
                case Milestone.Held _, Milestone.Released _ -> true;
                default -> !milestone.flags().isEmpty();
            };
        }

        private List<String> unknown() {
            return Stream.concat(
                            history.missing().stream().map(code -> say("page.missing", missingName(code))),
                            history.unknown().stream().map(this::unknown))
                    .toList();
        }

        private String unknown(String code) {
            var received = code.equals(CONFIRMED_BY_OTHERS) && confirmed() > 0;
            return say("page.unknown." + (received ? "confirmed-by-receivers" : code), placeless());
        }

        /** The plots of which nobody told where they lie. */
        private List<String> placeless() {
            return history.plots().stream()
                    .filter(it -> it.centre() == null)
                    .map(Place::code)
                    .toList();
        }

        private String missingName(String code) {
            var parts = code.split("/", 2);
            return parts.length == 1 ? name("group", code) : name(parts[0], parts[1]);
        }

        private Phrase phrase(String key, Object... values) {
            return words.phrase(asked, key, values);
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
