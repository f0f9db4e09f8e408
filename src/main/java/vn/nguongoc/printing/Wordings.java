package vn.nguongoc.printing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nguongoc.label.DigitalLink;
import vn.nguongoc.labelling.event.LabelKind;
import vn.nguongoc.labelling.event.LabellingEvent.Wording;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.view.ViewOfLot;
import vn.nguongoc.web.PublicAddress;
import vn.nguongoc.web.Words;

/** What is printed on the labels of a lot, in the language of those who buy it. */
@Component
class Wordings {
    private final Words words;
    private final PublicAddress address;

    Wordings(Words words, PublicAddress address) {
        this.words = words;
        this.address = address;
    }

    /** From all there is to say to what a small label holds; the first that fits is printed. */
    List<Wording> of(ViewOfLot lot, LabelKind kind, Locale language) {
        var telling = new Telling(lot, kind, language);
        return List.of(telling.whole(), telling.brief());
    }

    /** What is typed instead of scanning: the lot number, or the lot's id where it has none. */
    static String code(String address, LotId lot) {
        return DigitalLink.lotNumber(address).orElse(lot.value());
    }

    private final class Telling {
        private final ViewOfLot lot;
        private final LabelKind kind;
        private final Locale language;

        Telling(ViewOfLot lot, LabelKind kind, Locale language) {
            this.lot = lot;
            this.kind = kind;
            this.language = language;
        }

        Wording whole() {
            return wording(say("label.netWeight", weight()), say("label.lot", number()), dates());
        }

        /** The last date is the one that buyers need most. */
        Wording brief() {
            var dates = dates();
            return wording(
                    words.show(language, weight()), number(), dates.isEmpty() ? dates : List.of(dates.getLast()));
        }

        private Wording wording(String weight, String number, List<String> dates) {
            return new Wording(
                    words.name(language, "product", lot.product()),
                    weight,
                    number,
                    dates,
                    address.base().replaceFirst("^https?://", ""),
                    DigitalLink.address(address.base(), key()));
        }

        private String key() {
            var item = lot.item();
            return kind == LabelKind.UNITS && item != null ? item.key() : lot.address();
        }

        private Object weight() {
            return lot.item() == null ? lot.quantity() : lot.item().unit();
        }

        private String number() {
            return numberOf(lot.item() == null ? lot.label() : lot.item().number());
        }

        private String numberOf(@Nullable String given) {
            return given == null ? lot.id().value() : given;
        }

        private List<String> dates() {
            var dates = new ArrayList<String>();
            var pedigree = lot.pedigree();
            if (pedigree != null && pedigree.harvestedAt() != null) {
                dates.add(say("label.harvested", pedigree.harvestedAt().toLocalDate()));
            }
            if (lot.item() != null) {
                dates.add(say("label.packed", lot.since().toLocalDate()));
                dates.add(say("label.bestBefore", lot.item().bestBefore()));
            }
            return dates;
        }

        private String say(String key, Object value) {
            return words.say(language, key, value);
        }
    }
}
