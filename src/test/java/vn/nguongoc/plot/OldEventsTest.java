package vn.nguongoc.plot;

import static vn.nguongoc.Farm.LOT;
import static vn.nguongoc.Farm.P1;
import static vn.nguongoc.Farm.PADDY;
import static vn.nguongoc.Farm.cycle;
import static vn.nguongoc.Farm.day;
import static vn.nguongoc.Farm.kilograms;
import static vn.nguongoc.Farm.on;
import static vn.nguongoc.Farm.plot;
import static vn.nguongoc.Refusals.refused;
import static vn.nguongoc.plot.Seasons.corrected;
import static vn.nguongoc.plot.Seasons.did;
import static vn.nguongoc.plot.Seasons.flag;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.nguongoc.plot.event.PlotEvent.ActivityRecorded;
import vn.nguongoc.shared.Mass;

/** Logs from before activities were numbered and told their effect: they are judged like any other. */
class OldEventsTest extends PlotTest {

    private static ActivityRecorded old(
            String kind, String dayMonth, Map<String, String> fields, @Nullable LocalDate harvestFrom) {
        return new ActivityRecorded(P1, 1, kind, 1, fields, harvestFrom, null, null, List.of(), on(dayMonth));
    }

    private static final ActivityRecorded SOWN = old("sowing", "08-01", Map.of("seed", "100"), null);

    @Test
    void an_old_spray_keeps_the_harvest_waiting() {
        var spray = old("pesticide", "18-03", Map.of("active", "tricyclazole"), day("15-04"));
        var no = new PlotRefusal.BeforeHarvestIsAllowed(
                day("14-04"), day("15-04"), "tricyclazole", day("18-03"), "rules.md 7 [K]");
        farm.given(plot(), cycle(), SOWN, spray)
                .when(harvesting(PADDY, LOT, kilograms(1), null, "14-04"))
                .expectException(refused(no));
        farm.given(plot(), cycle(), SOWN, spray)
                .when(harvesting(PADDY, LOT, kilograms(1), null, "15-04"))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void an_old_sowing_used_its_seed() {
        farm.given(plot(), cycle(), SOWN)
                .when(doing("sowing", "09-01", Map.of("seed", "30.001")))
                .expectException(refused(new PlotRefusal.MoreSownThanSeed(new Mass(30_001), kilograms(30))));
    }

    @Test
    void old_fertiliser_counts() {
        var fields = Map.of("nitrogenKgPerHectare", "80", "phosphateKgPerHectare", "0", "potashKgPerHectare", "0");
        farm.given(plot(), cycle(), SOWN, old("fertiliser", "17-01", fields, null))
                .when(doing("fertiliser", "28-01", fields))
                .expectEvents(did(
                        3,
                        1,
                        "fertiliser",
                        "28-01",
                        fields,
                        null,
                        flag("nitrogen-unusual", PADDY, "160", "120", "rules.md rice [K]")));
    }

    @Test
    void old_activities_are_numbered_in_their_order_and_can_be_corrected() {
        farm.given(plot(), cycle(), SOWN, old("drainage", "02-02", Map.of("tubeCentimetres", "-15"), null))
                .when(correcting(2, Map.of("tubeCentimetres", "-14"), "03-02"))
                .expectEvents(corrected(2, 1, Map.of("tubeCentimetres", "-14"), null, "03-02"));
        farm.given(plot(), cycle(), SOWN)
                .when(correcting(1, Map.of("seed", "131"), "09-01"))
                .expectException(refused(new PlotRefusal.MoreSownThanSeed(kilograms(131), kilograms(130))));
    }
}
