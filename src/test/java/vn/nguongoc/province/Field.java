package vn.nguongoc.province;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.lot.LotCommand.RecordHarvest;
import vn.nguongoc.plot.PlotCommand.CorrectActivity;
import vn.nguongoc.plot.PlotCommand.MeasureWater;
import vn.nguongoc.plot.PlotCommand.OpenCycle;
import vn.nguongoc.plot.PlotCommand.RecordActivity;
import vn.nguongoc.plot.event.PlotEvent.WaterReading;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.PlotId;

/** A plot of a cooperative, and what is done there. */
final class Field {
    private final Holder cooperative;
    private final Crop crop;
    private final PlotId plot;
    private final long areaSquareMetres;
    private int activities;

    Field(Holder cooperative, Crop crop, PlotId plot, long areaSquareMetres) {
        this.cooperative = cooperative;
        this.crop = crop;
        this.plot = plot;
        this.areaSquareMetres = areaSquareMetres;
    }

    /** So many kilograms on each hectare. */
    Mass perHectare(int kilograms) {
        return Mass.kilograms(areaSquareMetres * kilograms / 10_000);
    }

    /** Seed for one cycle, where the crop is sown: 80 kg/ha. */
    @Nullable
    Mass seed() {
        return crop.isRice() ? perHectare(80) : null;
    }

    /** Post-larvae for one cycle, where the crop is stocked: 120 to the square metre. */
    @Nullable
    Long pieces() {
        return crop == Crop.SHRIMP ? areaSquareMetres * 120 : null;
    }

    void open(String season, @Nullable String seedLot, OffsetDateTime at) {
        record(new OpenCycle(plot, cooperative.id(), crop.product(), season, seedLot, seed(), pieces(), at));
    }

    /** @return the activity's number on this plot */
    int act(String kind, Map<String, String> fields, OffsetDateTime at) {
        record(new RecordActivity(plot, cooperative.id(), kind, fields, at));
        return ++activities;
    }

    void correct(int activity, Map<String, String> fields, OffsetDateTime at) {
        record(new CorrectActivity(plot, cooperative.id(), activity, fields, "viết nhầm", "xv-1", at));
    }

    void measure(List<WaterReading> readings, OffsetDateTime at) {
        record(new MeasureWater(plot, cooperative.id(), "probe-1", readings, at));
    }

    private void record(Object command) {
        cooperative.clerk().record(command);
    }

    /** @param last whether the cycle ends with it */
    Batch harvest(
            Mass quantity, @Nullable BigDecimal moisture, @Nullable BigDecimal count, boolean last, OffsetDateTime at) {
        var stamp = cooperative.clerk().stamp();
        var lot = stamp.newLot(0);
        cooperative
                .clerk()
                .record(
                        stamp,
                        new RecordHarvest(
                                lot,
                                cooperative.id(),
                                plot,
                                crop.product(),
                                quantity,
                                moisture,
                                null,
                                count,
                                null,
                                last,
                                at));
        cooperative.clerk().count(1);
        return new Batch(lot, crop.product(), quantity, moisture, count, null);
    }
}
