package vn.nguongoc.province;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.organisation.OrganisationCommand.RegisterPartner;
import vn.nguongoc.organisation.event.PartnerKind;
import vn.nguongoc.province.Holder.Consignment;
import vn.nguongoc.recall.RecallCommand.CloseRecall;
import vn.nguongoc.recall.RecallCommand.OpenRecall;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;

/**
 * Everybody in a province, season after season. Within a season first all cooperatives work at once, then all
 * processors, then all traders, so that nobody waits for a lot that somebody else has in hand, and what is recorded
 * depends on the seed alone; only the order in which different people's records stand in the log does not.
 */
final class Province {
    private static final int THREADS = Integer.getInteger("province.threads", 64);
    private static final List<String> WARDS = List.of(
            "31570", "31528", "31531", "31540", "31552", "31561", "31567", "31569", "31579", "31582", "31591", "31594",
            "31603", "31615", "31633", "31639", "31645", "31654", "31666", "31673", "31675", "31679", "31684", "31687");

    /** What all but the usual care makes of events on a plot in a season, before any season was counted. */
    private static final int OTHER_EVENTS = 40;

    private static final int LEAST_CARE = 4;
    private static final int MOST_CARE = 150;

    private final Size size;
    private final QuietService service;
    private final Books books;
    private final PrintStream terminal;
    private final Random dice;
    private final List<Cooperative> cooperatives = new ArrayList<>();
    private final List<Processor> processors = new ArrayList<>();
    private final List<Trader> traders = new ArrayList<>();
    private final long begun = System.nanoTime();
    private long otherEvents;

    private Province(Size size, QuietService service, PrintStream terminal) {
        this.size = size;
        this.service = service;
        this.books = new Books(service.recorder(), size.seed());
        this.terminal = terminal;
        this.dice = size.dice("province");
        this.otherEvents = (long) OTHER_EVENTS * size.plots();
    }

    /** What came of it. */
    record Outcome(long events, long commits, long lots, int plots) {}

    static Outcome make(Size size, QuietService service, PrintStream terminal) throws InterruptedException {
        terminal.println("province: -Dprovince.seed=" + size.seed() + ", " + size);
        var province = new Province(size, service, terminal);
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            province.found();
            for (int i = 0; i < size.seasons(); i++) {
                province.live(Season.of(i, size.seasons()), threads);
            }
        }
        return new Outcome(service.head() + 1, province.books.commits(), province.books.lots(), size.plots());
    }

    // ---- who there is

    private void found() {
        var laboratory = partner("laboratory", PartnerKind.LABORATORY).id();
        var land = new Land();
        var catalogue = service.bean(Catalogue.class);
        for (int i = 0; i < size.cooperatives(); i++) {
            var plots = size.plots() * (i + 1) / size.cooperatives() - size.plots() * i / size.cooperatives();
            var ward = catalogue.ward(WARDS.get(i % WARDS.size())).orElseThrow();
            cooperatives.add(Cooperative.found(size, books, i, plots, ward, land, laboratory));
        }
        for (var crop : Crop.values()) {
            var name = "processor-" + crop;
            processors.add(new Processor(
                    crop, partner(name, PartnerKind.PROCESSOR), Keys.of(1_000 + processors.size()), size.dice(name)));
        }
        for (int i = 0; i < Math.max(2, size.cooperatives() / 4); i++) {
            var name = "trader-" + i;
            traders.add(new Trader(partner(name, PartnerKind.TRADER), laboratory, size.dice(name)));
        }
    }

    private Holder partner(String name, PartnerKind kind) {
        var clerk = new Clerk(books, name);
        var stamp = clerk.stamp();
        var since = Season.of(0, size.seasons()).at(-1, 8);
        clerk.record(stamp, new RegisterPartner(stamp.newPartner(), name + " (hư cấu)", kind, null, null, since));
        return new Holder(stamp.newPartner(), clerk);
    }

    // ---- a season

    private void live(Season season, ExecutorService threads) throws InterruptedException {
        var eventsBefore = service.head() + 1;
        var care = care(season, eventsBefore);
        var harvested = all(threads, cooperatives, it -> it.season(season, care, harvests(), processor(it.crop())));
        all(threads, processors, it -> {
            it.process(of(it.crop(), harvested), season, size.blend());
            return it;
        });
        var packs = packs(season);
        var weight = Mass.sum(processors.stream().map(Processor::weight).toList());
        var packed = all(threads, processors, it -> it.pack(share(packs, it, weight), season));
        var sold = sell(packed, season);
        var kept = all(threads, traders, it -> {
            var batch = it.season(sold.get(traders.indexOf(it)), season);
            return batch == null ? List.<Batch>of() : List.of(batch);
        });
        recall(kept, season);
        service.rest();
        otherEvents = service.head() + 1 - eventsBefore - (long) care * size.plots();
        report(season);
    }

    private interface Turn<A, T> {
        T of(A actor);
    }

    /** Everybody's turn at once; what came of it in their order. */
    private static <A, T> List<T> all(ExecutorService threads, List<A> actors, Turn<A, T> turn)
            throws InterruptedException {
        var done = new ArrayList<T>();
        for (var each : threads.invokeAll(
                actors.stream().map(actor -> (Callable<T>) () -> turn.of(actor)).toList())) {
            try {
                done.add(each.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
        return done;
    }

    /** So often that in the end there are as many events as were asked for. */
    private int care(Season season, long eventsBefore) {
        var due = (long) size.events() * (season.number() + 1) / size.seasons() - eventsBefore - otherEvents;
        return Math.clamp(due / size.plots(), LEAST_CARE, MOST_CARE);
    }

    /** So many lots from each field that the largest blend can be made. */
    private int harvests() {
        var fields = cooperatives.stream()
                .filter(it -> it.crop() == Crop.PADDY)
                .mapToInt(Cooperative::fields)
                .sum();
        return Math.max(1, Math.ceilDiv(size.blend(), fields));
    }

    private OrganisationId processor(Crop crop) {
        return processors.stream()
                .filter(it -> it.crop() == crop)
                .findFirst()
                .orElseThrow()
                .holder()
                .id();
    }

    private List<Consignment> of(Crop crop, List<List<Consignment>> harvested) {
        return IntStream.range(0, cooperatives.size())
                .filter(i -> cooperatives.get(i).crop() == crop)
                .boxed()
                .flatMap(i -> harvested.get(i).stream())
                .toList();
    }

    /** So many that in the end there are as many lots as were asked for: each is one more at a trader. */
    private int packs(Season season) {
        var due = (long) size.lots() * (season.number() + 1) / size.seasons() - books.lots();
        return (int) Math.max(processors.size(), due / 2);
    }

    /** By weight. */
    private static int share(int packs, Processor processor, Mass all) {
        return (int) (packs * processor.weight().grams() / all.grams());
    }

    /** @return what each trader is to receive */
    private List<List<Consignment>> sell(List<List<Batch>> packed, Season season) {
        var sold = traders.stream().map(it -> new ArrayList<Consignment>()).toList();
        for (int i = 0; i < processors.size(); i++) {
            var batches = packed.get(i);
            for (int t = 0; t < traders.size(); t++) {
                var some =
                        batches.subList(batches.size() * t / traders.size(), batches.size() * (t + 1) / traders.size());
                var trader = traders.get(t).holder().id();
                sold.get(t).addAll(processors.get(i).holder().ship(trader, some, season.at(Days.PACKED, 20)));
            }
        }
        return List.copyOf(sold);
    }

    /** A lot fails a test at one trader; every other season a processor recalls what it packed of one batch. */
    private void recall(List<List<Batch>> kept, Season season) throws InterruptedException {
        var trader = dice.nextInt(traders.size());
        kept.get(trader).forEach(batch -> traders.get(trader).fail(batch, season));
        var processor = processors.get(dice.nextInt(processors.size()));
        if (season.number() % 2 == 0 || processor.packedOf().isEmpty()) {
            return;
        }
        var clerk = processor.holder().clerk();
        var stamp = clerk.stamp();
        var lots = List.of(processor.packedOf().getFirst());
        var at = season.at(Days.RECALLED, 9);
        var id = processor.holder().id();
        clerk.record(stamp, new OpenRecall(stamp.newRecall(), id, lots, "khiếu nại", "qc-1", at));
        service.rest();
        clerk.record(new CloseRecall(stamp.newRecall(), id, "qc-1", at.plusHours(5)));
    }

    private void report(Season season) {
        var events = service.head() + 1;
        var seconds = (System.nanoTime() - begun) / 1e9;
        var runtime = Runtime.getRuntime();
        terminal.printf(
                Locale.ROOT,
                "province: season %d of %d, %,d events, %,d commits, %,d lots, %.0f s, %,.0f events/s, %,d MB of heap%n",
                season.number() + 1,
                size.seasons(),
                events,
                books.commits(),
                books.lots(),
                seconds,
                events / seconds,
                (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }
}
