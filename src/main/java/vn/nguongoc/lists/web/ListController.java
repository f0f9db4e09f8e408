package vn.nguongoc.lists.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.generations.HistoryProgress;
import vn.nguongoc.lists.HandOvers;
import vn.nguongoc.lists.SeasonSummaries;
import vn.nguongoc.lists.SeasonSummary;
import vn.nguongoc.lists.Stocks;
import vn.nguongoc.lists.TestOrders;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.view.Codes;
import vn.nguongoc.view.Journey;

/**
 * What an organisation has on its hands: its stock, its open hand-overs, what it is to test, its season at a glance.
 */
@RestController
class ListController {
    private static final String STOCK = "/api/stock";
    private static final String HAND_OVERS = "/api/hand-overs";
    private static final String TEST_ORDERS = "/api/test-orders";

    private final Stocks stocks;
    private final HandOvers handOvers;
    private final TestOrders testOrders;
    private final SeasonSummaries seasons;
    private final Organisations organisations;
    private final HistoryProgress progress;

    ListController(
            Stocks stocks,
            HandOvers handOvers,
            TestOrders testOrders,
            SeasonSummaries seasons,
            Organisations organisations,
            HistoryProgress progress) {
        this.stocks = stocks;
        this.handOvers = handOvers;
        this.testOrders = testOrders;
        this.seasons = seasons;
        this.organisations = organisations;
        this.progress = progress;
    }

    @GetMapping(STOCK)
    ResponseEntity<Stock> stock(@RequestParam MultiValueMap<String, String> parameters) {
        var query = new ListQuery(parameters, List.of("holder"));
        progress.awaitSeen(query.after());
        var holder = organisations.required(query, "holder");
        var page = stocks.lots(holder, query.cursor(), query.limit());
        var products = query.cursor() == null ? stocks.of(holder) : null;
        return query.answer(STOCK, page.cursor()).body(new Stock(holder, products, page.items(), page.cursor()));
    }

    /**
     * What an organisation holds.
     *
     * @param products all of it; only on the first page
     * @param lots a page of the lots it is in
     * @param cursor of the next page; absent on the last
     */
    record Stock(
            OrganisationId holder,
            @Nullable List<Stocks.OfProduct> products,
            List<Stocks.InStock> lots,
            @Nullable String cursor) {}

    @GetMapping(HAND_OVERS)
    ResponseEntity<Open> handOvers(@RequestParam MultiValueMap<String, String> parameters) {
        var query = new ListQuery(parameters, List.of("organisation", "state"));
        progress.awaitSeen(query.after());
        var organisation = organisations.required(query, "organisation");
        var state = query.one("state", Codes.of(HandOvers.State.class), it -> Codes.named(HandOvers.State.class, it));
        var page = handOvers.of(
                organisation, Objects.requireNonNullElse(state, HandOvers.State.OPEN), query.cursor(), query.limit());
        return query.answer(HAND_OVERS, page.cursor()).body(new Open(page.items(), page.cursor()));
    }

    /** @param cursor of the next page; absent on the last */
    record Open(List<Journey> handOvers, @Nullable String cursor) {}

    @GetMapping(TEST_ORDERS)
    ResponseEntity<ToTest> testOrders(@RequestParam MultiValueMap<String, String> parameters) {
        var query = new ListQuery(parameters, List.of("laboratory"));
        progress.awaitSeen(query.after());
        var laboratory = organisations.required(query, "laboratory");
        var page = testOrders.of(laboratory, query.cursor(), query.limit());
        return query.answer(TEST_ORDERS, page.cursor()).body(new ToTest(page.items(), page.cursor()));
    }

    /** @param cursor of the next page; absent on the last */
    record ToTest(List<TestOrders.Waiting> lots, @Nullable String cursor) {}

    @GetMapping("/api/cooperatives/{id}/seasons/{year}/{season}")
    ResponseEntity<SeasonSummary> season(
            @PathVariable String id,
            @PathVariable int year,
            @PathVariable String season,
            @RequestParam(defaultValue = "-1") long after) {
        progress.awaitSeen(after);
        return ResponseEntity.ok(seasons.of(cooperative(id), season, year)
                .orElseThrow(() -> notFound(id + "/seasons/" + year + "/" + season)));
    }

    private static OrganisationId cooperative(String id) {
        var organisation = LogRefusal.named(id, OrganisationId::new);
        if (!organisation.isCooperative()) {
            throw notFound(id);
        }
        return organisation;
    }

    private static Refused notFound(String id) {
        return new Refused(new LogRefusal.NotFound(id));
    }
}
