package vn.nguongoc.lot;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nguongoc.Farm.PADDY;
import static vn.nguongoc.Farm.kilograms;
import static vn.nguongoc.Farm.on;
import static vn.nguongoc.Farm.percent;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.nguongoc.InMemoryFarm;
import vn.nguongoc.lot.LotCommand.Correct;
import vn.nguongoc.lot.LotCommand.HandOver;
import vn.nguongoc.lot.LotCommand.RecordHarvest;
import vn.nguongoc.lot.LotCommand.RecordLabResult;
import vn.nguongoc.lot.LotCommand.Ship;
import vn.nguongoc.lot.LotCommand.Split;
import vn.nguongoc.lot.event.LotEvent.LotDrawn;
import vn.nguongoc.lot.event.LotEvent.LotHarvested;
import vn.nguongoc.lot.event.LotEvent.LotProduced;
import vn.nguongoc.lot.event.LotEvent.LotReceived;
import vn.nguongoc.lot.event.LotEvent.LotSplitOff;
import vn.nguongoc.lot.event.LotEvent.Portion;
import vn.nguongoc.lot.event.LotEvent.Verdict;
import vn.nguongoc.organisation.OrganisationCommand.RegisterCooperative;
import vn.nguongoc.organisation.OrganisationCommand.RegisterPartner;
import vn.nguongoc.organisation.event.PartnerKind;
import vn.nguongoc.plot.PlotCommand.OpenCycle;
import vn.nguongoc.plot.PlotCommand.RecordActivity;
import vn.nguongoc.plot.PlotCommand.RegisterPlot;
import vn.nguongoc.seed.SeedCommand.ReceiveSeed;
import vn.nguongoc.seed.event.SeedLotKey;
import vn.nguongoc.shared.Gs1;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.PlotId;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.shared.ShipmentId;
import vn.nguongoc.shared.StepId;
import vn.nguongoc.step.StepCommand.CorrectStep;
import vn.nguongoc.step.StepCommand.Part;
import vn.nguongoc.step.StepCommand.RecordStep;
import vn.nguongoc.step.event.StepEvent.Input;
import vn.nguongoc.step.event.StepEvent.Loss;
import vn.nguongoc.step.event.StepEvent.Output;
import vn.nguongoc.step.event.StepEvent.StepRecorded;
import vn.nguongoc.step.event.StepEvent.Weighed;

/** A season on a farm of its own: two hectares of ST25, and whatever anybody does with what is harvested. */
final class Season {
    private static final BigDecimal DRY = percent("14");
    private static long ids;

    /** What may be done. */
    enum Kind {
        HARVEST,
        SPLIT,
        STORE,
        MILL,
        BLEND,
        DISPOSE,
        SHIP,
        HAND_OVER,
        CORRECT,
        CORRECT_STEP,
        TEST
    }

    /**
     * @param one which lot or step, of those that are there
     * @param other which second one
     * @param share of it, in thousandths: over 1,000 it is more than there is
     * @param off how far scales are apart, in thousandths: over 5 it is too far
     */
    record Deed(Kind kind, int one, int other, int share, int off) {
        Mass of(long grams) {
            return new Mass(Math.max(1, grams * share / 1_000));
        }

        long apart(long grams) {
            return grams * off / 1_000;
        }
    }

    private final InMemoryFarm farm;
    private final OrganisationId cooperative = new OrganisationId(id("htx"));
    private final OrganisationId mill = new OrganisationId(id("org"));
    private final OrganisationId laboratory = new OrganisationId(id("org"));
    private final PlotId plot = new PlotId(id("plot"));

    private final Ledger ledger = new Ledger();
    private final List<LotId> harvests = new ArrayList<>();
    private final List<LotId> lots = new ArrayList<>();
    private final Map<LotId, String> products = new HashMap<>();
    private final Map<LotId, OrganisationId> holders = new HashMap<>();
    private final List<StepRecorded> steps = new ArrayList<>();
    private final List<LotDrawn> shipped = new ArrayList<>();
    private OffsetDateTime now = on("24-04");

    Season(InMemoryFarm farm) {
        this.farm = farm;
        var seed = new SeedLotKey(cooperative, "S");
        Stream.of(
                        new RegisterCooperative(cooperative, "HTX", new Gs1("9520001009013"), "31570", on("01-01")),
                        new RegisterPartner(laboratory, "Lab", PartnerKind.LABORATORY, null, null, on("01-01")),
                        new RegisterPlot(
                                plot,
                                cooperative,
                                "P1",
                                "rice-field",
                                20_000,
                                "31570",
                                null,
                                null,
                                List.of(),
                                List.of(),
                                on("01-01")),
                        new ReceiveSeed(
                                seed, PADDY, kilograms(130), null, "Trại", "XN1", percent("88"), null, on("02-01")),
                        new OpenCycle(plot, cooperative, PADDY, "dong-xuan", "S", kilograms(130), null, on("02-01")),
                        new RecordActivity(plot, cooperative, "sowing", Map.of("seed", "130"), on("08-01")))
                .forEach(farm::send);
    }

    private static String id(String prefix) {
        return prefix + "-%016d".formatted(++ids);
    }

    private static LotId lot() {
        return new LotId(id("lot"));
    }

    Ledger ledger() {
        return ledger;
    }

    /** Whether it was accepted. */
    boolean does(Deed deed) {
        now = now.plusMinutes(1);
        return command(deed).map(this::send).orElse(false);
    }

    private boolean send(Object command) {
        var head = farm.head();
        try {
            farm.send(command);
        } catch (Refused no) {
            assertThat(farm.head()).as("what is refused leaves nothing behind").isEqualTo(head);
            return false;
        }
        for (var event : farm.eventsAfter(head)) {
            ledger.enter(event);
            note(event);
        }
        return true;
    }

    private void note(Object event) {
        switch (event) {
            case LotHarvested it -> {
                harvests.add(it.lot());
                note(it.lot(), it.product(), it.cooperative());
            }
            case LotProduced it -> note(it.lot(), it.product(), it.organisation());
            case LotSplitOff it -> note(it.lot(), it.goods().product(), it.organisation());
            case LotReceived it -> note(it.lot(), it.goods().product(), it.organisation());
            case LotDrawn it when it.by().startsWith("ship-") -> shipped.add(it);
            case StepRecorded it -> steps.add(it);
            default -> {}
        }
    }

    private void note(LotId lot, String product, OrganisationId holder) {
        lots.add(lot);
        products.put(lot, product);
        holders.put(lot, holder);
    }

    private Optional<Object> command(Deed deed) {
        return switch (deed.kind()) {
            case HARVEST -> Optional.of(harvest(deed));
            case SPLIT -> lot(deed.one()).map(it -> split(it, deed));
            case STORE -> lot(deed.one()).map(it -> store(it, deed));
            case MILL -> lot(deed.one()).map(it -> mill(it, deed));
            case BLEND -> lot(deed.one()).flatMap(one -> lot(deed.other()).flatMap(other -> blend(one, other, deed)));
            case DISPOSE -> lot(deed.one()).map(it -> dispose(it, deed));
            case SHIP -> lot(deed.one()).map(it -> ship(it, deed));
            case HAND_OVER -> any(shipped, deed.one()).map(it -> handOver(it, deed));
            case CORRECT -> any(harvests, deed.one()).map(it -> correct(it, deed));
            case CORRECT_STEP -> any(steps, deed.one()).map(it -> correct(it, deed));
            case TEST -> lot(deed.one()).map(it -> test(it, deed.off() >= -4 ? Verdict.PASS : Verdict.FAIL));
        };
    }

    private static <T> Optional<T> any(List<T> things, int which) {
        return things.isEmpty() ? Optional.empty() : Optional.of(things.get(which % things.size()));
    }

    private Optional<LotId> lot(int which) {
        return any(lots, which);
    }

    // ---- what each deed is, in a command

    /** The field bears 17 t: after two or three it has no more. */
    private RecordHarvest harvest(Deed deed) {
        return new RecordHarvest(
                lot(), cooperative, plot, PADDY, deed.of(9_000_000), DRY, null, null, null, false, now);
    }

    private Split split(LotId lot, Deed deed) {
        var half = deed.of(ledger.left(lot) / 2);
        return new Split(lot, holder(lot), List.of(new Portion(lot(), half), new Portion(lot(), half)), now);
    }

    private RecordStep store(LotId lot, Deed deed) {
        var in = deed.of(ledger.left(lot));
        var lost = in.grams() / 100;
        return step(
                "storage",
                List.of(new Part(lot, in)),
                List.of(out(product(lot), in.grams() - lost + deed.apart(in.grams()))),
                List.of(new Loss("storage", new Mass(lost))));
    }

    private RecordStep mill(LotId lot, Deed deed) {
        var in = deed.of(ledger.left(lot));
        var whole = in.grams();
        return step(
                "milling",
                List.of(new Part(lot, in)),
                List.of(
                        out("head-rice-st25", whole / 2),
                        out("broken-rice-st25", whole / 10),
                        out("bran", whole / 10),
                        out("husk", whole * 28 / 100 + deed.apart(whole))),
                List.of(new Loss("unexplained", new Mass(whole * 2 / 100))));
    }

    /** The lots are tested first, as a careful cooperative would. */
    private Optional<Object> blend(LotId one, LotId other, Deed deed) {
        if (one.equals(other)) {
            return Optional.empty();
        }
        if (deed.off() % 2 == 0) {
            send(test(one, Verdict.PASS));
            send(test(other, Verdict.PASS));
        }
        var from = List.of(new Part(one, deed.of(ledger.left(one))), new Part(other, deed.of(ledger.left(other) / 2)));
        var in = from.get(0).quantity().plus(from.get(1).quantity()).grams();
        return Optional.of(step("blending", from, List.of(out(product(one), in + deed.apart(in))), List.of()));
    }

    private RecordStep dispose(LotId lot, Deed deed) {
        var in = deed.of(ledger.left(lot));
        var destroyed = new Mass(in.grams() + deed.apart(in.grams()));
        return step("disposal", List.of(new Part(lot, in)), List.of(), List.of(new Loss("destroyed", destroyed)));
    }

    private RecordStep step(String kind, List<Part> inputs, List<Output> outputs, List<Loss> losses) {
        var by = holder(inputs.getFirst().lot());
        return new RecordStep(new StepId(id("step")), by, kind, null, inputs, outputs, losses, Map.of(), null, now);
    }

    private static Output out(String product, long grams) {
        return new Output(lot(), product, new Mass(Math.max(0, grams)), DRY, null, null, null);
    }

    private Ship ship(LotId lot, Deed deed) {
        return new Ship(lot, holder(lot), new ShipmentId(id("ship")), deed.of(ledger.left(lot)), null, now);
    }

    private HandOver handOver(LotDrawn sent, Deed deed) {
        shipped.remove(sent);
        var arrived = new Mass(
                Math.max(0, sent.quantity().grams() + deed.apart(sent.quantity().grams())));
        return new HandOver(sent.lot(), new ShipmentId(sent.by()), mill, lot(), sent.quantity(), arrived, now);
    }

    private Correct correct(LotId harvest, Deed deed) {
        return new Correct(harvest, cooperative, deed.of(5_000_000), null, null, null, "Cân lại", "KCS-01", now);
    }

    /** What came out first weighed less or more, and the rest was lost or was not. */
    private CorrectStep correct(StepRecorded step, Deed deed) {
        var in = Mass.sum(step.inputs().stream().map(Input::quantity).toList()).grams();
        var loss = step.losses().isEmpty() ? "dust" : step.losses().getFirst().kind();
        var first = step.outputs().stream().findFirst();
        var rest = Mass.sum(
                        step.outputs().stream().skip(1).map(Output::quantity).toList())
                .grams();
        var weighed = first
                .map(it -> new Weighed(it.lot(), deed.of(it.quantity().grams()), null))
                .stream()
                .toList();
        var out = rest + weighed.stream().mapToLong(it -> it.quantity().grams()).sum();
        var lost = new Mass(Math.max(0, in - out + deed.apart(in)));
        return new CorrectStep(
                step.step(), step.organisation(), weighed, List.of(new Loss(loss, lost)), "Cân lại", "KCS-01", now);
    }

    private RecordLabResult test(LotId lot, Verdict verdict) {
        return new RecordLabResult(lot, holder(lot), "variety-dna", verdict, laboratory, null, List.of(), now);
    }

    private OrganisationId holder(LotId lot) {
        return holders.getOrDefault(lot, cooperative);
    }

    private String product(LotId lot) {
        return products.getOrDefault(lot, PADDY);
    }
}
