package vn.nguongoc.buyer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.catalogue.Product;
import vn.nguongoc.history.LotHistory;
import vn.nguongoc.history.NamedFarmer;
import vn.nguongoc.label.DigitalLink;
import vn.nguongoc.view.ViewOfLot;
import vn.nguongoc.web.Phrases;
import vn.nguongoc.web.PublicAddress;
import vn.nguongoc.web.Words;

/** Says a lot's history in the words of one language. */
@Component
public class LotPages {
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
        private final Standing standing;
        private final FirstScreen first;

        Telling(LotHistory history, List<NamedFarmer> farmers, Locale asked) {
            this.history = history;
            this.farmers = farmers;
            this.asked = asked;
            this.language = Words.WHOLE.contains(asked) ? asked : Words.insteadOf(asked);
            this.telling = new MilestoneWords(words, catalogue, language, history);
            this.standing = new Standing(history, new Phrases(words, asked));
            this.first = new FirstScreen(history, catalogue, new Phrases(words, asked), new Phrases(words, language));
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
                            words.say(language, "page.short." + standing.state().style()),
                            first.ward().map(first::wardToday).orElse(""),
                            first.harvested()
                                    .map(day -> say("page.harvested") + " " + day)
                                    .orElse("")),
                    addressOf(lot),
                    familyOf(lot),
                    product,
                    size,
                    standing.state(),
                    standing.verdict(),
                    standing.shared(),
                    first.facts(),
                    new Journey(history, telling, catalogue, new Phrases(words, asked)).groups(),
                    new LaboratoryWords(words, catalogue, telling, language).results(history),
                    barred(),
                    parties.people(history, farmers),
                    parties.papers(Certificates.of(history, catalogue)),
                    new Unknowns(history, standing.confirmed() > 0, new Phrases(words, language)).sentences(),
                    PlotMaps.draw(history.plots(), catalogue, words, language),
                    makers());
        }

        private static String joined(String... parts) {
            return Stream.of(parts).filter(it -> !it.isEmpty()).collect(Collectors.joining(" · "));
        }

        /** Whom to ask: who grew it, and who packed it or has it. */
        private String makers() {
            return Stream.concat(first.growers().stream(), first.holder().stream())
                    .collect(Collectors.joining(", "));
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
