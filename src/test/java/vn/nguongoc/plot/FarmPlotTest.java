package vn.nguongoc.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nguongoc.Farm.HO_DAC_KIEN;
import static vn.nguongoc.Farm.P1;
import static vn.nguongoc.Farm.on;
import static vn.nguongoc.Farm.percent;
import static vn.nguongoc.Farm.plot;
import static vn.nguongoc.Refusals.refused;
import static vn.nguongoc.plot.Outlines.at;
import static vn.nguongoc.plot.Outlines.rectangle;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.nguongoc.organisation.OrganisationCommand.Vouch;
import vn.nguongoc.organisation.OrganisationRefusal;
import vn.nguongoc.organisation.Role;
import vn.nguongoc.plot.PlotCommand.ClaimLand;
import vn.nguongoc.plot.PlotCommand.RegisterPlot;
import vn.nguongoc.plot.event.Boundary;
import vn.nguongoc.plot.event.PlotEvent.Block;
import vn.nguongoc.plot.event.PlotEvent.Numbered;
import vn.nguongoc.plot.event.PlotEvent.PlotRegistered;
import vn.nguongoc.shared.Flag;

class FarmPlotTest extends PlotTest {

    private static RegisterPlot register(String kind, String ward) {
        return register(kind, 20_000, ward, null, null, List.of());
    }

    private static RegisterPlot register(
            String kind,
            long squareMetres,
            String ward,
            @Nullable Boundary boundary,
            Boundary.@Nullable Point location,
            List<Numbered> codes) {
        return new RegisterPlot(
                P1,
                HO_DAC_KIEN,
                "P1",
                kind,
                squareMetres,
                ward,
                boundary,
                location,
                codes,
                kind.equals("orchard") ? List.of(new Block("A", 120)) : List.of(),
                on("01-01"));
    }

    private static PlotRegistered registered(RegisterPlot command, Flag... flags) {
        return new PlotRegistered(
                command.plot(),
                command.cooperative(),
                command.code(),
                command.kind(),
                command.areaSquareMetres(),
                command.ward(),
                command.boundary(),
                command.location(),
                command.codes(),
                command.blocks(),
                List.of(flags),
                command.happenedAt());
    }

    @Test
    void a_plot_is_registered() {
        farm.givenNoPriorActivity().when(register("rice-field", "31570")).expectEvents(plot());
        assertThat(asked).containsExactly(new Vouch(HO_DAC_KIEN, Set.of(Role.COOPERATIVE)));
    }

    @Test
    void a_plot_belongs_to_a_cooperative_that_is_there() {
        var no = new OrganisationRefusal.WrongKind(HO_DAC_KIEN, "trader", List.of("cooperative"));
        says(Vouch.class, no);
        farm.givenNoPriorActivity()
                .when(register("rice-field", "31570"))
                .expectException(refused(no))
                .expectNoEvents();
    }

    @Test
    void a_plot_lies_in_a_ward_of_today() {
        farm.givenNoPriorActivity()
                .when(register("rice-field", "31571"))
                .expectException(refused(new PlotRefusal.UnknownWard("31571")));
    }

    @Test
    void a_plot_is_of_a_kind_in_the_catalogue() {
        farm.givenNoPriorActivity()
                .when(register("garden", "31570"))
                .expectException(refused(new PlotRefusal.UnknownKind(
                        "garden",
                        List.of("extensive-pond", "lined-pond", "orchard", "pond", "rice-field", "rice-shrimp"))));
    }

    @Test
    void a_plot_with_an_outline_claims_its_land() {
        var command = register("rice-field", 20_000, "31570", rectangle(-100, 0, 200, 100), null, List.of());
        farm.givenNoPriorActivity().when(command).expectEvents(registered(command));
        assertThat(asked(ClaimLand.class)).extracting(ClaimLand::tile).contains("land/970/10584", "land/970/10585");
    }

    @Test
    void a_plot_whose_place_cannot_be_right_claims_nothing() {
        farm.givenNoPriorActivity()
                .when(register("rice-field", 30_000, "31570", rectangle(0, 0, 200, 100), null, List.of()))
                .expectException(
                        refused(new PlotRefusal.AreaDiffers(30_000, 20_000, percent("5"), "rules.md geometry [I]")))
                .expectNoEvents();
        assertThat(asked).isEmpty();
    }

    @Test
    void a_pond_is_known_by_a_point() {
        var command = register("pond", 3_000, "31570", null, at(0, 0), List.of());
        farm.givenNoPriorActivity().when(command).expectEvents(registered(command));
    }

    @Test
    void an_orchard_has_blocks() {
        var command = register("orchard", 8_000, "31528", null, null, List.of());
        farm.givenNoPriorActivity().when(command).expectEvents(registered(command));
    }

    // ---- numbers that authorities gave it

    private static RegisterPlot numbered(String scheme, String number) {
        return register("rice-field", 20_000, "31570", null, null, List.of(new Numbered(scheme, number)));
    }

    @Test
    void a_plots_number_is_kept_as_it_was_given() {
        var command = numbered("growing-area", "VN-94-946-31570-0012");
        farm.givenNoPriorActivity().when(command).expectEvents(registered(command));
    }

    @Test
    void the_district_of_a_plots_number_may_be_missing_since_there_are_none() {
        var command = numbered("growing-area", "VN-92-31570-0012");
        farm.givenNoPriorActivity().when(command).expectEvents(registered(command));
    }

    @Test
    void a_plots_number_that_looks_unlike_others_is_kept_with_a_doubt() {
        var command = numbered("growing-area-export", "STOR-12");
        var doubt = new Flag(
                "plot-code-unusual", "STOR-12", null, null, "rules.md fruit (by examples such as VN-TGOR-0095) [I]");
        farm.givenNoPriorActivity().when(command).expectEvents(registered(command, doubt));
    }

    @Test
    void a_plots_number_is_of_a_scheme_in_the_catalogue() {
        farm.givenNoPriorActivity()
                .when(numbered("cadastre", "12"))
                .expectException(refused(new PlotRefusal.UnknownPlotCode(
                        "cadastre", List.of("growing-area", "growing-area-export", "pond"))));
    }
}
