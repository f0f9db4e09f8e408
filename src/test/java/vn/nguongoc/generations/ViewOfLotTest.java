package vn.nguongoc.generations;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nguongoc.Farm.HO_DAC_KIEN;
import static vn.nguongoc.Farm.LOT;
import static vn.nguongoc.Farm.P1;
import static vn.nguongoc.Farm.kilograms;
import static vn.nguongoc.Farm.on;

import com.mongodb.client.MongoDatabase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.nguongoc.ServiceTest;
import vn.nguongoc.lot.event.Goods;
import vn.nguongoc.lot.event.HoldCause;
import vn.nguongoc.lot.event.Pedigree;
import vn.nguongoc.shared.ShipmentId;
import vn.nguongoc.shared.StepId;
import vn.nguongoc.view.ViewOfLot;

/** What is stored of a lot: whoever changes one of these texts counts {@link Generations#SHAPE} up. */
@ServiceTest
class ViewOfLotTest {
    private static final long GENERATION = 3_000_001;
    private static final StepId STEP = new StepId("step-0000000000000001");
    private static final ShipmentId SHIPMENT = new ShipmentId("ship-0000000000000001");

    @Autowired
    private MongoDatabase database;

    @AfterEach
    void forget() {
        for (var name : database.listCollectionNames().into(new ArrayList<>())) {
            if (name.startsWith(Shelves.PREFIX + GENERATION + "-")) {
                database.getCollection(name).drop();
            }
        }
    }

    private static ViewOfLot rich() {
        var goods = new Goods("st25", new BigDecimal("24.5"), new BigDecimal("40"), null, Pedigree.UNKNOWN);
        return ViewOfLot.of(LOT, HO_DAC_KIEN, kilograms(9900), goods, "HDK-1", on("01-05"), 7);
    }

    private static ViewOfLot poor() {
        var goods = new Goods("st25", null, null, null, Pedigree.UNKNOWN);
        return ViewOfLot.of(LOT, HO_DAC_KIEN, kilograms(9900), goods, null, on("01-05"), 7);
    }

    /** Stores it, reads it again, and returns what lies there. */
    private String stored(ViewOfLot lot) {
        var views = new Views(database, GENERATION, changed -> {});
        views.create(LOT, 7, lot);
        assertThat(views.find(ViewOfLot.class, LOT).orElseThrow().view()).isEqualTo(lot);
        var document = database.getCollection(Shelves.PREFIX + GENERATION + "-lot")
                .find(new Document("_id", LOT.value()))
                .first();
        return Objects.requireNonNull(document).getString("view");
    }

    private static String textOf(String parts) {
        return ("{'id':'lot-0000000000000001','organisation':'htx-0000000000000001','product':'st25'," + parts
                        + ",'since':'2026-05-01T08:00:00+07:00','begun':7,'milestones':[]}")
                .replace('\'', '"');
    }

    @Test
    void a_lots_parts_lie_flat_and_in_order() {
        assertThat(stored(rich().harvestedFrom(P1, 2)))
                .isEqualTo(textOf("'quantity':{'value':'9900','unit':'kg'},'left':{'value':'9900','unit':'kg'},"
                        + "'moisturePercent':24.5,'label':'HDK-1','address':'t/lot-0000000000000001',"
                        + "'plot':'plot-0000000000000001','cycle':2,'countPerKilogram':40,'pedigree':{},"
                        + "'shipments':[],'holds':[]"));
    }

    @Test
    void what_is_not_known_is_not_stored() {
        assertThat(stored(poor()))
                .isEqualTo(textOf("'quantity':{'value':'9900','unit':'kg'},'left':{'value':'9900','unit':'kg'},"
                        + "'address':'t/lot-0000000000000001','pedigree':{},'shipments':[],'holds':[]"));
    }

    @Test
    void what_becomes_of_a_lot_is_stored_with_it() {
        var hold = new ViewOfLot.Hold("h1", HoldCause.PERSON, null, "why", on("01-05"));
        assertThat(stored(poor().madeBy(STEP)
                        .foundAt("01/1/10/2")
                        .drawn(kilograms(100), SHIPMENT.value())
                        .held(hold)))
                .isEqualTo(
                        textOf(
                                "'quantity':{'value':'9900','unit':'kg'},'left':{'value':'100','unit':'kg'},"
                                        + "'address':'01/1/10/2','step':'step-0000000000000001','pedigree':{},"
                                        + "'shipments':['ship-0000000000000001'],"
                                        + "'holds':[{'hold':'h1','cause':'PERSON','reason':'why','since':'2026-05-01T08:00:00+07:00'}]"));
    }

    @ParameterizedTest
    @CsvSource({
        "quantity, 9000, 9000, 24.5, 40, HDK-1",
        "moisturePercent, 14, 9900, 14, 40, HDK-1",
        "countPerKilogram, 50, 9900, 24.5, 50, HDK-1",
        "label, HDK-2, 9900, 24.5, 40, HDK-2",
        "a-later-field, x, 9900, 24.5, 40, HDK-1"
    })
    void a_correction_changes_its_field_and_what_is_left(
            String field, String to, long kilograms, BigDecimal moisture, BigDecimal count, String label) {
        var corrected = rich().corrected(field, to, kilograms(9));
        assertThat(corrected.left()).isEqualTo(kilograms(9));
        assertThat(corrected.quantity()).isEqualTo(kilograms(kilograms));
        assertThat(corrected.moisturePercent()).isEqualTo(moisture);
        assertThat(corrected.countPerKilogram()).isEqualTo(count);
        assertThat(corrected.label()).isEqualTo(label);
    }
}
