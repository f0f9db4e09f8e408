package vn.nguongoc.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.hamcrest.Matchers.equalTo;
import static vn.nguongoc.Farm.CATALOGUE;
import static vn.nguongoc.Farm.HO_DAC_KIEN;
import static vn.nguongoc.Farm.P1;
import static vn.nguongoc.Farm.P2;
import static vn.nguongoc.Farm.PADDY;
import static vn.nguongoc.Farm.cooperative;
import static vn.nguongoc.Farm.on;
import static vn.nguongoc.Refusals.refused;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nguongoc.Farm;
import vn.nguongoc.organisation.OrganisationCommand.AddCertificate;
import vn.nguongoc.organisation.OrganisationCommand.AskClaims;
import vn.nguongoc.organisation.OrganisationCommand.AskFacility;
import vn.nguongoc.organisation.OrganisationCommand.WithdrawCertificate;
import vn.nguongoc.organisation.event.Certificate;
import vn.nguongoc.organisation.event.Certificate.CoveredPlot;
import vn.nguongoc.organisation.event.OrganisationEvent.CertificateAdded;
import vn.nguongoc.organisation.event.OrganisationEvent.CertificateWithdrawn;
import vn.nguongoc.shared.PlotId;

/** What a cooperative's certificates must be like, and what may be claimed because of them. */
class CertificateTest {
    private static final String GRADED = "graded-rice-st25";
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2028, 12, 31);

    private FixtureConfiguration<Organisation> record;

    @BeforeEach
    void withTheCatalogue() {
        record = new AggregateTestFixture<>(Organisation.class)
                .registerInjectableResource(CATALOGUE)
                .registerInjectableResource(Farm.FILES);
    }

    /** A certificate that is in order, and each of its fields in turn not. */
    private record Paper(
            String scheme,
            String number,
            Set<String> products,
            List<CoveredPlot> plots,
            @Nullable String facility,
            @Nullable String market,
            @Nullable Long area,
            LocalDate from,
            LocalDate until) {

        /** VietGAP for paddy from P1 (two hectares), three calendar years. */
        static Paper vietgap() {
            return new Paper(
                    "vietgap", "VG-1", Set.of(PADDY), List.of(covered(P1, 20_000)), null, null, null, FIRST, LAST);
        }

        static Paper packingHouse() {
            return new Paper(
                    "packing-house-export", "PH-1", Set.of(GRADED), List.of(), "Nhà gói", "us", null, FIRST, LAST);
        }

        Paper scheme(String other) {
            return new Paper(other, number, products, plots, facility, market, area, from, until);
        }

        Paper number(String other) {
            return new Paper(scheme, other, products, plots, facility, market, area, from, until);
        }

        Paper of(String... others) {
            return new Paper(scheme, number, Set.of(others), plots, facility, market, area, from, until);
        }

        Paper covering(CoveredPlot... others) {
            return new Paper(scheme, number, products, List.of(others), facility, market, area, from, until);
        }

        Paper facility(@Nullable String other) {
            return new Paper(scheme, number, products, plots, other, market, area, from, until);
        }

        Paper market(@Nullable String other) {
            return new Paper(scheme, number, products, plots, facility, other, area, from, until);
        }

        Paper area(long squareMetres) {
            return new Paper(scheme, number, products, plots, facility, market, squareMetres, from, until);
        }

        Paper valid(LocalDate first, LocalDate last) {
            return new Paper(scheme, number, products, plots, facility, market, area, first, last);
        }

        Certificate certificate() {
            return new Certificate(
                    scheme, number, "Tổ chức chứng nhận", products, plots, facility, market, area, from, until);
        }

        AddCertificate added() {
            return new AddCertificate(HO_DAC_KIEN, certificate(), on("02-01"));
        }

        CertificateAdded wasAdded() {
            return new CertificateAdded(HO_DAC_KIEN, certificate(), on("02-01"));
        }
    }

    private static CoveredPlot covered(PlotId plot, long squareMetres) {
        return new CoveredPlot(plot, squareMetres);
    }

    private void accepted(Paper paper) {
        record.given(cooperative()).when(paper.added()).expectEvents(paper.wasAdded());
    }

    private void refusedBecause(OrganisationRefusal because, Paper paper) {
        record.given(cooperative()).when(paper.added()).expectException(refused(because));
    }

    private static String source(String scheme) {
        return CATALOGUE.scheme(scheme).orElseThrow().source().text();
    }

    // ---- what a certificate must be like

    @Test
    void certificates_of_plots_and_of_facilities_are_recorded() {
        accepted(Paper.vietgap());
        accepted(Paper.packingHouse());
        accepted(Paper.vietgap().scheme("growing-area-export").market("cn"));
    }

    @Test
    void a_scheme_is_one_of_the_catalogue() {
        var known = CATALOGUE.schemeCodes().stream().sorted().toList();
        refusedBecause(
                new OrganisationRefusal.UnknownScheme("vietgab", known),
                Paper.vietgap().scheme("vietgab"));
    }

    @Test
    void a_number_stands_once_within_its_scheme() {
        record.given(cooperative(), Paper.vietgap().wasAdded())
                .when(Paper.vietgap().added())
                .expectException(refused(new OrganisationRefusal.CertificateIsThere("vietgap", "VG-1")));
        record.given(cooperative(), Paper.vietgap().wasAdded(), withdrawn(LAST))
                .when(Paper.vietgap().added())
                .expectException(refused(new OrganisationRefusal.CertificateIsThere("vietgap", "VG-1")));
        record.given(cooperative(), Paper.vietgap().wasAdded())
                .when(Paper.vietgap().number("VG-2").added())
                .expectSuccessfulHandlerExecution();
        record.given(cooperative(), Paper.vietgap().wasAdded())
                .when(Paper.vietgap().scheme("growing-area-export").market("eu").added())
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void it_is_for_products_of_the_catalogue_and_of_its_schemes_families() {
        var known = CATALOGUE.productCodes().stream().sorted().toList();
        refusedBecause(
                new OrganisationRefusal.UnknownProduct("paddy-st24", known),
                Paper.vietgap().of(PADDY, "paddy-st24"));
        refusedBecause(
                new OrganisationRefusal.NotForThisFamily("asc", PADDY, "rice", List.of("shrimp")),
                Paper.vietgap().scheme("asc"));
    }

    @Test
    void it_ends_on_its_first_day_at_the_earliest() {
        accepted(Paper.vietgap().valid(FIRST, FIRST));
        refusedBecause(
                new OrganisationRefusal.EndsBeforeItBegins(FIRST, FIRST.minusDays(1)),
                Paper.vietgap().valid(FIRST, FIRST.minusDays(1)));
    }

    @Test
    void it_ends_on_its_last_anniversary_at_the_latest() {
        var third = LocalDate.of(2029, 1, 1);
        accepted(Paper.vietgap().valid(FIRST, third));
        refusedBecause(
                new OrganisationRefusal.ValidTooLong("vietgap", FIRST, third.plusDays(1), third, 3, source("vietgap")),
                Paper.vietgap().valid(FIRST, third.plusDays(1)));
        var first = LocalDate.of(2027, 1, 1);
        accepted(Paper.vietgap().scheme("globalgap").valid(FIRST, first));
        refusedBecause(
                new OrganisationRefusal.ValidTooLong(
                        "globalgap", FIRST, first.plusDays(1), first, 1, source("globalgap")),
                Paper.vietgap().scheme("globalgap").valid(FIRST, first.plusDays(1)));
    }

    @Test
    void it_is_for_a_market_where_its_scheme_has_markets_and_only_there() {
        var markets = List.of("cn", "eu", "jp", "kr", "us", "vn");
        refusedBecause(
                new OrganisationRefusal.MarketMissing("packing-house-export", markets),
                Paper.packingHouse().market(null));
        refusedBecause(
                new OrganisationRefusal.UnknownMarket("uk", markets),
                Paper.packingHouse().market("uk"));
        refusedBecause(
                new OrganisationRefusal.MarketNotWanted("vietgap", "us"),
                Paper.vietgap().market("us"));
    }

    @Test
    void it_names_what_its_scheme_covers() {
        refusedBecause(
                new OrganisationRefusal.PlotsMissing("vietgap"), Paper.vietgap().covering());
        refusedBecause(
                new OrganisationRefusal.FacilityMissing("packing-house-export"),
                Paper.packingHouse().facility(null));
        refusedBecause(
                new OrganisationRefusal.PlotListedTwice(P1),
                Paper.vietgap().covering(covered(P1, 10_000), covered(P1, 10_000)));
    }

    @Test
    void its_plots_together_have_at_most_the_area_that_is_certified() {
        var both = Paper.vietgap().covering(covered(P1, 20_000), covered(P2, 15_000));
        accepted(both.area(35_000));
        refusedBecause(new OrganisationRefusal.MoreThanCertified(35_000, 34_999), both.area(34_999));
    }

    @Test
    void a_certificate_without_a_number_a_product_or_any_area_is_none() {
        var paper = Paper.vietgap();
        assertThatIllegalArgumentException().isThrownBy(() -> paper.number(" ").certificate());
        assertThatIllegalArgumentException().isThrownBy(() -> paper.of().certificate());
        assertThatIllegalArgumentException().isThrownBy(() -> paper.area(0).certificate());
        assertThatIllegalArgumentException().isThrownBy(() -> covered(P1, 0));
        assertThat(paper.area(1).certificate().areaSquareMetres()).isEqualTo(1);
        assertThat(covered(P1, 1).areaSquareMetres()).isEqualTo(1);
    }

    // ---- withdrawing

    private static WithdrawCertificate withdraw(String number, LocalDate from) {
        return new WithdrawCertificate(HO_DAC_KIEN, "vietgap", number, from, "Không còn đạt", on("03-06"));
    }

    private static CertificateWithdrawn withdrawn(LocalDate from) {
        return new CertificateWithdrawn(HO_DAC_KIEN, "vietgap", "VG-1", from, "Không còn đạt", on("03-06"));
    }

    @Test
    void a_certificate_is_withdrawn_once() {
        record.given(cooperative(), Paper.vietgap().wasAdded())
                .when(withdraw("VG-1", LAST))
                .expectEvents(withdrawn(LAST));
        record.given(cooperative(), Paper.vietgap().wasAdded(), withdrawn(LAST))
                .when(withdraw("VG-1", FIRST))
                .expectException(refused(new OrganisationRefusal.AlreadyWithdrawn("vietgap", "VG-1", FIRST, LAST)));
    }

    @Test
    void what_is_not_there_cannot_be_withdrawn() {
        record.given(cooperative(), Paper.vietgap().wasAdded())
                .when(withdraw("VG-2", LAST))
                .expectException(refused(new OrganisationRefusal.CertificateNotThere("vietgap", "VG-2")));
    }

    // ---- claims

    private TestExecutor<Organisation> holding(Paper... papers) {
        var given = record.given(cooperative());
        for (var paper : papers) {
            given = given.andGiven(paper.wasAdded());
        }
        return given;
    }

    private static AskClaims plot(PlotId plot, long squareMetres, LocalDate day) {
        return new AskClaims(HO_DAC_KIEN, PADDY, plot, squareMetres, day);
    }

    private static AskFacility facility(String name, LocalDate day) {
        return new AskFacility(HO_DAC_KIEN, name, GRADED, day);
    }

    private static void claims(TestExecutor<Organisation> given, Object question, String... claims) {
        given.when(question).expectNoEvents().expectResultMessagePayloadMatching(equalTo(Set.of(claims)));
    }

    @Test
    void it_is_valid_on_its_first_day_and_its_last_and_not_the_day_before_or_after() {
        claims(holding(Paper.vietgap()), plot(P1, 20_000, FIRST.minusDays(1)));
        claims(holding(Paper.vietgap()), plot(P1, 20_000, FIRST), "vietgap");
        claims(holding(Paper.vietgap()), plot(P1, 20_000, LAST), "vietgap");
        claims(holding(Paper.vietgap()), plot(P1, 20_000, LAST.plusDays(1)));
    }

    @Test
    void a_withdrawn_one_is_valid_until_the_day_before() {
        var from = LocalDate.of(2026, 6, 1);
        claims(holding(Paper.vietgap()).andGiven(withdrawn(from)), plot(P1, 20_000, from.minusDays(1)), "vietgap");
        claims(holding(Paper.vietgap()).andGiven(withdrawn(from)), plot(P1, 20_000, from));
        claims(
                holding(Paper.vietgap(), Paper.vietgap().number("VG-2")).andGiven(withdrawn(from)),
                plot(P1, 20_000, from),
                "vietgap");
    }

    @Test
    void it_covers_a_plot_up_to_the_area_that_it_lists() {
        claims(holding(Paper.vietgap()), plot(P1, 20_000, FIRST), "vietgap");
        claims(holding(Paper.vietgap()), plot(P1, 20_001, FIRST));
        claims(holding(Paper.vietgap()), plot(P2, 1, FIRST));
        var both = Paper.vietgap().covering(covered(P1, 20_000), covered(P2, 15_000));
        claims(holding(both), plot(P2, 15_000, FIRST), "vietgap");
        claims(holding(both), plot(P2, 15_001, FIRST));
    }

    @Test
    void it_covers_only_its_products() {
        claims(holding(Paper.vietgap().of(GRADED)), plot(P1, 20_000, FIRST));
        claims(holding(Paper.vietgap().of(GRADED, PADDY)), plot(P1, 20_000, FIRST), "vietgap");
        claims(holding(Paper.packingHouse().of(PADDY)), facility("Nhà gói", FIRST));
    }

    @Test
    void claims_add_up_and_name_their_market() {
        var area = Paper.vietgap().scheme("growing-area-export");
        claims(
                holding(Paper.vietgap(), area.market("us"), area.market("cn").number("CN-1")),
                plot(P1, 20_000, FIRST),
                "vietgap",
                "growing-area/us",
                "growing-area/cn");
    }

    @Test
    void a_facility_is_known_by_the_name_that_steps_call_it() {
        claims(holding(Paper.packingHouse()), facility("Nhà gói", FIRST.minusDays(1)));
        claims(holding(Paper.packingHouse()), facility("Nhà gói", FIRST), "packing-house/us");
        claims(holding(Paper.packingHouse()), facility("Nhà gói", LAST), "packing-house/us");
        claims(holding(Paper.packingHouse()), facility("Nhà gói", LAST.plusDays(1)));
        claims(holding(Paper.packingHouse()), facility("Nhà gói 2", FIRST));
    }

    @Test
    void a_certificate_of_plots_says_nothing_of_a_facility_and_one_of_a_facility_nothing_of_plots() {
        claims(holding(Paper.vietgap().of(GRADED).facility("Nhà gói")), facility("Nhà gói", FIRST));
        claims(holding(Paper.packingHouse().of(PADDY).covering(covered(P1, 20_000))), plot(P1, 20_000, FIRST));
    }
}
