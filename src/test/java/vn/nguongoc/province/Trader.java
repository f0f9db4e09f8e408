package vn.nguongoc.province;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.lot.event.LotEvent.Verdict;
import vn.nguongoc.province.Holder.Consignment;
import vn.nguongoc.shared.OrganisationId;

/** Buys from processors and sells to shops that take no part. */
record Trader(Holder holder, OrganisationId laboratory, Random dice) {

    /** @return a lot that was not sold; absent if all were */
    @Nullable
    Batch season(List<Consignment> arriving, Season season) {
        var sold = new ArrayList<Batch>();
        @Nullable Batch kept = null;
        for (var consignment : arriving) {
            for (var batch : holder.receive(consignment, season.at(Days.AT_THE_TRADER, 8))) {
                if (dice.nextInt(20) == 0) {
                    holder.test(batch.lot(), "residue", Verdict.PASS, laboratory, season.at(Days.AT_THE_TRADER, 15));
                }
                if (dice.nextInt(10) < 7) {
                    sold.add(batch);
                } else {
                    kept = batch;
                }
            }
        }
        holder.sell("Siêu thị (hư cấu)", sold, season.at(Days.SOLD, 8));
        return kept;
    }

    /** What a laboratory fails is held. */
    void fail(Batch batch, Season season) {
        holder.test(batch.lot(), "microbiology", Verdict.FAIL, laboratory, season.at(Days.RECALLED, 8));
    }
}
