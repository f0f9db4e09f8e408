package vn.nguongoc.history;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.nguongoc.catalogue.ActivityKind;
import vn.nguongoc.catalogue.ActivityKind.Effect;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.history.CropSeasons.CropSeason;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.PlotId;

/**
 * Keeps what each crop and each harvest adds to its cooperative's season: one entry for each, written anew when it
 * changes, so that what is told twice counts once.
 */
final class SeasonEntries {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Views views;
    private final Catalogue catalogue;
    private final CropSeasons seasons;

    SeasonEntries(Views views, Catalogue catalogue) {
        this.views = views;
        this.catalogue = catalogue;
        this.seasons = new CropSeasons(catalogue);
    }

    // ---- crops

    void changed(View.OfCycle cycle) {
        if (!counts(cycle.milestones().getLast())) {
            return;
        }
        views.current(View.OfPlot.class, cycle.plot()).ifPresent(plot -> {
            var season = plot.cycle(cycle.cycle());
            var key = crops(plot.cooperative(), seasons.of(season)) + View.OfCycle.id(cycle.plot(), cycle.cycle());
            views.enter(key, JSON.writeValueAsString(crop(plot, season, cycle)));
        });
    }

    /** Most of what is done on a plot changes nothing here. */
    private boolean counts(Milestone milestone) {
        return switch (milestone) {
            case Milestone.CycleOpened _, Milestone.CycleClosed _, Milestone.FieldCorrection _ -> true;
            case Milestone.FieldWork work -> !work.flags().isEmpty() || effect(work.kind()) != Effect.NONE;
            default -> !milestone.flags().isEmpty();
        };
    }

    private Crop crop(View.OfPlot plot, View.Season season, View.OfCycle cycle) {
        var sum = new Sum();
        done(cycle).forEach((number, work) -> sum.add(effect(work.kind()), work.fields()));
        var flags =
                cycle.milestones().stream().mapToInt(it -> it.flags().size()).sum();
        return new Crop(
                plot.id(),
                plot.areaSquareMetres(),
                season.product(),
                season.closedAt() == null,
                sum.sown,
                sum.stocked,
                sum.sprays,
                sum.medicines,
                flags);
    }

    private Effect effect(String kind) {
        return catalogue.activity(kind).map(ActivityKind::effect).orElse(Effect.NONE);
    }

    /** What was done, by its number, as it was corrected. */
    private static Map<Integer, Work> done(View.OfCycle cycle) {
        var done = new TreeMap<Integer, Work>();
        for (var milestone : cycle.milestones()) {
            if (milestone instanceof Milestone.FieldWork work) {
                done.put(work.number(), new Work(work.kind(), work.fields()));
            } else if (milestone instanceof Milestone.FieldCorrection correction) {
                var after = correction.after();
                done.compute(
                        correction.number(), (number, it) -> after == null ? null : new Work(correction.kind(), after));
            }
        }
        return done;
    }

    // ---- harvests

    void changed(View.@Nullable OfLot before, View.OfLot after) {
        var plot = after.plot();
        if (plot == null || (before != null && harvest(before).equals(harvest(after)))) {
            return;
        }
        views.current(View.OfPlot.class, plot).ifPresent(field -> {
            var season = seasons.of(field.cycle(Objects.requireNonNull(after.cycle())));
            views.enter(harvests(field.cooperative(), season) + after.id(), JSON.writeValueAsString(harvest(after)));
        });
    }

    private static Harvest harvest(View.OfLot lot) {
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

    static String harvests(OrganisationId cooperative, CropSeason season) {
        return of(cooperative, season) + "lot/";
    }

    private static String of(OrganisationId cooperative, CropSeason season) {
        return "season/" + cooperative + "/" + ListKeys.ascii(season.toString()) + "/";
    }

    static List<Crop> readCrops(List<String> entries) {
        return entries.stream().map(it -> JSON.readValue(it, Crop.class)).toList();
    }

    static List<Harvest> readHarvests(List<String> entries) {
        return entries.stream().map(it -> JSON.readValue(it, Harvest.class)).toList();
    }

    /**
     * What one crop cycle adds to a season.
     *
     * @param stocked post-larvae
     */
    record Crop(
            PlotId plot,
            long areaSquareMetres,
            String product,
            boolean open,
            Mass sown,
            long stocked,
            int sprays,
            int medicines,
            int flags) {}

    /** What one harvest adds to a season. */
    record Harvest(
            LotId lot, String product, Mass quantity, boolean inStock, boolean held, boolean shipped, int flags) {}

    private record Work(String kind, Map<String, String> fields) {}

    /** Of what was done in one crop cycle. */
    private static final class Sum {
        private Mass sown = Mass.ZERO;
        private long stocked;
        private int sprays;
        private int medicines;

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
