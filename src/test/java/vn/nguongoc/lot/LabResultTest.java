package vn.nguongoc.lot;

import static vn.nguongoc.Farm.CATALOGUE;
import static vn.nguongoc.Farm.HOA_TU;
import static vn.nguongoc.Farm.HO_DAC_KIEN;
import static vn.nguongoc.Farm.LOT;
import static vn.nguongoc.Farm.day;
import static vn.nguongoc.Farm.harvested;
import static vn.nguongoc.Farm.kilograms;
import static vn.nguongoc.Farm.on;
import static vn.nguongoc.Farm.percent;
import static vn.nguongoc.Refusals.refused;
import static vn.nguongoc.lot.Lots.LAB;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.lot.LotCommand.RecordLabResult;
import vn.nguongoc.lot.event.HoldCause;
import vn.nguongoc.lot.event.LotEvent.Finding;
import vn.nguongoc.lot.event.LotEvent.LabResultRecorded;
import vn.nguongoc.lot.event.LotEvent.LotHeld;
import vn.nguongoc.lot.event.LotEvent.LotProduced;
import vn.nguongoc.lot.event.LotEvent.Verdict;
import vn.nguongoc.lot.event.Pedigree;
import vn.nguongoc.organisation.OrganisationCommand.Party;
import vn.nguongoc.organisation.OrganisationCommand.Vouch;
import vn.nguongoc.organisation.OrganisationRefusal;
import vn.nguongoc.organisation.Role;
import vn.nguongoc.organisation.event.PartnerKind;
import vn.nguongoc.shared.Flag;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Refused;

class LabResultTest {
    private static final Pedigree BARE = Pedigree.of(on("24-04"));
    private static final String EU_LIMIT = "rules.md 7 (EU MRL of tricyclazole) [K]";
    private static final String BANNED_ON_CROPS = "rules.md 8 (banned on crops) [K]";
    private static final String BANNED_IN_PONDS = "Circular 10/2016/TT-BNNPTNT [V]";

    private final FixtureConfiguration<HarvestLot> barn = Lots.barn();

    private static Finding found(String substance, String milligrams) {
        return new Finding(substance, new BigDecimal(milligrams));
    }

    private static RecordLabResult report(Verdict verdict, Finding... findings) {
        return new RecordLabResult(LOT, HO_DAC_KIEN, "residue", verdict, LAB, "KN-1", List.of(findings), on("14-05"));
    }

    private static LabResultRecorded recorded(RecordLabResult report, Pedigree pedigree, Flag... doubts) {
        return new LabResultRecorded(
                LOT,
                report.test(),
                report.verdict(),
                "Phòng thử",
                "KN-1",
                LAB,
                report.findings(),
                pedigree,
                List.of(doubts),
                on("14-05"));
    }

    // ---- who says so

    @Test
    void a_laboratory_test_is_one_of_the_catalogue() {
        barn.given(harvested(LOT, 13_200))
                .when(new RecordLabResult(LOT, HO_DAC_KIEN, "taste", Verdict.PASS, LAB, null, List.of(), on("14-05")))
                .expectException(refused(
                        new LotRefusal.UnknownTest("taste", CATALOGUE.terms().labTestCodes())));
    }

    @Test
    void a_result_is_signed_by_a_laboratory_under_its_own_name() {
        barn.registerCommandHandler(Vouch.class, asked -> {
            var vouch = (Vouch) asked.getPayload();
            return vouch.equals(new Vouch(LAB, Set.of(Role.LABORATORY)))
                    ? new Party(LAB, "Trung tâm phân tích", PartnerKind.LABORATORY)
                    : "somebody else";
        });
        barn.given(harvested(LOT, 13_200))
                .when(new RecordLabResult(
                        LOT, HO_DAC_KIEN, "variety-dna", Verdict.PASS, LAB, null, List.of(), on("14-05")))
                .expectEvents(new LabResultRecorded(
                        LOT,
                        "variety-dna",
                        Verdict.PASS,
                        "Trung tâm phân tích",
                        null,
                        LAB,
                        List.of(),
                        BARE.passing("variety-dna", day("14-05")),
                        List.of(),
                        on("14-05")));
    }

    @Test
    void whoever_is_no_laboratory_finds_nothing() {
        var trader = new OrganisationRefusal.WrongKind(LAB, "trader", List.of("laboratory"));
        barn.registerCommandHandler(Vouch.class, vouch -> {
            throw new Refused(trader);
        });
        barn.given(harvested(LOT, 13_200))
                .when(report(Verdict.PASS))
                .expectException(refused(trader))
                .expectNoEvents();
    }

    @Test
    void it_is_entered_by_whoever_holds_the_lot_once_it_is_there() {
        barn.given(harvested(LOT, 13_200))
                .when(entered(HOA_TU, "14-05"))
                .expectException(refused(new LogRefusal.NotFound(LOT.value())));
        Lots.barn()
                .given(harvested(LOT, 13_200))
                .when(entered(HO_DAC_KIEN, "23-04"))
                .expectException(refused(new LotRefusal.BeforeItExisted(LOT, on("23-04"), on("24-04"))));
    }

    private static RecordLabResult entered(OrganisationId by, String dayMonth) {
        return new RecordLabResult(LOT, by, "residue", Verdict.PASS, LAB, null, List.of(), on(dayMonth));
    }

    // ---- what it says

    @Test
    void a_failure_holds_the_lot_until_the_test_is_passed() {
        var report = report(Verdict.FAIL);
        barn.given(harvested(LOT, 13_200))
                .when(report)
                .expectEvents(
                        recorded(report, BARE),
                        new LotHeld(LOT, "1", HoldCause.LAB_FAILED, "residue", "residue", "residue", on("14-05")));
    }

    @Test
    void a_failure_takes_back_an_earlier_pass() {
        var report = report(Verdict.FAIL);
        var passed = recorded(report(Verdict.PASS), BARE.passing("residue", day("14-05")));
        barn.given(harvested(LOT, 13_200), passed)
                .when(report)
                .expectEvents(
                        recorded(report, BARE),
                        new LotHeld(LOT, "1", HoldCause.LAB_FAILED, "residue", "residue", "residue", on("14-05")));
    }

    // ---- what was found

    @Test
    void a_residue_at_the_limit_of_a_market_leaves_it_open() {
        var report = report(Verdict.PASS, found("tricyclazole", "0.01"));
        barn.given(harvested(LOT, 13_200))
                .when(report)
                .expectEvents(recorded(report, BARE.passing("residue", day("14-05"))));
    }

    @Test
    void a_residue_above_the_limit_of_a_market_closes_it() {
        var report = report(Verdict.PASS, found("Tricyclazole", "0.011"));
        barn.given(harvested(LOT, 13_200))
                .when(report)
                .expectEvents(recorded(
                        report,
                        BARE.passing("residue", day("14-05")).barring("eu", "tricyclazole"),
                        new Flag(
                                "residue-above-limit",
                                "Tricyclazole, eu",
                                percent("0.011"),
                                percent("0.01"),
                                EU_LIMIT)));
    }

    private static LotProduced sprayed() {
        return Lots.made(
                "graded-rice-st25",
                kilograms(100),
                null,
                BARE.barring("eu", "tricyclazole").barring("eu", "hexaconazole"));
    }

    @Test
    void a_market_that_was_closed_because_it_was_sprayed_opens_for_that_substance_only() {
        var report = new RecordLabResult(
                LOT,
                HO_DAC_KIEN,
                "residue",
                Verdict.PASS,
                LAB,
                "KN-1",
                List.of(found("tricyclazole", "0.01")),
                on("19-05"));
        barn.given(sprayed())
                .when(report)
                .expectEvents(new LabResultRecorded(
                        LOT,
                        "residue",
                        Verdict.PASS,
                        "Phòng thử",
                        "KN-1",
                        LAB,
                        report.findings(),
                        BARE.passing("residue", day("19-05")).barring("eu", "hexaconazole"),
                        List.of(),
                        on("19-05")));
    }

    @Test
    void of_one_substance_found_twice_the_higher_counts() {
        var above = new Flag("residue-above-limit", "tricyclazole, eu", percent("0.02"), percent("0.01"), EU_LIMIT);
        var closed = BARE.passing("residue", day("14-05")).barring("eu", "tricyclazole");
        var rising = report(Verdict.PASS, found("tricyclazole", "0.001"), found("tricyclazole", "0.02"));
        barn.given(harvested(LOT, 13_200)).when(rising).expectEvents(recorded(rising, closed, above));
        var falling = report(Verdict.PASS, found("tricyclazole", "0.02"), found("tricyclazole", "0.001"));
        Lots.barn().given(harvested(LOT, 13_200)).when(falling).expectEvents(recorded(falling, closed, above));
    }

    @Test
    void any_trace_of_what_is_banned_holds_the_lot_for_good_whatever_the_verdict() {
        var report = report(Verdict.PASS, found("tricyclazole", "0.02"), found("Carbendazim", "0.001"));
        barn.given(harvested(LOT, 13_200))
                .when(report)
                .expectEvents(
                        recorded(
                                report,
                                BARE.passing("residue", day("14-05")).barring("eu", "tricyclazole"),
                                new Flag(
                                        "residue-above-limit",
                                        "tricyclazole, eu",
                                        percent("0.02"),
                                        percent("0.01"),
                                        EU_LIMIT),
                                new Flag(
                                        "banned-substance-found",
                                        "Carbendazim",
                                        percent("0.001"),
                                        BigDecimal.ZERO,
                                        BANNED_ON_CROPS)),
                        new LotHeld(LOT, "1", HoldCause.BANNED_SUBSTANCE, null, "Carbendazim", "residue", on("14-05")));
    }

    @Test
    void what_is_banned_and_not_found_holds_nothing() {
        var report = report(Verdict.PASS, found("carbendazim", "0"));
        barn.given(harvested(LOT, 13_200))
                .when(report)
                .expectEvents(recorded(report, BARE.passing("residue", day("14-05"))));
    }

    @Test
    void a_failure_for_what_is_banned_is_for_good() {
        var report = report(Verdict.FAIL, found("fipronil", "0.1"), found("paraquat", "0.2"));
        barn.given(harvested(LOT, 13_200))
                .when(report)
                .expectEvents(
                        recorded(
                                report,
                                BARE,
                                new Flag(
                                        "banned-substance-found",
                                        "fipronil",
                                        percent("0.1"),
                                        BigDecimal.ZERO,
                                        BANNED_ON_CROPS),
                                new Flag(
                                        "banned-substance-found",
                                        "paraquat",
                                        percent("0.2"),
                                        BigDecimal.ZERO,
                                        BANNED_ON_CROPS)),
                        new LotHeld(
                                LOT,
                                "1",
                                HoldCause.BANNED_SUBSTANCE,
                                null,
                                "fipronil, paraquat",
                                "residue",
                                on("14-05")));
    }

    /** Cypermethrin is a banned substance in ponds and an unlisted one on crops. */
    @Test
    void what_is_banned_depends_on_what_the_goods_are() {
        var findings = List.of(found("cypermethrin", "0.1"));
        var rice = report(Verdict.PASS, found("cypermethrin", "0.1"));
        barn.given(harvested(LOT, 13_200))
                .when(rice)
                .expectEvents(recorded(rice, BARE.passing("residue", day("14-05"))));
        Lots.barn()
                .given(Lots.frozenShrimp())
                .when(new RecordLabResult(
                        LOT, HO_DAC_KIEN, "residue", Verdict.PASS, LAB, "KN-1", findings, on("19-05")))
                .expectEvents(
                        new LabResultRecorded(
                                LOT,
                                "residue",
                                Verdict.PASS,
                                "Phòng thử",
                                "KN-1",
                                LAB,
                                findings,
                                Pedigree.UNKNOWN.passing("residue", day("19-05")),
                                List.of(new Flag(
                                        "banned-substance-found",
                                        "cypermethrin",
                                        percent("0.1"),
                                        BigDecimal.ZERO,
                                        BANNED_IN_PONDS)),
                                on("19-05")),
                        new LotHeld(
                                LOT, "1", HoldCause.BANNED_SUBSTANCE, null, "cypermethrin", "residue", on("19-05")));
    }
}
