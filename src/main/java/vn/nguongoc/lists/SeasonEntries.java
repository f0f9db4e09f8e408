package vn.nguongoc.lists;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.nguongoc.catalogue.ActivityKind;
import vn.nguongoc.catalogue.ActivityKind.Effect;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.generations.Views;
import vn.nguongoc.lists.CropSeasons.CropSeason;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.PlotId;
import vn.nguongoc.view.LotStatus;
import vn.nguongoc.view.Milestone;
import vn.nguongoc.view.ViewOfCycle;
import vn.nguongoc.view.ViewOfCyclePart;
import vn.nguongoc.view.ViewOfLot;
import vn.nguongoc.view.ViewOfPlot;

/**
 * Keeps what each crop and each harvest adds to its cooperative's season: one entry for each, written anew when it
 * changes, so that what is told twice counts once.
 */
public final class SeasonEntries {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Views views;
    private final Catalogue catalogue;
    private final CropSeasons seasons;

    public SeasonEntries(Views views, Catalogue catalogue) {
        this.views = views;
        this.catalogue = catalogue;
        this.seasons = new CropSeasons(catalogue);
    }

    // ---- crops

    /** One of its crops was begun or ended. */
    public void changed(ViewOfPlot plot, int cycle) {
        var season = plot.cycle(cycle);
        var crop = new Crop(plot.id(), plot.areaSquareMetres(), season.product(), season.closedAt() == null);
        var key = crops(plot.cooperative(), seasons.of(season)) + ViewOfCycle.id(plot.id(), cycle);
        views.enter(key, JSON.writeValueAsString(crop));
    }

    /**
     * More was done in a crop cycle, or something is known better. Most of it changes nothing here.
     *
     * @param id of the part
     * @param before absent where the part is new
     */
    public void changed(String id, @Nullable ViewOfCyclePart before, ViewOfCyclePart after) {
        if (after.cycle() == ViewOfCycle.NONE) {
            return;
        }
        views.current(ViewOfPlot.class, after.plot()).ifPresent(plot -> {
            var season = plot.cycle(after.cycle());
            var work = work(season.product(), after);
            var was = before == null ? new Sum().of(season.product()) : work(season.product(), before);
            if (!work.equals(was)) {
                views.enter(works(plot.cooperative(), seasons.of(season)) + id, JSON.writeValueAsString(work));
            }
        });
    }

    private Work work(String product, ViewOfCyclePart part) {
        var sum = new Sum();
        part.milestones().forEach(it -> sum.flags += it.flags().size());
        part.activities().forEach(activity -> {
            var fields = part.fields(activity);
            if (fields != null) {
                sum.add(effect(activity.kind()), fields);
            }
        });
        return sum.of(product);
    }

    private Effect effect(String kind) {
        return catalogue.activity(kind).map(ActivityKind::effect).orElse(Effect.NONE);
    }

    // ---- harvests

    public void changed(@Nullable ViewOfLot before, ViewOfLot after) {
        var plot = after.plot();
        if (plot == null || (before != null && harvest(before).equals(harvest(after)))) {
            return;
        }
        views.current(ViewOfPlot.class, plot).ifPresent(field -> {
            var season = seasons.of(field.cycle(Objects.requireNonNull(after.cycle())));
            views.enter(harvests(field.cooperative(), season) + after.id(), JSON.writeValueAsString(harvest(after)));
        });
    }

    private static Harvest harvest(ViewOfLot lot) {
        var flags = lot.milestones().stream()
                .filter(Milestone.Harvest.class::isInstance)
                .mapToInt(it -> it.flags().size())
                .sum();
        var states = LotStatus.of(lot);
        return new Harvest(
                lot.id(),
                lot.product(),
                lot.quantity(),
                states.contains(LotStatus.IN_STOCK),
                states.contains(LotStatus.HELD),
                states.contains(LotStatus.SHIPPED),
                flags);
    }

    // ---- where they are

    static String crops(OrganisationId cooperative, CropSeason season) {
        return of(cooperative, season) + "crop/";
    }

    static String works(OrganisationId cooperative, CropSeason season) {
        return of(cooperative, season) + "work/";
    }

    static String harvests(OrganisationId cooperative, CropSeason season) {
        return of(cooperative, season) + "lot/";
    }

    private static String of(OrganisationId cooperative, CropSeason season) {
        return "season/" + cooperative + "/" + ListKeys.ascii(season.toString()) + "/";
    }

    static List<Crop> readCrops(List<String> entries) {
        return entries.stream().map(it -> JSON.readValue(it, Crop.class)).toList();
    }

    public static List<Work> readWorks(List<String> entries) {
        return entries.stream().map(it -> JSON.readValue(it, Work.class)).toList();
    }

    static List<Harvest> readHarvests(List<String> entries) {
        return entries.stream().map(it -> JSON.readValue(it, Harvest.class)).toList();
    }

    /** A crop cycle of a season. */
    record Crop(PlotId plot, long areaSquareMetres, String product, boolean open) {}

    /**
     * What was done in one part of a crop cycle adds this to its season.
     *
     * @param stocked post-larvae
     */
    public record Work(String product, Mass sown, long stocked, int sprays, int medicines, int flags) {}

    /** What one harvest adds to a season. */
    record Harvest(
            LotId lot, String product, Mass quantity, boolean inStock, boolean held, boolean shipped, int flags) {}

    /** Of what was done in one part of a crop cycle. */
    private static final class Sum {
        private Mass sown = Mass.ZERO;
        private long stocked;
        private int sprays;
        private int medicines;
        private int flags;

        Work of(String product) {
            return new Work(product, sown, stocked, sprays, medicines, flags);
        }

        void add(Effect effect, Map<String, String> fields) {
            switch (effect) {
                case SOWS -> sown = sown.plus(Mass.of(new BigDecimal(fields.get("seed")), Mass.Unit.KILOGRAM));
                case STOCKS -> stocked += Long.parseLong(fields.get("pieces"));
                case SPRAYS -> sprays++;
                case MEDICATES -> medicines++;
                default -> {
                    // nothing that a season is told by
                }
            }
        }
    }
}
