package vn.nguongoc.lot;

import static vn.nguongoc.Farm.HO_DAC_KIEN;
import static vn.nguongoc.Farm.LOT;
import static vn.nguongoc.Farm.P1;
import static vn.nguongoc.Farm.PADDY;
import static vn.nguongoc.Farm.bags;
import static vn.nguongoc.Farm.day;
import static vn.nguongoc.Farm.kilograms;
import static vn.nguongoc.Farm.on;
import static vn.nguongoc.lot.Lots.STEP;

import java.util.List;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.nguongoc.lot.LotCommand.Draw;
import vn.nguongoc.lot.LotCommand.Drawn;
import vn.nguongoc.lot.event.Goods;
import vn.nguongoc.lot.event.LotEvent.LabResultRecorded;
import vn.nguongoc.lot.event.LotEvent.LotHarvested;
import vn.nguongoc.lot.event.LotEvent.LotProduced;
import vn.nguongoc.lot.event.LotEvent.Verdict;
import vn.nguongoc.lot.event.Pedigree;
import vn.nguongoc.lot.event.TradeItem;

/** What was stored before lots had pedigrees is read as what it can have meant. */
class RebuildTest {
    private final FixtureConfiguration<HarvestLot> barn = Lots.barn();

    private static LotProduced made(@Nullable TradeItem item) {
        return new LotProduced(
                LOT,
                HO_DAC_KIEN,
                STEP,
                item == null ? "graded-rice-st25" : "packed-rice-st25",
                kilograms(100),
                null,
                null,
                item,
                null,
                null,
                on("18-05"));
    }

    private static Draw draw() {
        return new Draw(LOT, HO_DAC_KIEN, STEP, kilograms(5), false, on("20-05"));
    }

    private static Drawn drawn(String product, @Nullable TradeItem item, Pedigree pedigree) {
        return new Drawn(LOT, kilograms(5), new Goods(product, null, null, item, pedigree));
    }

    @Test
    void of_an_old_harvest_only_its_day_is_known() {
        barn.given(new LotHarvested(
                        LOT,
                        HO_DAC_KIEN,
                        P1,
                        1,
                        PADDY,
                        kilograms(100),
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        on("24-04")))
                .when(draw())
                .expectResultMessagePayload(drawn(PADDY, null, Pedigree.of(on("24-04"))));
    }

    @Test
    void of_an_old_product_nothing_is_known() {
        barn.given(made(bags("A")))
                .when(draw())
                .expectResultMessagePayload(drawn("packed-rice-st25", bags("A"), Pedigree.UNKNOWN));
    }

    private static LabResultRecorded old(Verdict verdict, String dayMonth) {
        return new LabResultRecorded(
                LOT, "variety-dna", verdict, "Phòng thử", null, null, List.of(), null, List.of(), on(dayMonth));
    }

    @Test
    void an_old_pass_still_counts() {
        barn.given(made(null), old(Verdict.PASS, "18-05"))
                .when(draw())
                .expectResultMessagePayload(
                        drawn("graded-rice-st25", null, Pedigree.UNKNOWN.passing("variety-dna", day("18-05"))));
    }

    @Test
    void an_old_failure_takes_it_back() {
        barn.given(made(null), old(Verdict.PASS, "18-05"), old(Verdict.FAIL, "19-05"))
                .when(draw())
                .expectResultMessagePayload(drawn("graded-rice-st25", null, Pedigree.UNKNOWN));
    }
}
