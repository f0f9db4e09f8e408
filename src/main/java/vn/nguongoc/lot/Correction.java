package vn.nguongoc.lot;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.lot.LotCommand.Correct;
import vn.nguongoc.lot.event.Goods;
import vn.nguongoc.lot.event.LotEvent.LotCorrected;
import vn.nguongoc.lot.event.Pedigree;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.Refused;

/** What is written of a lot, to be held against what should have been written. */
record Correction(LotId lot, Goods goods, @Nullable String label, Mass quantity) {
    static final String QUANTITY = "quantity";
    static final String COUNT = "countPerKilogram";
    static final String LABEL = "label";

    private static final String MOISTURE = "moisturePercent";

    /** @param before absent where nothing was written */
    record Change(@Nullable String before, String after) {}

    /**
     * What the correction changes, by field.
     *
     * @throws Refused if it changes nothing
     */
    Map<String, Change> changes(Correct to) {
        Map<String, Change> changes = new LinkedHashMap<>();
        note(
                changes,
                QUANTITY,
                quantity.kilogramsText(),
                to.quantity() == null ? null : to.quantity().kilogramsText());
        note(changes, MOISTURE, text(goods.moisturePercent()), text(to.moisturePercent()));
        note(changes, COUNT, text(goods.countPerKilogram()), text(to.countPerKilogram()));
        note(changes, LABEL, label, to.label());
        if (changes.isEmpty()) {
            throw new Refused(new LotRefusal.NothingToCorrect(lot));
        }
        return changes;
    }

    private static void note(
            Map<String, Change> changes, String field, @Nullable String before, @Nullable String after) {
        if (after != null && !Objects.equals(before, after)) {
            changes.put(field, new Change(before, after));
        }
    }

    private static @Nullable String text(@Nullable BigDecimal value) {
        return value == null ? null : value.toPlainString();
    }

    /** The goods as the correction says they are. */
    static Goods apply(LotCorrected event, Goods goods) {
        return switch (event.field()) {
            case MOISTURE ->
                new Goods(
                        goods.product(),
                        new BigDecimal(event.after()),
                        goods.countPerKilogram(),
                        goods.item(),
                        goods.pedigree());
            case COUNT ->
                new Goods(
                        goods.product(),
                        goods.moisturePercent(),
                        new BigDecimal(event.after()),
                        goods.item(),
                        goods.pedigree());
            default -> goods;
        };
    }

    /** The same goods with another pedigree. */
    static Goods with(Goods goods, Pedigree pedigree) {
        return new Goods(goods.product(), goods.moisturePercent(), goods.countPerKilogram(), goods.item(), pedigree);
    }
}
