package vn.nguongoc.province;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import vn.nguongoc.eventlog.Recorder;
import vn.nguongoc.lot.event.LotEvent.Verdict;
import vn.nguongoc.lot.event.TradeItem;
import vn.nguongoc.organisation.OrganisationCommand.RegisterCooperative;
import vn.nguongoc.organisation.OrganisationCommand.RegisterPartner;
import vn.nguongoc.organisation.event.PartnerKind;
import vn.nguongoc.plot.PlotCommand.RegisterPlot;
import vn.nguongoc.seed.SeedCommand.ReceiveSeed;
import vn.nguongoc.seed.event.SeedLotKey;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.step.event.StepEvent.Loss;

/**
 * Lots of a shape to be measured, among whatever a log holds. The same name finds the same lots again, where they are
 * recorded already. Not for several threads.
 */
public final class Shapes {
    private static final Season SEASON = Season.of(0, 2);
    private static final String WARD = "31570";
    private static final BigDecimal DRY = new BigDecimal("14");
    private static final BigDecimal WET = new BigDecimal("24");
    private static final int CHILDREN = 4;
    private static final long PLOT_SQUARE_METRES = 10_000;

    private final Books books;
    private final Holder cooperative;
    private final Holder trader;
    private final OrganisationId laboratory;
    private int plots;

    /** @param name another one makes other lots */
    public Shapes(Recorder recorder, String name) {
        books = new Books(recorder, name.hashCode());
        var clerk = new Clerk(books, name);
        var stamp = clerk.stamp();
        var since = SEASON.at(-1, 8);
        cooperative = new Holder(stamp.newCooperative(), clerk);
        clerk.record(stamp, new RegisterCooperative(cooperative.id(), "HTX (hư cấu)", Keys.of(9_999), WARD, since));
        trader = partner(name + "-trader", PartnerKind.TRADER, since);
        laboratory =
                partner(name + "-laboratory", PartnerKind.LABORATORY, since).id();
    }

    private Holder partner(String name, PartnerKind kind, OffsetDateTime since) {
        var clerk = new Clerk(books, name);
        var stamp = clerk.stamp();
        clerk.record(stamp, new RegisterPartner(stamp.newPartner(), name + " (hư cấu)", kind, null, null, since));
        return new Holder(stamp.newPartner(), clerk);
    }

    /** Who made the lots, and holds those that were not handed over. */
    public OrganisationId holder() {
        return cooperative.id();
    }

    // ---- a bag of rice

    /** A packed lot whose history has twenty steps, from one field to the bag. */
    public LotId ofTwentySteps() {
        var field = field();
        sow(field);
        field.act("land-preparation", Map.of("strawRemovedPercent", "100"), SEASON.at(3, 8));
        field.act("pesticide", Map.of("active", "pretilachlor"), SEASON.at(6, 16));
        for (int day : List.of(14, 25, 45)) {
            field.act(
                    "fertiliser",
                    Map.of("nitrogenKgPerHectare", "30", "phosphateKgPerHectare", "20", "potashKgPerHectare", "10"),
                    SEASON.at(day, 7));
        }
        field.act("irrigation", Map.of("source", "kênh"), SEASON.at(30, 7));
        field.act("irrigation", Map.of("source", "kênh"), SEASON.at(50, 7));
        field.act("field-inspection", Map.of("finding", "sạch"), SEASON.at(60, 7));
        var wet = harvest(field, 6_000);
        var carried = pass("transport", wet, "0.998", WET, "handling", 106);
        var dry = pass("drying", carried, "0.88", DRY, "water", 107);
        cooperative.test(dry.lot(), "residue", Verdict.PASS, laboratory, SEASON.at(107, 20));
        var stored = pass("storage", dry, "1", DRY, "storage", 108);
        var rice = packed(graded(milled(stored)));
        cooperative.sell("Siêu thị (hư cấu)", List.of(rice.weighing(Mass.kilograms(5))), SEASON.at(112, 8));
        return rice.lot();
    }

    private Batch pass(String kind, Batch batch, String share, BigDecimal moisture, String loss, int day) {
        var out = batch.quantity().times(new BigDecimal(share));
        return cooperative.pass(kind, "Kho", batch, out, moisture, loss, SEASON.at(day, 8));
    }

    private Batch milled(Batch paddy) {
        var in = paddy.quantity();
        var made = List.of(
                new Made("head-rice", in.times(new BigDecimal("0.55")), DRY),
                new Made("broken-rice", in.times(new BigDecimal("0.12")), DRY),
                new Made("bran", in.times(new BigDecimal("0.1")), null),
                new Made("husk", in.times(new BigDecimal("0.22")), null));
        return run("milling", paddy, made, "unexplained", 109);
    }

    private Batch graded(Batch head) {
        var made = List.of(new Made("graded-rice", head.quantity().times(new BigDecimal("0.99")), DRY));
        return run("grading", head, made, "dust", 110);
    }

    private Batch packed(Batch graded) {
        var unit = Mass.kilograms(5);
        var at = SEASON.at(111, 8);
        var number = "L" + graded.lot().value().substring("lot-".length());
        var item = new TradeItem(Keys.of(9_998), number, unit, at.toLocalDate().plusYears(1));
        var net = unit.times(graded.quantity().grams() / unit.grams());
        return run("packing", graded, List.of(new Made("packed-rice", net, DRY, null, item)), "dust", 111);
    }

    private Batch run(String kind, Batch batch, List<Made> made, String loss, int day) {
        var out = Mass.sum(made.stream().map(Made::quantity).toList());
        var lost = new Loss(loss, batch.quantity().minus(out));
        return cooperative
                .process(kind, "Nhà máy", List.of(batch.whole()), made, lost, Map.of(), SEASON.at(day, 8))
                .getFirst();
    }

    // ---- a family

    /**
     * A lot blended of one harvest from each of so many plots, from which so many lots come, over several generations:
     * split, stored and handed over.
     *
     * @param upstream 1 to 500
     */
    public Family family(int upstream, int downstream) {
        var harvests = IntStream.range(0, upstream)
                .mapToObj(i -> {
                    var field = field();
                    sow(field);
                    return harvest(field, 5_000);
                })
                .toList();
        var all = Mass.sum(harvests.stream().map(Batch::quantity).toList());
        var inputs = harvests.stream().map(Batch::whole).toList();
        var made = List.of(new Made(Crop.PADDY.product(), all, WET));
        var root = cooperative
                .process("blending", "Kho", inputs, made, null, Map.of(), SEASON.at(107, 8))
                .getFirst();
        return new Family(root.lot(), descend(root, downstream));
    }

    /** A lot and everything made of it. */
    public record Family(LotId root, List<Member> descendants) {}

    /** A lot, and who holds it. */
    public record Member(OrganisationId holder, LotId lot) {}

    private record Held(Holder holder, Batch batch) {
        Member member() {
            return new Member(holder.id(), batch.lot());
        }
    }

    private List<Member> descend(Batch root, int count) {
        var all = new ArrayList<Member>();
        var generation = List.of(new Held(cooperative, root));
        for (int number = 0; all.size() < count; number++) {
            var next = new ArrayList<Held>();
            for (var parent : generation) {
                var missing = count - all.size();
                if (missing > 0) {
                    var some = children(parent, Math.min(CHILDREN, missing), number);
                    some.forEach(it -> all.add(it.member()));
                    next.addAll(some);
                }
            }
            generation = next;
        }
        return all;
    }

    /** By turns it is split, stored and handed over; of what is split or stored a fifth stays. */
    private List<Held> children(Held parent, int count, int generation) {
        var at = SEASON.at(108 + 3 * generation, 8);
        var share = new Mass(parent.batch().quantity().grams() / (CHILDREN + 1));
        return switch (generation % 3) {
            case 0 ->
                held(parent.holder(), parent.holder().split(parent.batch(), Collections.nCopies(count, share), at));
            case 1 -> held(parent.holder(), stored(parent, count, share, at));
            default -> handedOver(parent, at);
        };
    }

    private static List<Held> held(Holder holder, List<Batch> batches) {
        return batches.stream().map(batch -> new Held(holder, batch)).toList();
    }

    private static List<Batch> stored(Held parent, int count, Mass share, OffsetDateTime at) {
        var batch = parent.batch();
        var input = List.of(batch.weighing(share.times(count)).whole());
        var made = Collections.nCopies(count, new Made(batch.product(), share, batch.moisture()));
        return parent.holder().process("storage", "Kho", input, made, null, Map.of(), at);
    }

    private List<Held> handedOver(Held parent, OffsetDateTime at) {
        var to = parent.holder().equals(trader) ? cooperative : trader;
        return parent.holder().ship(to.id(), List.of(parent.batch()), at).stream()
                .flatMap(consignment -> held(to, to.receive(consignment, at.plusHours(5))).stream())
                .toList();
    }

    // ---- fields

    private Field field() {
        var clerk = cooperative.clerk();
        var stamp = clerk.stamp();
        clerk.record(
                stamp,
                new RegisterPlot(
                        stamp.newPlot(),
                        cooperative.id(),
                        "P" + ++plots,
                        Crop.PADDY.plotKind(),
                        PLOT_SQUARE_METRES,
                        WARD,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        SEASON.at(-1, 9)));
        return new Field(cooperative, Crop.PADDY, stamp.newPlot(), PLOT_SQUARE_METRES);
    }

    private void sow(Field field) {
        var number = "SL-" + plots;
        var seed = field.perHectare(80);
        cooperative
                .clerk()
                .record(new ReceiveSeed(
                        new SeedLotKey(cooperative.id(), number),
                        Crop.PADDY.product(),
                        seed,
                        null,
                        "Trại giống (hư cấu)",
                        "XN1",
                        null,
                        null,
                        SEASON.at(0, 6)));
        field.open(SEASON.code(), number, SEASON.at(1, 8));
        field.act("sowing", Map.of("seed", seed.kilogramsText()), SEASON.at(5, 7));
    }

    private static Batch harvest(Field field, int kilogramsPerHectare) {
        return field.harvest(field.perHectare(kilogramsPerHectare), WET, null, true, SEASON.at(106, 6));
    }
}
