package vn.nguongoc.organisation;

import static vn.nguongoc.Farm.CATALOGUE;
import static vn.nguongoc.Farm.HO_DAC_KIEN;
import static vn.nguongoc.Farm.cooperative;
import static vn.nguongoc.Farm.on;
import static vn.nguongoc.Refusals.refused;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nguongoc.organisation.OrganisationCommand.RegisterCooperative;
import vn.nguongoc.organisation.OrganisationCommand.Vouch;
import vn.nguongoc.shared.Gs1;

class OrganisationTest {
    private FixtureConfiguration<Organisation> record;

    @BeforeEach
    void withTheCatalogue() {
        record = new AggregateTestFixture<>(Organisation.class).registerInjectableResource(CATALOGUE);
    }

    private static RegisterCooperative register(String gln, String ward) {
        return new RegisterCooperative(HO_DAC_KIEN, "HTX Hồ Đắc Kiện Xanh", new Gs1(gln), ward, on("01-01"));
    }

    @Test
    void a_cooperative_is_registered() {
        record.givenNoPriorActivity().when(register("9520001009013", "31570")).expectEvents(cooperative());
    }

    @Test
    void a_ward_is_one_of_today() {
        record.givenNoPriorActivity()
                .when(register("9520001009013", "99999"))
                .expectException(refused(new OrganisationRefusal.UnknownWard("99999")));
    }

    @Test
    void a_location_number_has_thirteen_digits() {
        record.givenNoPriorActivity()
                .when(register("96385074", "31570"))
                .expectException(refused(new OrganisationRefusal.NotALocationNumber("96385074")));
    }

    @Test
    void vouching_changes_nothing() {
        record.given(cooperative())
                .when(new Vouch(HO_DAC_KIEN))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }
}
