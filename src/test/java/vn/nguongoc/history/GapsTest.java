package vn.nguongoc.history;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nguongoc.Farm.CATALOGUE;
import static vn.nguongoc.Farm.HO_DAC_KIEN;
import static vn.nguongoc.Farm.P1;
import static vn.nguongoc.Farm.P2;
import static vn.nguongoc.Farm.kilograms;
import static vn.nguongoc.Farm.on;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.PlotId;
import vn.nguongoc.shared.StepId;
import vn.nguongoc.step.event.StepEvent.Input;
import vn.nguongoc.view.Milestone;
import vn.nguongoc.view.Milestone.Fact;
import vn.nguongoc.view.ViewOfLot;

/** A blend is only as complete as its least complete part. */
class GapsTest {
    private static final Fact FACT = new Fact(0, on("01-05"), Instant.EPOCH, "local");

    private final Gaps gaps = new Gaps(CATALOGUE);
    private final List<ViewOfLot> lots = new ArrayList<>();
    private final List<Milestone> milestones = new ArrayList<>();

    private LotId harvest(PlotId plot, boolean sown) {
        var lot = lot(null, plot);
        milestones.add(new Milestone.Harvest(
                FACT, plot, 1, lot, "paddy-st25", kilograms(1), null, null, null, null, List.of(), List.of()));
        if (sown) {
            milestones.add(new Milestone.FieldWork(FACT, plot, 1, 1, "sowing", Map.of(), null, List.of(), List.of()));
        }
        return lot;
    }

    private LotId step(String kind, LotId... from) {
        var step = new StepId("step-%016d".formatted(milestones.size()));
        var inputs = Stream.of(from)
                .map(lot -> new Input(lot, "any", kilograms(1), null))
                .toList();
        milestones.add(new Milestone.Processing(
                FACT, step, kind, null, inputs, List.of(), List.of(), Map.of(), null, List.of(), List.of()));
        return lot(step, null);
    }

    private LotId lot(@Nullable StepId step, @Nullable PlotId plot) {
        return lot(step, plot, null);
    }

    private LotId lot(@Nullable StepId step, @Nullable PlotId plot, @Nullable LotId from) {
        var id = new LotId("lot-%016d".formatted(lots.size()));
        lots.add(new ViewOfLot(
                id,
                HO_DAC_KIEN,
                "packed-rice-st25",
                new ViewOfLot.Measured(kilograms(1), kilograms(1), null),
                new ViewOfLot.Name(null, null, "t/" + id),
                new ViewOfLot.Source(plot, plot == null ? null : 1, step, from),
                null,
                null,
                new ViewOfLot.Whereabouts(List.of(), List.of()),
                on("01-05"),
                0,
                List.of()));
        return id;
    }

    private List<String> missing() {
        return gaps.missing(lots.getLast(), lots, milestones);
    }

    @Test
    void a_part_of_a_lot_is_as_complete_as_the_lot() {
        var packed = step("packing", step("grading", step("milling", harvest(P1, false))));
        var gaps = missing();
        lot(null, null, packed);
        assertThat(missing()).isEqualTo(gaps).isNotEmpty();
    }

    @Test
    void a_chain_with_every_step_misses_nothing() {
        step("packing", step("milling", step("drying", harvest(P1, true), harvest(P2, true))));
        assertThat(missing()).isEmpty();
    }

    @Test
    void paddy_that_was_never_dried_is_missed_though_the_rest_was() {
        var dried = step("drying", harvest(P1, true));
        step("packing", step("milling", dried, harvest(P2, true)));
        assertThat(missing()).containsExactly("step/drying");
    }

    @Test
    void a_field_that_nobody_sowed_is_missed_though_the_other_was_sown() {
        step("packing", step("milling", step("drying", harvest(P1, true), harvest(P2, false))));
        assertThat(missing()).containsExactly("activity/sowing");
    }

    @Test
    void where_a_plot_lies_is_unknown_while_it_has_neither_outline_nor_point() {
        harvest(P1, true);
        var centre = new Place.Centre(new BigDecimal("9.72"), new BigDecimal("105.83"));
        assertThat(gaps.unknown(lots.getLast(), milestones, List.of(place(centre))))
                .doesNotContain("place");
        assertThat(gaps.unknown(lots.getLast(), milestones, List.of(place(centre), place(null))))
                .contains("place");
    }

    private static Place place(Place.@Nullable Centre centre) {
        return new Place(P1, "P1", "rice-field", 10_000, "ho-dac-kien", centre);
    }
}
