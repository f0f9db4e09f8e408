package vn.nguongoc.buyer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.nguongoc.buyer.LotPage.Fact;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.catalogue.Ward;
import vn.nguongoc.history.LotHistory;
import vn.nguongoc.view.ViewOfOrganisation;
import vn.nguongoc.web.Phrase;
import vn.nguongoc.web.Phrases;
import vn.nguongoc.web.Words;

/**
 * The facts under the verdict: who, where, when.
 *
 * @param asked the words of the first screen
 * @param rest those of the rest of the page
 */
record FirstScreen(LotHistory history, Catalogue catalogue, Phrases asked, Phrases rest) {
    private static final String PRE_HARVEST_TEST = "pre-harvest-test";

    /** More days of harvest than these are not all named. */
    private static final int MOST_DAYS = 2;

    List<Fact> facts() {
        var lot = history.lot();
        var facts = new ArrayList<Fact>();
        growers().ifPresent(names -> facts.add(named("page.cooperative", names)));
        holder().ifPresent(holder -> facts.add(named("page.holder", holder)));
        ward().ifPresent(ward -> facts.add(new Fact(asked.phrase("page.ward"), wardName(ward))));
        harvestDays().ifPresent(days -> facts.add(shown("page.harvested", days)));
        if (lot.item() != null) {
            facts.add(shown("page.packed", day(lot.since().toLocalDate())));
            facts.add(shown("page.bestBefore", day(lot.item().bestBefore())));
            facts.add(shown("page.lotNumber", lot.item().number()));
        } else {
            Optional.ofNullable(lot.label()).ifPresent(label -> facts.add(shown("page.lotNumber", label)));
        }
        claims().ifPresent(claims ->
                facts.add(new Fact(asked.phrase("page.claims"), new Phrase(claims, rest.language()))));
        return facts;
    }

    /** Names are Vietnamese in every language. */
    private Fact named(String key, String name) {
        return new Fact(asked.phrase(key), new Phrase(name, Words.VIETNAMESE));
    }

    private Fact shown(String key, String value) {
        return new Fact(asked.phrase(key), new Phrase(value, asked.language()));
    }

    private String day(LocalDate day) {
        return asked.show(day);
    }

    /** Who grew it. */
    Optional<String> growers() {
        return history.growers().stream().map(ViewOfOrganisation::name).reduce((one, two) -> one + ", " + two);
    }

    /** Who packed it or has it, where that is not who grew it. */
    Optional<String> holder() {
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
                    var scheme = rest.name("scheme", claim);
                    return scheme.equals(claim) ? rest.name("claim", claim) : scheme;
                })
                .reduce((one, two) -> one + ", " + two);
    }

    Optional<Ward> ward() {
        return history.growers().stream()
                .findFirst()
                .or(() -> Optional.ofNullable(history.cooperative()))
                .map(ViewOfOrganisation::ward)
                .flatMap(catalogue::ward);
    }

    private Phrase wardName(Ward ward) {
        var former = ward.mergedFrom().isEmpty() ? "" : " " + rest.say("page.ward.formerly", ward.mergedFrom());
        return new Phrase(wardToday(ward) + former, rest.language());
    }

    String wardToday(Ward ward) {
        return rest.say("page.ward.name", ward.name());
    }

    Optional<String> harvested() {
        return days(rest);
    }

    private Optional<String> harvestDays() {
        return days(asked);
    }

    /** The days of the harvests; of many only the first and the last. */
    private Optional<String> days(Phrases words) {
        var days = List.copyOf(Certificates.harvestDays(history));
        if (days.size() > MOST_DAYS) {
            return Optional.of(words.show(days.getFirst()) + " – " + words.show(days.getLast()));
        }
        return days.stream().map(day -> words.show(day)).reduce((one, two) -> one + ", " + two);
    }
}
