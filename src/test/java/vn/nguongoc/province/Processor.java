package vn.nguongoc.province;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.lot.event.TradeItem;
import vn.nguongoc.province.Holder.Consignment;
import vn.nguongoc.shared.Gs1;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.step.event.StepEvent.Loss;

/** A mill, a shrimp plant or a packing house: makes of one crop what stands on a shelf. */
final class Processor {
    private static final BigDecimal DRY = new BigDecimal("14");
    private static final Mass SAMPLE = new Mass(500);
    private static final String PLACE = "Nhà máy";

    private final Crop crop;
    private final Holder holder;
    private final Gs1 gtin;
    private final Random dice;

    /** This season's: what came in, then what is ready to be packed. */
    private List<Batch> stock = new ArrayList<>();

    private int numbers;

    Processor(Crop crop, Holder holder, Gs1 gtin, Random dice) {
        this.crop = crop;
        this.holder = holder;
        this.gtin = gtin;
        this.dice = dice;
    }

    Crop crop() {
        return crop;
    }

    Holder holder() {
        return holder;
    }

    /** Of what is ready. */
    Mass weight() {
        return Mass.sum(stock.stream().map(Batch::quantity).toList());
    }

    /** What this season was packed of. */
    List<LotId> packedOf() {
        return stock.stream().map(Batch::lot).toList();
    }

    // ---- to what is ready

    /** @param blend of how many lots the largest blend is made */
    void process(List<Consignment> arriving, Season season, int blend) {
        stock = new ArrayList<>();
        for (var consignment : arriving) {
            stock.addAll(holder.receive(consignment, season.at(Days.AT_THE_PROCESSOR, 8)));
        }
        var at = season.at(Days.PROCESSED, 8);
        stock = new ArrayList<>(
                switch (crop) {
                    case PADDY -> stock(blended(season, blend, at), batch -> milled(List.of(batch), "", at));
                    case ST25 -> stock(loads(10), load -> milled(load, "-st25", at));
                    case SHRIMP -> stock(loads(5), load -> beheaded(load, at));
                    case POMELO -> stock(loads(5), load -> graded(load, at));
                });
    }

    private interface Making<T> {
        Batch of(T load);
    }

    private static <T> List<Batch> stock(List<T> loads, Making<T> making) {
        return loads.stream().map(making::of).toList();
    }

    private List<List<Batch>> loads(int most) {
        var loads = new ArrayList<List<Batch>>();
        for (int from = 0; from < stock.size(); from += most) {
            loads.add(stock.subList(from, Math.min(from + most, stock.size())));
        }
        return loads;
    }

    /** Every fourth season as much as fits into one blend, and otherwise as the trucks come. */
    private List<Batch> blended(Season season, int most, OffsetDateTime at) {
        var blends = new ArrayList<Batch>();
        for (int from = 0; from < stock.size(); ) {
            var size = from == 0 && season.number() % 4 == 0 ? most : Math.min(most, 5 + dice.nextInt(45));
            var load = stock.subList(from, Math.min(from + size, stock.size()));
            var in = sum(load);
            var out = in.times(new BigDecimal("0.999"));
            blends.add(run("blending", load, List.of(new Made(crop.product(), out, DRY)), "dust", at)
                    .getFirst());
            from += size;
        }
        return blends;
    }

    private Batch milled(List<Batch> load, String variety, OffsetDateTime at) {
        var in = sum(load);
        var head = run(
                        "milling",
                        load,
                        List.of(
                                new Made("head-rice" + variety, in.times(new BigDecimal("0.55")), DRY),
                                new Made("broken-rice" + variety, in.times(new BigDecimal("0.12")), DRY),
                                new Made("bran", in.times(new BigDecimal("0.1")), null),
                                new Made("husk", in.times(new BigDecimal("0.21")), null)),
                        "unexplained",
                        at)
                .getFirst();
        var whole = head.quantity();
        return run(
                        "grading",
                        List.of(head),
                        List.of(
                                new Made("graded-rice" + variety, whole.times(new BigDecimal("0.94")), DRY),
                                new Made("broken-rice" + variety, whole.times(new BigDecimal("0.05")), DRY)),
                        "dust",
                        at.plusHours(4))
                .getFirst();
    }

    private Batch beheaded(List<Batch> load, OffsetDateTime at) {
        var in = sum(load);
        var tails = run(
                        "head-off",
                        load,
                        List.of(
                                new Made("whiteleg-hlso", in.times(new BigDecimal("0.65")), null),
                                new Made("shrimp-heads", in.times(new BigDecimal("0.33")), null)),
                        "water",
                        at)
                .getFirst();
        return holder.pass("freezing", PLACE, tails, tails.quantity(), null, "water", at.plusHours(4));
    }

    private Batch graded(List<Batch> load, OffsetDateTime at) {
        var in = sum(load);
        return run(
                        "fruit-grading",
                        load,
                        List.of(
                                new Made(crop.product(), in.times(new BigDecimal("0.94")), null),
                                new Made("rejected-fruit", in.times(new BigDecimal("0.05")), null)),
                        "water",
                        at)
                .getFirst();
    }

    /** What is not in what was made was lost. */
    private List<Batch> run(String kind, List<Batch> load, List<Made> made, String loss, OffsetDateTime at) {
        var out = Mass.sum(made.stream().map(Made::quantity).toList());
        var lost = new Loss(loss, sum(load).minus(out));
        var inputs = load.stream().map(Batch::whole).toList();
        return holder.process(kind, PLACE, inputs, made, lost, Map.of(), at);
    }

    private static Mass sum(List<Batch> load) {
        return Mass.sum(load.stream().map(Batch::quantity).toList());
    }

    // ---- to the shelf

    /**
     * Packs what is ready into about so many lots, one in ten of which is divided for two buyers.
     *
     * @return the lots to be sold
     */
    List<Batch> pack(int lots, Season season) {
        var packed = new ArrayList<Batch>();
        var at = season.at(Days.PACKED, 8);
        for (int i = 0; i < stock.size(); i++) {
            var share = Math.max(1, lots * (i + 1) / stock.size() - lots * i / stock.size());
            for (int run = 0; run < share; run++) {
                var part = new Mass(stock.get(i).quantity().grams() / share);
                var made = packed(stock.get(i), part, at);
                if (made != null) {
                    packed.addAll(dice.nextInt(10) == 0 ? divided(made, at) : List.of(made));
                }
            }
        }
        return packed;
    }

    /** @param part of the batch, for this run; nothing comes of it if it is less than one unit */
    private @Nullable Batch packed(Batch batch, Mass part, OffsetDateTime at) {
        var unit = crop.packing().unit();
        var kept = crop == Crop.POMELO ? part.times(new BigDecimal("0.78")) : part;
        var units = (kept.grams() - SAMPLE.grams()) / unit.grams();
        if (units < 1) {
            return null;
        }
        var net = unit.times(units);
        var item = new TradeItem(
                gtin, "L%06d".formatted(++numbers), unit, at.toLocalDate().plusYears(1));
        var made = new ArrayList<>(
                List.of(new Made(crop.packing().product(), net, batch.moisture(), batch.count(), item)));
        var used = net.plus(SAMPLE);
        if (crop == Crop.POMELO) {
            made.add(new Made("rejected-fruit", part.minus(used), null));
            used = part;
        }
        var input = List.of(batch.weighing(used).whole());
        var loss = new Loss("sample", SAMPLE);
        return holder.process(crop.packing().step(), PLACE, input, made, loss, Map.of(), at)
                .getFirst();
    }

    private List<Batch> divided(Batch batch, OffsetDateTime at) {
        var unit = crop.packing().unit();
        var units = batch.quantity().grams() / unit.grams();
        return units < 2
                ? List.of(batch)
                : holder.split(batch, List.of(unit.times(units / 2), unit.times(units - units / 2)), at.plusHours(6));
    }
}
