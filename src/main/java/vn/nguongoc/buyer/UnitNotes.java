package vn.nguongoc.buyer;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nguongoc.buyer.UnitNote.Standing;
import vn.nguongoc.generations.Things;
import vn.nguongoc.history.IssuedUnit;
import vn.nguongoc.history.Units;
import vn.nguongoc.label.Serial;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.view.ViewOfLot;

/** What is known of the unit whose serial stands in an address. */
@Component
public class UnitNotes {
    private final Units units;
    private final Things things;
    private final LotPages pages;

    UnitNotes(Units units, Things things, LotPages pages) {
        this.units = units;
        this.things = things;
        this.pages = pages;
    }

    /** The unit that a serial was issued for. What is not spelt like one of ours was never issued here. */
    public Optional<IssuedUnit> unit(@Nullable String serial) {
        return Optional.ofNullable(serial).flatMap(Serial::typed).flatMap(units::find);
    }

    /** What a page about this lot says of it; a page about goods of several lots is about none. */
    public UnitNote note(String serial, @Nullable IssuedUnit unit, @Nullable LotId shown) {
        if (unit == null) {
            return UnitNote.of(Standing.UNKNOWN, serial);
        }
        return unit.lot().equals(shown) ? UnitNote.of(standing(unit), serial) : elsewhere(serial, unit);
    }

    private UnitNote elsewhere(String serial, IssuedUnit unit) {
        var own = things.find(ViewOfLot.class, unit.lot());
        return new UnitNote(
                Standing.OTHER_LOT,
                serial,
                own.map(pages::addressOf).orElse(null),
                own.map(UnitNotes::number).orElse(unit.lot().value()));
    }

    private static String number(ViewOfLot lot) {
        return lot.item() == null
                ? lot.id().value()
                : Objects.requireNonNull(lot.item()).number();
    }

    private static Standing standing(IssuedUnit unit) {
        return switch (unit.state()) {
            case OPEN -> Standing.OPEN;
            case ACTIVATED -> Standing.ACTIVATED;
            case VOIDED -> Standing.VOIDED;
        };
    }
}
