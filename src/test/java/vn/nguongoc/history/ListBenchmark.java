package vn.nguongoc.history;

import com.mongodb.client.MongoClient;
import java.nio.file.Files;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.messaging.GenericMessage;
import vn.nguongoc.Farm;
import vn.nguongoc.generations.Views;
import vn.nguongoc.lists.LotFilter;
import vn.nguongoc.lists.LotSearch;
import vn.nguongoc.lists.LotWords;
import vn.nguongoc.lot.event.LotEvent.LotDrawn;
import vn.nguongoc.lot.event.LotEvent.LotHarvested;
import vn.nguongoc.lot.event.Pedigree;
import vn.nguongoc.mongo.Clients;
import vn.nguongoc.mongo.EmbeddedServer;
import vn.nguongoc.organisation.event.OrganisationEvent.CooperativeRegistered;
import vn.nguongoc.plot.event.PlotEvent.CycleOpened;
import vn.nguongoc.plot.event.PlotEvent.PlotRegistered;
import vn.nguongoc.shared.Gs1;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.PlotId;
import vn.nguongoc.view.LotStatus;
import vn.nguongoc.web.Words;

/**
 * What a list costs at 100,000 lots against at 1,000, on two embedded servers in one run, turn about. Cooperatives have
 * 100 lots each, or all lots share ten of them; the ten products and used-up lots are spread evenly.
 */
final class ListBenchmark {
    private static final int ROUNDS = 9;
    private static final int QUERIES = 40;
    private static final int BATCH = 500;
    private static final int LOTS_OF_A_PLOT = 10;
    private static final OffsetDateTime THEN = OffsetDateTime.parse("2026-01-01T08:00:00+07:00");
    private static final List<String> PRODUCTS =
            Farm.CATALOGUE.productCodes().stream().sorted().limit(10).toList();

    private ListBenchmark() {}

    public static void main(String[] args) throws Exception {
        var many = Integer.getInteger("lists.lots", 100_000);
        try (var small = Province.of(1_000);
                var large = Province.of(many)) {
            System.out.printf(
                    "| list | at 1,000 lots | at %,d lots | ratio (lowest–highest) |%n|---|---|---|---|%n", many);
            var search = new LotSearch(new LotWords(Farm.CATALOGUE, new Words()));
            compare("cooperative of 100 lots + product + status", small, large, it -> it.page(search, it.filter(true)));
            compare("product + status, a page of 50", small, large, it -> it.page(search, it.filter(false)));
            compare("words of the label + status", small, large, it -> it.page(search, it.text()));
            compare("everything, a page of 50", small, large, it -> it.page(search, LotFilter.ALL));
        }
    }

    private static void compare(String row, Province small, Province large, Consumer<Province> query) {
        var times = new long[2][ROUNDS];
        var ratios = new double[ROUNDS];
        for (int round = -2; round < ROUNDS; round++) {
            var one = time(small, query);
            var other = time(large, query);
            if (round >= 0) {
                times[0][round] = one;
                times[1][round] = other;
                ratios[round] = (double) other / one;
            }
        }
        Arrays.sort(ratios);
        System.out.printf(
                "| %s | %.2f ms | %.2f ms | %.2f (%.2f–%.2f) |%n",
                row, median(times[0]), median(times[1]), ratios[ROUNDS / 2], ratios[0], ratios[ROUNDS - 1]);
    }

    private static double median(long[] nanoseconds) {
        Arrays.sort(nanoseconds);
        return nanoseconds[ROUNDS / 2] / 1e6 / QUERIES;
    }

    private static long time(Province province, Consumer<Province> query) {
        var start = System.nanoTime();
        for (int i = 0; i < QUERIES; i++) {
            query.accept(province);
        }
        return System.nanoTime() - start;
    }

    /** Lots told to the projections, without a service. */
    private static final class Province implements AutoCloseable {
        private final EmbeddedServer server;
        private final MongoClient client;
        private final Views views;
        private final List<AnnotationEventHandlerAdapter> handlers;
        private final List<OrganisationId> cooperatives = new ArrayList<>();
        private long position;
        private int asked;

        private Province() throws Exception {
            server = EmbeddedServer.open(Files.createTempDirectory("nguongoc-lists"));
            client = Clients.of(server.uri());
            views = new Views(client.getDatabase("lists"), 1, changed -> {});
            handlers = new HistoryProjections(Farm.CATALOGUE)
                    .into(views).stream()
                            .map(AnnotationEventHandlerAdapter::new)
                            .toList();
        }

        static Province of(int lots) throws Exception {
            var province = new Province();
            var start = System.nanoTime();
            for (int i = 0; i < lots; i++) {
                if (i % BATCH == 0) {
                    province.views.beginBatch(-1);
                }
                province.lot(i);
                if (i % BATCH == BATCH - 1 || i == lots - 1) {
                    province.views.endBatch();
                }
            }
            var seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    "%,d lots, %,d events told in %.0f s: %,.0f events/s%n",
                    lots, province.position, seconds, province.position / seconds);
            return province;
        }

        private void lot(int i) throws Exception {
            if (i % 100 == 0) {
                var id = new OrganisationId("htx-%016d".formatted(i / 100));
                cooperatives.add(id);
                tell(new CooperativeRegistered(id, "HTX số " + i / 100, new Gs1("9520001009013"), "31570", THEN));
            }
            var plot = new PlotId("plot-%016d".formatted(i / LOTS_OF_A_PLOT));
            if (i % LOTS_OF_A_PLOT == 0) {
                tell(new PlotRegistered(
                        plot,
                        cooperatives.getLast(),
                        "P" + i,
                        "rice-field",
                        20_000,
                        "31570",
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        THEN));
                tell(new CycleOpened(plot, 1, PRODUCTS.get(0), "dong-xuan", null, null, null, List.of(), THEN));
            }
            var lot = new LotId("lot-%016d".formatted(i));
            var at = THEN.plusMinutes(i);
            tell(new LotHarvested(
                    lot,
                    cooperatives.getLast(),
                    plot,
                    1,
                    PRODUCTS.get(i % 10),
                    Mass.kilograms(100),
                    null,
                    "Lô đỏ " + i % 97,
                    null,
                    null,
                    Pedigree.of(at),
                    List.of(),
                    at));
            if (i / 10 % 2 == 0) {
                tell(new LotDrawn(lot, "step-0000000000000000", Mass.kilograms(100), Mass.ZERO, at));
            }
        }

        private void tell(Object event) throws Exception {
            var message = new GenericTrackedEventMessage<>(
                    new GlobalSequenceTrackingToken(position++), new GenericMessage<>(event), THEN::toInstant);
            for (var handler : handlers) {
                handler.handle(message);
            }
        }

        private LotFilter filter(boolean ofOneCooperative) {
            var turn = asked++;
            return new LotFilter(
                    ofOneCooperative ? cooperatives.get(turn % cooperatives.size()) : null,
                    PRODUCTS.get(turn % 10),
                    null,
                    null,
                    LotStatus.IN_STOCK,
                    null,
                    null,
                    null,
                    null,
                    null);
        }

        private LotFilter text() {
            return new LotFilter(
                    null, null, null, null, LotStatus.IN_STOCK, null, null, null, null, "lo do " + asked++ % 97 + " ");
        }

        private void page(LotSearch search, LotFilter filter) {
            if (search.page(views, filter, null, 50).items().isEmpty() && filter.text() == null) {
                throw new IllegalStateException("nothing found: " + filter);
            }
        }

        @Override
        public void close() {
            client.close();
            server.close();
        }
    }
}
