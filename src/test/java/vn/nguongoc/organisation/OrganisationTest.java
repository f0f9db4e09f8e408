package vn.nguongoc.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vn.nguongoc.Farm.CATALOGUE;
import static vn.nguongoc.Farm.HO_DAC_KIEN;
import static vn.nguongoc.Farm.PARTNER;
import static vn.nguongoc.Farm.cooperative;
import static vn.nguongoc.Farm.on;
import static vn.nguongoc.Farm.partner;
import static vn.nguongoc.Refusals.refused;

import java.util.List;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import vn.nguongoc.Farm;
import vn.nguongoc.organisation.OrganisationCommand.Party;
import vn.nguongoc.organisation.OrganisationCommand.RegisterCooperative;
import vn.nguongoc.organisation.OrganisationCommand.RegisterPartner;
import vn.nguongoc.organisation.OrganisationCommand.Vouch;
import vn.nguongoc.organisation.event.OrganisationEvent.PartnerRegistered;
import vn.nguongoc.organisation.event.PartnerKind;
import vn.nguongoc.shared.Gs1;

class OrganisationTest {
    private FixtureConfiguration<Organisation> record;

    @BeforeEach
    void withTheCatalogue() {
        record = new AggregateTestFixture<>(Organisation.class)
                .registerInjectableResource(CATALOGUE)
                .registerInjectableResource(Farm.FILES);
    }

    // ---- registering

    private static RegisterCooperative register(String gln, String ward) {
        return new RegisterCooperative(HO_DAC_KIEN, "HTX Hồ Đắc Kiện Xanh", new Gs1(gln), ward, on("01-01"));
    }

    private static RegisterPartner register(@Nullable Gs1 gln, @Nullable String ward) {
        return new RegisterPartner(PARTNER, "Nhà máy", PartnerKind.PROCESSOR, gln, ward, on("01-01"));
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
        record.givenNoPriorActivity()
                .when(register((Gs1) null, "99999"))
                .expectException(refused(new OrganisationRefusal.UnknownWard("99999")));
    }

    @Test
    void a_location_number_has_thirteen_digits() {
        record.givenNoPriorActivity()
                .when(register("96385074", "31570"))
                .expectException(refused(new OrganisationRefusal.NotALocationNumber("96385074")));
        record.givenNoPriorActivity()
                .when(register(new Gs1("96385074"), null))
                .expectException(refused(new OrganisationRefusal.NotALocationNumber("96385074")));
    }

    @Test
    void a_partner_is_registered_with_a_location_number_and_a_ward_or_without() {
        var gln = new Gs1("9520001009013");
        record.givenNoPriorActivity()
                .when(register(gln, "31570"))
                .expectEvents(
                        new PartnerRegistered(PARTNER, "Nhà máy", PartnerKind.PROCESSOR, gln, "31570", on("01-01")));
        record.givenNoPriorActivity()
                .when(register((Gs1) null, null))
                .expectEvents(
                        new PartnerRegistered(PARTNER, "Nhà máy", PartnerKind.PROCESSOR, null, null, on("01-01")));
    }

    @Test
    void a_kind_is_written_in_lower_case_and_nothing_else_is_one() {
        assertThat(PartnerKind.named("laboratory")).isEqualTo(PartnerKind.LABORATORY);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PartnerKind.named("LABORATORY"))
                .withMessageContaining("processor, trader");
    }

    // ---- vouching

    @Test
    void vouching_says_who_it_is_and_changes_nothing() {
        record.given(cooperative())
                .when(new Vouch(HO_DAC_KIEN))
                .expectNoEvents()
                .expectResultMessagePayload(new Party(HO_DAC_KIEN, "HTX Hồ Đắc Kiện Xanh", null));
    }

    @Test
    void vouching_for_a_partner_says_what_it_does() {
        record.given(partner(PartnerKind.INSPECTOR))
                .when(new Vouch(PARTNER))
                .expectNoEvents()
                .expectResultMessagePayload(new Party(PARTNER, "Đối tác", PartnerKind.INSPECTOR));
    }

    @ParameterizedTest
    @EnumSource(names = {"PROCESSOR", "TRADER", "CARRIER", "RETAILER"})
    void these_partners_may_hold_goods(PartnerKind kind) {
        record.given(partner(kind))
                .when(new Vouch(PARTNER, Set.of(Role.HOLDER)))
                .expectResultMessagePayload(new Party(PARTNER, "Đối tác", kind));
    }

    @ParameterizedTest
    @EnumSource(names = {"LABORATORY", "CERTIFIER", "INSPECTOR"})
    void these_partners_may_not_hold_goods(PartnerKind kind) {
        refusedAs(kind, Set.of(Role.HOLDER), List.of("cooperative", "processor", "trader", "carrier", "retailer"));
    }

    @ParameterizedTest
    @EnumSource(names = "LABORATORY", mode = Mode.EXCLUDE)
    void only_a_laboratory_is_a_laboratory(PartnerKind kind) {
        refusedAs(kind, Set.of(Role.LABORATORY), List.of("laboratory"));
    }

    @ParameterizedTest
    @EnumSource
    void no_partner_is_a_cooperative(PartnerKind kind) {
        refusedAs(kind, Set.of(Role.COOPERATIVE), List.of("cooperative"));
    }

    private void refusedAs(PartnerKind kind, Set<Role> as, List<String> kinds) {
        record.given(partner(kind))
                .when(new Vouch(PARTNER, as))
                .expectException(refused(new OrganisationRefusal.WrongKind(PARTNER, kind.code(), kinds)));
    }

    @Test
    void a_cooperative_holds_goods_and_tests_none() {
        record.given(cooperative())
                .when(new Vouch(HO_DAC_KIEN, Set.of(Role.HOLDER)))
                .expectSuccessfulHandlerExecution();
        record.given(cooperative())
                .when(new Vouch(HO_DAC_KIEN, Set.of(Role.COOPERATIVE)))
                .expectSuccessfulHandlerExecution();
        record.given(cooperative())
                .when(new Vouch(HO_DAC_KIEN, Set.of(Role.LABORATORY)))
                .expectException(
                        refused(new OrganisationRefusal.WrongKind(HO_DAC_KIEN, "cooperative", List.of("laboratory"))));
    }

    @Test
    void one_role_of_many_is_enough() {
        var either = Set.of(Role.LABORATORY, Role.COOPERATIVE);
        record.given(partner(PartnerKind.LABORATORY))
                .when(new Vouch(PARTNER, either))
                .expectSuccessfulHandlerExecution();
        refusedAs(PartnerKind.TRADER, either, List.of("cooperative", "laboratory"));
    }
}
