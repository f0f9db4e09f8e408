package vn.nguongoc.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.generations.Generations;
import vn.nguongoc.generations.Views;
import vn.nguongoc.lists.CropSeasons.CropSeason;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.view.ViewOfOrganisation;

/**
 * A cooperative's season at a glance: read from entries for each crop, some of what was done in it, and each harvest.
 */
@Component
public class SeasonSummaries {
    private static final int AT_ONCE = 1000;

    private final Generations generations;
    private final Catalogue catalogue;

    SeasonSummaries(Generations generations, Catalogue catalogue) {
        this.generations = generations;
        this.catalogue = catalogue;
    }

    /**
     * Of a season in which nothing was grown, all is nothing.
     *
     * @param season code of the catalogue's season
     * @param year that it is named after: the one in which its time of sowing ends
     * @return empty if there is no such cooperative or season
     */
    public Optional<SeasonSummary> of(OrganisationId cooperative, String season, int year) {
        var views = generations.views();
        var known = generations.found(views.find(ViewOfOrganisation.class, cooperative));
        if (known.isEmpty() || catalogue.season(season).isEmpty()) {
            return Optional.empty();
        }
        var when = new CropSeason(season, year);
        var crops = SeasonEntries.readCrops(read(views, SeasonEntries.crops(cooperative, when)));
        var works = SeasonEntries.readWorks(read(views, SeasonEntries.works(cooperative, when)));
        var harvests = SeasonEntries.readHarvests(read(views, SeasonEntries.harvests(cooperative, when)));
        var products = Stream.concat(
                        crops.stream().map(SeasonEntries.Crop::product),
                        harvests.stream().map(SeasonEntries.Harvest::product))
                .distinct()
                .sorted()
                .map(product -> SeasonSummary.OfProduct.of(
                        product,
                        crops.stream()
                                .filter(it -> it.product().equals(product))
                                .toList(),
                        works.stream()
                                .filter(it -> it.product().equals(product))
                                .toList(),
                        harvests.stream()
                                .filter(it -> it.product().equals(product))
                                .toList()))
                .toList();
        return Optional.of(SeasonSummary.of(cooperative, season, year, crops, products));
    }

    private static List<String> read(Views views, String list) {
        var all = new ArrayList<String>();
        var from = list;
        for (int read = AT_ONCE; read == AT_ONCE; ) {
            var entries = views.entries(from, list + "~", AT_ONCE);
            entries.forEach(it -> all.add(it.of()));
            read = entries.size();
            from = read == 0 ? from : entries.getLast().key() + "~";
        }
        return all;
    }
}
