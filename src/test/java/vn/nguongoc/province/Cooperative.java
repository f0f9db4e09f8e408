package vn.nguongoc.province;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import vn.nguongoc.catalogue.Ward;
import vn.nguongoc.lot.LotCommand.Correct;
import vn.nguongoc.lot.event.LotEvent.Verdict;
import vn.nguongoc.organisation.OrganisationCommand.AddCertificate;
import vn.nguongoc.organisation.OrganisationCommand.RegisterCooperative;
import vn.nguongoc.organisation.event.Certificate;
import vn.nguongoc.organisation.event.Certificate.CoveredPlot;
import vn.nguongoc.plot.PlotCommand.RegisterPlot;
import vn.nguongoc.province.Holder.Consignment;
import vn.nguongoc.seed.SeedCommand.ReceiveSeed;
import vn.nguongoc.seed.SeedCommand.RecordSeedTest;
import vn.nguongoc.seed.event.SeedEvent.Outcome;
import vn.nguongoc.seed.event.SeedLotKey;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;

/** A cooperative that grows one crop on all its plots and sells to one processor. */
final class Cooperative {
    private static final Set<String> PATHOGENS = Set.of("wssv", "ahpnd", "ehp", "tpd");
    private static final BigDecimal DRY = new BigDecimal("14");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** What a dryer leaves of the dry matter. */
    private static final BigDecimal KEPT = new BigDecimal("0.995");

    private static final BigDecimal CARRIED = new BigDecimal("0.998");
    private static final BigDecimal COUNT = BigDecimal.valueOf(50);

    private final Crop crop;
    private final Holder holder;
    private final OrganisationId laboratory;
    private final Random dice;
    private final List<Field> fields = new ArrayList<>();

    private Cooperative(Crop crop, Holder holder, OrganisationId laboratory, Random dice) {
        this.crop = crop;
        this.holder = holder;
        this.laboratory = laboratory;
        this.dice = dice;
    }

    /** Registers the {@code number}th cooperative with so many plots in a ward. */
    static Cooperative found(
            Size size, Books books, int number, int plots, Ward ward, Land land, OrganisationId laboratory) {
        var name = "cooperative-" + number;
        var clerk = new Clerk(books, name);
        var stamp = clerk.stamp();
        var since = Season.of(0, size.seasons()).at(-1, 8);
        clerk.record(
                stamp,
                new RegisterCooperative(
                        stamp.newCooperative(), "HTX số " + number + " (hư cấu)", Keys.of(number), ward.code(), since));
        var founded = new Cooperative(
                Crop.of(number), new Holder(stamp.newCooperative(), clerk), laboratory, size.dice(name));
        founded.register(plots, ward, land, since);
        return founded;
    }

    private void register(int plots, Ward ward, Land land, OffsetDateTime since) {
        var covered = new ArrayList<CoveredPlot>();
        for (int i = 0; i < plots; i++) {
            var stamp = holder.clerk().stamp();
            var area = crop.area(dice.nextInt(100));
            holder.clerk()
                    .record(
                            stamp,
                            new RegisterPlot(
                                    stamp.newPlot(),
                                    holder.id(),
                                    "P" + (i + 1),
                                    crop.plotKind(),
                                    area,
                                    ward.code(),
                                    land.in(ward, area),
                                    null,
                                    List.of(),
                                    List.of(),
                                    since));
            fields.add(new Field(holder, crop, stamp.newPlot(), area));
            covered.add(new CoveredPlot(stamp.newPlot(), area));
        }
        certify(covered, since);
    }

    private void certify(List<CoveredPlot> covered, OffsetDateTime since) {
        var day = since.toLocalDate();
        holder.clerk()
                .record(new AddCertificate(
                        holder.id(),
                        new Certificate(
                                "vietgap",
                                "VietGAP-" + day,
                                "Tổ chức chứng nhận (hư cấu)",
                                Set.of(crop.product()),
                                covered,
                                null,
                                null,
                                null,
                                day,
                                day.plusYears(3)),
                        since));
    }

    Crop crop() {
        return crop;
    }

    int fields() {
        return fields.size();
    }

    // ---- a season

    /**
     * @param care how often something usual is done on each field
     * @param harvests how many lots each field gives
     * @return what was sold
     */
    List<Consignment> season(Season season, int care, int harvests, OrganisationId processor) {
        var seedLot = crop == Crop.POMELO ? null : receiveSeed(season);
        var calendar = new Calendar();
        var harvested = new ArrayList<Batch>();
        for (var field : fields) {
            calendar.note(season.at(1, 8), at -> field.open(crop.isRice() ? season.code() : "all-year", seedLot, at));
            tend(field, season, care, calendar);
            harvest(field, season, harvests, calendar, harvested);
        }
        calendar.live();
        return holder.ship(processor, prepare(harvested, season), season.at(Days.SHIPPED, 8));
    }

    private String receiveSeed(Season season) {
        var number = "SL-" + season.opensOn();
        var lot = new SeedLotKey(holder.id(), number);
        var clerk = holder.clerk();
        if (crop == Crop.SHRIMP) {
            var pieces = fields.stream()
                    .map(Field::pieces)
                    .mapToLong(it -> it == null ? 0 : it)
                    .sum();
            clerk.record(new ReceiveSeed(
                    lot,
                    crop.product(),
                    null,
                    pieces,
                    "Trại giống (hư cấu)",
                    "PL12",
                    null,
                    "KD-" + number,
                    season.at(0, 6)));
            clerk.record(new RecordSeedTest(
                    lot,
                    PATHOGENS,
                    Outcome.NEGATIVE,
                    laboratory,
                    "PCR-" + number,
                    season.at(0, 6).toLocalDate(),
                    season.at(1, 6)));
        } else {
            var seed = fields.stream()
                    .map(Field::seed)
                    .map(it -> it == null ? Mass.ZERO : it)
                    .reduce(Mass.ZERO, Mass::plus);
            clerk.record(new ReceiveSeed(
                    lot,
                    crop.product(),
                    seed,
                    null,
                    "Trại giống (hư cấu)",
                    "XN1",
                    new BigDecimal("88"),
                    null,
                    season.at(0, 6)));
        }
        return number;
    }

    /** One field in fifty has something written wrong. */
    private void tend(Field field, Season season, int usual, Calendar calendar) {
        var care = new Care(crop, field, laboratory, dice);
        care.deeds(usual)
                .forEach(deed -> calendar.note(
                        season.at(deed.day(), deed.hour()), at -> field.act(deed.kind(), deed.fields(), at)));
        if (dice.nextInt(50) == 0) {
            calendar.note(season.at(70, 18), at -> {
                var number = field.act("field-inspection", Map.of("finding", "sạhc"), at);
                field.correct(number, Map.of("finding", "sạch"), at.plusHours(1));
            });
        }
        if (crop == Crop.SHRIMP) {
            for (int day = 6; day < Care.LAST_DAY - 7; day += 7) {
                var readings = care.water(season, day);
                calendar.note(season.at(day + 7, 5), at -> field.measure(readings, at));
            }
        }
    }

    private void harvest(Field field, Season season, int times, Calendar calendar, List<Batch> harvested) {
        var whole = field.perHectare(
                switch (crop) {
                    case PADDY, ST25 -> 5_000 + dice.nextInt(2_300);
                    case SHRIMP -> Care.SHRIMP_YIELD;
                    case POMELO -> 6_000 + dice.nextInt(6_000);
                });
        var moisture = crop.isRice() ? BigDecimal.valueOf(220 + dice.nextInt(50), 1) : null;
        var count = crop == Crop.SHRIMP ? COUNT : null;
        for (int i = 1; i <= times; i++) {
            var part = new Mass(whole.grams() / times / 1000 * 1000);
            var last = i == times;
            calendar.note(
                    season.at(Days.HARVESTED, 5 + i),
                    at -> harvested.add(field.harvest(part, moisture, count, last, at)));
        }
    }

    // ---- after the harvest

    private List<Batch> prepare(List<Batch> harvested, Season season) {
        return harvested.stream()
                .map(batch -> switch (crop) {
                    case PADDY, ST25 -> dried(carried(corrected(batch, season), season), season);
                    case SHRIMP ->
                        holder.pass(
                                "cooling",
                                "Bể đá",
                                batch,
                                batch.quantity().times(CARRIED),
                                null,
                                "water",
                                season.at(Days.HARVESTED, 20));
                    case POMELO -> batch;
                })
                .toList();
    }

    /** One harvest in forty was weighed with the trailer. */
    private Batch corrected(Batch batch, Season season) {
        if (dice.nextInt(40) > 0) {
            return batch;
        }
        var right = batch.quantity().times(new BigDecimal("0.95"));
        holder.clerk()
                .record(new Correct(
                        batch.lot(),
                        holder.id(),
                        right,
                        null,
                        null,
                        null,
                        "cân cả xe",
                        "xv-1",
                        season.at(Days.HARVESTED, 18)));
        return batch.weighing(right);
    }

    /** Two of five are dried elsewhere. */
    private Batch carried(Batch batch, Season season) {
        return dice.nextInt(5) < 2
                ? holder.pass(
                        "transport",
                        "Ghe",
                        batch,
                        batch.quantity().times(CARRIED),
                        batch.moisture(),
                        "handling",
                        season.at(Days.HARVESTED, 19))
                : batch;
    }

    private Batch dried(Batch batch, Season season) {
        var moisture = java.util.Objects.requireNonNull(batch.moisture());
        var share = HUNDRED.subtract(moisture).multiply(KEPT).divide(HUNDRED.subtract(DRY), MathContext.DECIMAL64);
        var dry = holder.pass(
                "drying", "Lò sấy", batch, batch.quantity().times(share), DRY, "water", season.at(Days.DRIED, 2));
        switch (dice.nextInt(60)) {
            case 0 -> holder.hesitate(dry.lot(), season.at(Days.DRIED, 12));
            case 1, 2 -> holder.test(dry.lot(), "residue", Verdict.PASS, laboratory, season.at(Days.DRIED, 14));
            default -> {}
        }
        return dry;
    }
}
