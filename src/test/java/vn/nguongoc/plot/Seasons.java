package vn.nguongoc.plot;

import static vn.nguongoc.Farm.CATALOGUE;
import static vn.nguongoc.Farm.HO_DAC_KIEN;
import static vn.nguongoc.Farm.LOT;
import static vn.nguongoc.Farm.P1;
import static vn.nguongoc.Farm.PADDY;
import static vn.nguongoc.Farm.kilograms;
import static vn.nguongoc.Farm.on;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.plot.PlotCommand.Doubt;
import vn.nguongoc.plot.PlotCommand.Picked;
import vn.nguongoc.plot.event.PlotEvent.ActivityCorrected;
import vn.nguongoc.plot.event.PlotEvent.ActivityRecorded;
import vn.nguongoc.plot.event.PlotEvent.Block;
import vn.nguongoc.plot.event.PlotEvent.CropHarvested;
import vn.nguongoc.plot.event.PlotEvent.CycleClosed;
import vn.nguongoc.plot.event.PlotEvent.CycleOpened;
import vn.nguongoc.plot.event.PlotEvent.HarvestAuthorised;
import vn.nguongoc.plot.event.PlotEvent.PlotRegistered;
import vn.nguongoc.shared.Flag;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;

/** What happens on plots in the tests of this room. All of it happens on {@link vn.nguongoc.Farm#P1}. */
final class Seasons {
    static final String WHITELEG = "whiteleg-hoso";
    static final String TIGER = "black-tiger-hoso";
    static final String POMELO = "pomelo-nam-roi";
    static final String LAB = "org-0000000000000009";

    private Seasons() {}

    // ---- plots

    static PlotRegistered ground(String kind, long squareMetres, Block... blocks) {
        return new PlotRegistered(
                P1,
                HO_DAC_KIEN,
                "P1",
                kind,
                squareMetres,
                "31570",
                null,
                null,
                List.of(),
                List.of(blocks),
                List.of(),
                on("01-01"));
    }

    /** 0.3 ha. */
    static PlotRegistered pond() {
        return ground("pond", 3_000);
    }

    /** 2.4 ha where rice and shrimp take turns. */
    static PlotRegistered riceAndShrimp() {
        return ground("rice-shrimp", 24_000);
    }

    /** 0.8 ha in two blocks. */
    static PlotRegistered orchard() {
        return ground("orchard", 8_000, new Block("A", 120), new Block("B", 80));
    }

    // ---- cycles

    static CycleOpened rice(int cycle, long seed, String dayMonth) {
        return new CycleOpened(P1, cycle, PADDY, "dong-xuan", "SL", kilograms(seed), null, List.of(), on(dayMonth));
    }

    static CycleOpened shrimp(int cycle, String product, long pieces, String dayMonth) {
        return new CycleOpened(P1, cycle, product, "all-year", "PL", null, pieces, List.of(), on(dayMonth));
    }

    static CycleOpened fruit(int cycle, String dayMonth) {
        return new CycleOpened(P1, cycle, POMELO, "all-year", null, null, null, List.of(), on(dayMonth));
    }

    static CycleClosed closed(int cycle, String dayMonth) {
        return new CycleClosed(P1, cycle, null, List.of(), on(dayMonth));
    }

    // ---- activities

    static ActivityRecorded did(
            int number,
            int cycle,
            String kind,
            String dayMonth,
            Map<String, String> fields,
            @Nullable LocalDate harvestFrom,
            Flag... flags) {
        var known = CATALOGUE.activity(kind).orElseThrow();
        return new ActivityRecorded(
                P1,
                cycle,
                kind,
                known.revision(),
                fields,
                harvestFrom,
                number,
                known.effect().name(),
                List.of(flags),
                on(dayMonth));
    }

    static ActivityRecorded sowed(int number, int cycle, long seed, String dayMonth) {
        return did(number, cycle, "sowing", dayMonth, Map.of("seed", String.valueOf(seed)), null);
    }

    static ActivityRecorded stocked(int number, int cycle, long pieces, String dayMonth) {
        return did(number, cycle, "stocking", dayMonth, Map.of("pieces", String.valueOf(pieces)), null);
    }

    static ActivityRecorded tested(int number, int cycle, String test, String verdict, String dayMonth) {
        return did(number, cycle, "pre-harvest-test", dayMonth, sample(test, verdict), null);
    }

    static Map<String, String> sample(String test, String verdict) {
        return Map.of("test", test, "verdict", verdict, "laboratory", LAB);
    }

    /** A spray, or medicine, with something that is banned. */
    static ActivityRecorded used(int number, int cycle, String kind, String banned, String dayMonth) {
        return did(number, cycle, kind, dayMonth, Map.of("active", banned), null, banned(banned));
    }

    static Flag banned(String active) {
        return new Flag("banned-substance", active, null, null, "rules.md 8 (banned on crops) [K]");
    }

    static ActivityCorrected corrected(
            int number, int cycle, @Nullable Map<String, String> to, @Nullable LocalDate harvestFrom, String dayMonth) {
        return new ActivityCorrected(P1, cycle, number, to, harvestFrom, "ghi nhầm", "NV-01", List.of(), on(dayMonth));
    }

    // ---- harvests

    static HarvestAuthorised authorised(int cycle, String by, String dayMonth) {
        return new HarvestAuthorised(P1, cycle, by, "bão đến", on(dayMonth));
    }

    static CropHarvested taken(int cycle, LotId lot, Mass quantity, @Nullable Long animals, String dayMonth) {
        return new CropHarvested(P1, cycle, lot, quantity, animals, on(dayMonth));
    }

    static CropHarvested taken(int cycle, String dayMonth) {
        return taken(cycle, LOT, kilograms(100), null, dayMonth);
    }

    static Flag flag(String code, String subject, String value, String limit, String source) {
        return new Flag(code, subject, new BigDecimal(value), new BigDecimal(limit), source);
    }

    static Picked picked(int cycle, Flag... flags) {
        return new Picked(cycle, Set.of(), Map.of(), Map.of(), List.of(), List.of(flags));
    }

    static Picked doubted(int cycle, Doubt... doubts) {
        return new Picked(cycle, Set.of(), Map.of(), Map.of(), List.of(doubts), List.of());
    }
}
