package vn.nguongoc.lot;

import static vn.nguongoc.Farm.CATALOGUE;
import static vn.nguongoc.Farm.HOA_TU;
import static vn.nguongoc.Farm.HO_DAC_KIEN;
import static vn.nguongoc.Farm.LOT;
import static vn.nguongoc.Farm.harvested;
import static vn.nguongoc.Farm.on;
import static vn.nguongoc.Refusals.refused;
import static vn.nguongoc.lot.Lots.LAB;

import java.util.List;
import java.util.Set;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.lot.LotCommand.OrderTests;
import vn.nguongoc.lot.event.LotEvent.TestsOrdered;
import vn.nguongoc.organisation.OrganisationCommand.Party;
import vn.nguongoc.organisation.OrganisationCommand.Vouch;
import vn.nguongoc.organisation.OrganisationRefusal;
import vn.nguongoc.organisation.Role;
import vn.nguongoc.organisation.event.PartnerKind;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Refused;

/** Who has a lot asks a laboratory to test it. */
class TestOrderTest {
    private final FixtureConfiguration<HarvestLot> barn = Lots.barn();

    private static OrderTests order(OrganisationId by, String dayMonth, String... tests) {
        return new OrderTests(LOT, by, LAB, List.of(tests), "QL-01", on(dayMonth));
    }

    @Test
    void each_test_is_ordered_once_of_a_partner_that_is_a_laboratory() {
        barn.registerCommandHandler(
                Vouch.class,
                asked -> asked.getPayload().equals(new Vouch(LAB, Set.of(Role.LABORATORY)))
                        ? new Party(LAB, "Trung tâm phân tích", PartnerKind.LABORATORY)
                        : "somebody else");
        barn.given(harvested(LOT, 13_200))
                .when(order(HO_DAC_KIEN, "25-04", "variety-dna", "residue", "residue"))
                .expectEvents(new TestsOrdered(LOT, LAB, List.of("residue", "variety-dna"), "QL-01", on("25-04")));
    }

    @Test
    void whoever_is_no_laboratory_tests_nothing() {
        var trader = new OrganisationRefusal.WrongKind(LAB, "trader", List.of("laboratory"));
        barn.registerCommandHandler(Vouch.class, vouch -> {
            throw new Refused(trader);
        });
        barn.given(harvested(LOT, 13_200))
                .when(order(HO_DAC_KIEN, "25-04", "residue"))
                .expectException(refused(trader))
                .expectNoEvents();
    }

    @Test
    void only_who_has_the_lot_orders_and_only_once_it_is_there() {
        barn.given(harvested(LOT, 13_200))
                .when(order(HOA_TU, "25-04", "residue"))
                .expectException(refused(new LogRefusal.NotFound(LOT.value())));
        Lots.barn()
                .given(harvested(LOT, 13_200))
                .when(order(HO_DAC_KIEN, "23-04", "residue"))
                .expectException(refused(new LotRefusal.BeforeItExisted(LOT, on("23-04"), on("24-04"))));
    }

    @Test
    void a_test_that_nobody_knows_is_refused_with_those_that_are_known() {
        barn.given(harvested(LOT, 13_200))
                .when(order(HO_DAC_KIEN, "25-04", "residue", "taste"))
                .expectException(refused(
                        new LotRefusal.UnknownTest("taste", CATALOGUE.terms().labTestCodes())))
                .expectNoEvents();
    }
}
