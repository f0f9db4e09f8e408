package vn.nguongoc.lists.web;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.catalogue.CertificateScheme;
import vn.nguongoc.generations.HistoryProgress;
import vn.nguongoc.lists.LotFilter;
import vn.nguongoc.lists.LotList;
import vn.nguongoc.lists.Page;
import vn.nguongoc.view.Codes;
import vn.nguongoc.view.LotStatus;
import vn.nguongoc.view.ViewOfLot;

/** Lots that fit a filter, newest first. */
@RestController
class LotListController {
    private static final String PATH = "/api/lots";
    private static final List<String> PARAMETERS =
            List.of("cooperative", "product", "ward", "season", "status", "certificate", "from", "to", "q");
    private static final Pattern SEASON_OF_A_YEAR = Pattern.compile("(.+)-\\d{4}");

    /** The claim that comes from no certificate but from a test. */
    private static final String PRE_HARVEST_TEST = "pre-harvest-test";

    private final LotList list;
    private final Organisations organisations;
    private final Catalogue catalogue;
    private final HistoryProgress progress;

    LotListController(LotList list, Organisations organisations, Catalogue catalogue, HistoryProgress progress) {
        this.list = list;
        this.organisations = organisations;
        this.catalogue = catalogue;
        this.progress = progress;
    }

    @GetMapping(PATH)
    ResponseEntity<Lots> lots(@RequestParam MultiValueMap<String, String> parameters) {
        var query = new ListQuery(parameters, PARAMETERS);
        progress.awaitSeen(query.after());
        var page = list.page(filter(query), query.cursor(), query.limit());
        return query.answer(PATH, page.cursor()).body(Lots.of(page));
    }

    private LotFilter filter(ListQuery query) {
        return new LotFilter(
                organisations.named(query, "cooperative"),
                query.code("product", catalogue.productCodes()),
                query.one("ward", List.of(), it -> catalogue.ward(it).map(ward -> it)),
                query.one(
                        "season", catalogue.seasonCodes(), it -> Optional.of(it).filter(this::isSeason)),
                query.one("status", Codes.of(LotStatus.class), it -> Codes.named(LotStatus.class, it)),
                query.code("certificate", claims()),
                query.day("from"),
                query.day("to"),
                null,
                query.text("q"));
    }

    private boolean isSeason(String season) {
        var ofAYear = SEASON_OF_A_YEAR.matcher(season);
        return catalogue.season(ofAYear.matches() ? ofAYear.group(1) : season).isPresent();
    }

    private Collection<String> claims() {
        var claims = new TreeSet<String>();
        claims.add(PRE_HARVEST_TEST);
        catalogue.schemeCodes().stream()
                .flatMap(it -> catalogue.scheme(it).stream())
                .flatMap(this::claims)
                .forEach(claims::add);
        return claims;
    }

    private Stream<String> claims(CertificateScheme scheme) {
        return scheme.market()
                ? catalogue.marketCodes().stream().map(scheme::claimFor)
                : Stream.of(scheme.claimFor(null));
    }

    /** @param cursor of the next page; absent on the last */
    record Lots(List<ViewOfLot> lots, @Nullable String cursor) {
        private static Lots of(Page<ViewOfLot> page) {
            return new Lots(page.items(), page.cursor());
        }
    }
}
