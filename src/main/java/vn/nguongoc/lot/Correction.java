package vn.nguongoc.lot;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.lot.LotCommand.Correct;
import vn.nguongoc.lot.event.Goods;
import vn.nguongoc.lot.event.LotEvent.LotCorrected;
import vn.nguongoc.lot.event.Pedigree;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.Refused;

/** What is written of a lot, held against what should have been written. */
final class Correction {
    static final String QUANTITY = "quantity";
    static final String COUNT = "countPerKilogram";
    static final String LABEL = "label";
    static final String MOISTURE = "moisturePercent";

    private final Map<String, Change> changes = new LinkedHashMap<>();

    /** @throws Refused if it changes nothing */
    Correction(LotState lot, Correct to) {
        if (to.quantity() != null && !to.quantity().equals(lot.contents().quantity())) {
            changes.put(QUANTITY, Change.of(lot.contents().quantity(), to.quantity()));
        }
        note(MOISTURE, lot.goods().moisturePercent(), to.moisturePercent());
        note(COUNT, lot.goods().countPerKilogram(), to.countPerKilogram());
        if (to.label() != null && !to.label().equals(lot.label())) {
            changes.put(LABEL, new Change(lot.label(), to.label()));
        }
        if (changes.isEmpty()) {
            throw new Refused(new LotRefusal.NothingToCorrect(lot.id()));
        }
    }

    /** Noughts at the end make no other number. */
    private void note(String field, @Nullable BigDecimal before, @Nullable BigDecimal after) {
        if (after != null && (before == null || before.compareTo(after) != 0)) {
            changes.put(field, new Change(before == null ? null : before.toPlainString(), after.toPlainString()));
        }
    }

    /** @param before absent where nothing was written */
    record Change(@Nullable String before, String after) {
        static Change of(Mass before, Mass after) {
            return new Change(before.kilogramsText(), after.kilogramsText());
        }
    }

    /** What it changes, by field. */
    Map<String, Change> changes() {
        return changes;
    }

    boolean concerns(String field) {
        return changes.containsKey(field);
    }

    /** The goods as a correction of their moisture or count says they are. */
    static Goods of(Goods goods, LotCorrected event) {
        var to = new BigDecimal(event.after());
        var wet = event.field().equals(MOISTURE);
        return new Goods(
                goods.product(),
                wet ? to : goods.moisturePercent(),
                wet ? goods.countPerKilogram() : to,
                goods.item(),
                goods.pedigree());
    }

    /** The same goods with another pedigree. */
    static Goods with(Goods goods, Pedigree pedigree) {
        return new Goods(goods.product(), goods.moisturePercent(), goods.countPerKilogram(), goods.item(), pedigree);
    }
}
