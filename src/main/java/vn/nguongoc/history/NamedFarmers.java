package vn.nguongoc.history;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.nguongoc.farmer.FarmersNow;
import vn.nguongoc.farmer.FarmersNow.Told;
import vn.nguongoc.farmer.event.Field;
import vn.nguongoc.farmer.event.Purpose;

/** Names those on whose behalf harvests were recorded, as they agreed at this moment. What it says nobody may keep. */
@Component
public class NamedFarmers {
    private final FarmersNow farmers;

    NamedFarmers(FarmersNow farmers) {
        this.farmers = farmers;
    }

    /**
     * @param most so many are looked at
     * @param purposes one of which they must have agreed to
     */
    public List<NamedFarmer> of(LotHistory history, int most, Purpose... purposes) {
        var some = history.farmers().stream().limit(most).toList();
        return farmers.of(some).stream().map(it -> named(it, purposes)).toList();
    }

    private static NamedFarmer named(Told told, Purpose... purposes) {
        return new NamedFarmer(
                told.farmer().organisation(),
                told.farmer().code(),
                told.agreedTo(purposes) ? told.value(Field.NAME) : null,
                told.erased());
    }
}
