package vn.nguongoc.lot;

import static vn.nguongoc.Farm.HOA_TU;
import static vn.nguongoc.Farm.HO_DAC_KIEN;
import static vn.nguongoc.Farm.LOT;
import static vn.nguongoc.Farm.OTHER_LOT;
import static vn.nguongoc.Farm.day;
import static vn.nguongoc.Farm.harvested;
import static vn.nguongoc.Farm.kilograms;
import static vn.nguongoc.Farm.on;
import static vn.nguongoc.Refusals.refused;
import static vn.nguongoc.lot.Lots.LAB;
import static vn.nguongoc.lot.Lots.MILL;
import static vn.nguongoc.lot.Lots.SHIPMENT;
import static vn.nguongoc.lot.Lots.STEP;
import static vn.nguongoc.lot.Lots.held;

import java.util.List;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.lot.LotCommand.Draw;
import vn.nguongoc.lot.LotCommand.Held;
import vn.nguongoc.lot.LotCommand.Hold;
import vn.nguongoc.lot.LotCommand.HoldBack;
import vn.nguongoc.lot.LotCommand.PlaceHold;
import vn.nguongoc.lot.LotCommand.Release;
import vn.nguongoc.lot.LotCommand.Ship;
import vn.nguongoc.lot.event.HoldCause;
import vn.nguongoc.lot.event.LotEvent.LabResultRecorded;
import vn.nguongoc.lot.event.LotEvent.LotDrawn;
import vn.nguongoc.lot.event.LotEvent.LotHandedOver;
import vn.nguongoc.lot.event.LotEvent.LotHeld;
import vn.nguongoc.lot.event.LotEvent.LotReleased;
import vn.nguongoc.lot.event.LotEvent.ReleaseProposed;
import vn.nguongoc.lot.event.LotEvent.Verdict;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;

class HoldTest {
    private static final String RECALL = "recall-0000000000000001";

    private final FixtureConfiguration<HarvestLot> barn = Lots.barn();

    private TestExecutor<HarvestLot> heldFor(HoldCause cause) {
        return heldFor(cause, null);
    }

    /** 100 kg, held on 1 May. */
    private TestExecutor<HarvestLot> heldFor(HoldCause cause, @Nullable String test) {
        return barn.given(harvested(LOT, 100)).andGiven(held("1", cause, test, "01-05"));
    }

    // ---- what a hold stops

    @ParameterizedTest
    @EnumSource
    void nothing_leaves_a_lot_that_is_held(HoldCause cause) {
        heldFor(cause)
                .when(new Draw(LOT, HO_DAC_KIEN, STEP, kilograms(1), false, on("02-05")))
                .expectException(refused(new LotRefusal.OnHold(LOT, "1", cause, "vì", on("01-05"))))
                .expectNoEvents();
    }

    @ParameterizedTest
    @EnumSource
    void nothing_of_a_lot_that_is_held_is_shipped(HoldCause cause) {
        heldFor(cause)
                .when(new Ship(LOT, HO_DAC_KIEN, SHIPMENT, kilograms(1), null, on("02-05")))
                .expectException(refused(new LotRefusal.OnHold(LOT, "1", cause, "vì", on("01-05"))));
    }

    @ParameterizedTest
    @EnumSource
    void what_is_held_may_be_destroyed(HoldCause cause) {
        heldFor(cause)
                .when(new Draw(LOT, HO_DAC_KIEN, STEP, kilograms(100), true, on("02-05")))
                .expectEvents(new LotDrawn(LOT, STEP.value(), kilograms(100), Mass.ZERO, on("02-05")));
    }

    @Test
    void of_two_holds_the_other_one_still_holds() {
        heldFor(HoldCause.PERSON)
                .andGiven(
                        held("2", HoldCause.PERSON, null, "02-05"),
                        new ReleaseProposed(LOT, "1", "KCS-01", "ổn", on("02-05")),
                        new LotReleased(LOT, "1", "KCS-01", "KCS-02", on("02-05")))
                .when(new Draw(LOT, HO_DAC_KIEN, STEP, kilograms(1), false, on("03-05")))
                .expectException(refused(new LotRefusal.OnHold(LOT, "2", HoldCause.PERSON, "vì", on("02-05"))));
    }

    // ---- who holds it

    private static PlaceHold place(OrganisationId by, String dayMonth) {
        return new PlaceHold(LOT, by, "Bao bị rách", "KCS-01", on(dayMonth));
    }

    @Test
    void its_organisation_may_hold_it() {
        barn.given(harvested(LOT, 100))
                .when(place(HO_DAC_KIEN, "24-04"))
                .expectEvents(new LotHeld(LOT, "1", HoldCause.PERSON, null, "Bao bị rách", "KCS-01", on("24-04")));
    }

    @Test
    void a_hold_has_a_number_that_no_hold_of_the_lot_had_before() {
        heldFor(HoldCause.PERSON)
                .andGiven(new LotReleased(LOT, "1", "KCS-01", "KCS-02", on("02-05")))
                .when(place(HO_DAC_KIEN, "03-05"))
                .expectEvents(new LotHeld(LOT, "2", HoldCause.PERSON, null, "Bao bị rách", "KCS-01", on("03-05")));
    }

    @Test
    void nobody_else_may_hold_it_and_nobody_before_it_is_there() {
        barn.given(harvested(LOT, 100))
                .when(place(HOA_TU, "24-04"))
                .expectException(refused(new LogRefusal.NotFound(LOT.value())));
        Lots.barn()
                .given(harvested(LOT, 100))
                .when(place(HO_DAC_KIEN, "23-04"))
                .expectException(refused(new LotRefusal.BeforeItExisted(LOT, on("23-04"), on("24-04"))));
    }

    // ---- what recalls and automations hold

    private static HoldBack back(String id, HoldCause cause) {
        return new HoldBack(LOT, new Hold(id, cause, null, "vì", "KCS-01"), on("02-05"));
    }

    @Test
    void a_recall_holds_whoever_has_it_and_hears_where_all_of_it_is() {
        barn.given(
                        harvested(LOT, 100),
                        new LotDrawn(LOT, STEP.value(), kilograms(10), kilograms(90), on("25-04")),
                        new LotDrawn(LOT, SHIPMENT.value(), kilograms(50), kilograms(40), on("25-04")),
                        new LotHandedOver(LOT, SHIPMENT, MILL, OTHER_LOT, kilograms(30), kilograms(29), on("26-04")))
                .when(back(RECALL, HoldCause.RECALL))
                .expectResultMessagePayload(
                        new Held(LOT, false, HO_DAC_KIEN, kilograms(100), kilograms(40), kilograms(20)))
                .expectEvents(held(RECALL, HoldCause.RECALL, null, "02-05"));
    }

    @Test
    void what_is_held_for_it_already_is_not_held_again() {
        barn.given(harvested(LOT, 100), held(RECALL, HoldCause.RECALL, null, "01-05"))
                .when(back(RECALL, HoldCause.RECALL))
                .expectResultMessagePayload(new Held(LOT, true, HO_DAC_KIEN, kilograms(100), kilograms(100), Mass.ZERO))
                .expectNoEvents();
    }

    @Test
    void a_hold_of_the_same_name_that_never_ends_takes_the_place_of_one_that_does() {
        var upgraded = held("plot-0000000000000001/3", HoldCause.BANNED_SUBSTANCE, null, "02-05");
        barn.given(harvested(LOT, 100), held("plot-0000000000000001/3", HoldCause.WAITING_TIME, "residue", "01-05"))
                .when(back("plot-0000000000000001/3", HoldCause.BANNED_SUBSTANCE))
                .expectEvents(upgraded);
        Lots.barn()
                .given(
                        harvested(LOT, 100),
                        held("plot-0000000000000001/3", HoldCause.WAITING_TIME, "residue", "01-05"),
                        upgraded)
                .when(release("plot-0000000000000001/3", "KCS-01", "03-05"))
                .expectException(refused(
                        new LotRefusal.HeldForGood(LOT, "plot-0000000000000001/3", HoldCause.BANNED_SUBSTANCE)));
    }

    @Test
    void what_never_ends_is_not_made_weaker() {
        barn.given(harvested(LOT, 100), held("plot-0000000000000001/3", HoldCause.BANNED_SUBSTANCE, null, "01-05"))
                .when(back("plot-0000000000000001/3", HoldCause.WAITING_TIME))
                .expectNoEvents();
    }

    @Test
    void what_was_released_may_be_held_again() {
        barn.given(
                        harvested(LOT, 100),
                        held("plot-0000000000000001/3", HoldCause.WAITING_TIME, "residue", "01-05"),
                        new LotReleased(LOT, "plot-0000000000000001/3", "KCS-01", "KCS-02", on("01-05")))
                .when(back("plot-0000000000000001/3", HoldCause.WAITING_TIME))
                .expectEvents(held("plot-0000000000000001/3", HoldCause.WAITING_TIME, null, "02-05"));
    }

    // ---- how a hold ends

    private static Release release(String hold, String by, String dayMonth) {
        return new Release(LOT, HO_DAC_KIEN, hold, by, "Đã xem lại", on(dayMonth));
    }

    private static ReleaseProposed proposed(String dayMonth) {
        return new ReleaseProposed(LOT, "1", "KCS-01", "Đã xem lại", on(dayMonth));
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"BANNED_SUBSTANCE", "RECALL"})
    void the_first_of_two_people_only_proposes(HoldCause cause) {
        heldFor(cause).when(release("1", "KCS-01", "01-05")).expectEvents(proposed("01-05"));
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"BANNED_SUBSTANCE", "RECALL"})
    void the_second_ends_it(HoldCause cause) {
        heldFor(cause)
                .andGiven(proposed("02-05"))
                .when(release("1", "KCS-02", "02-05"))
                .expectEvents(new LotReleased(LOT, "1", "KCS-01", "KCS-02", on("02-05")));
    }

    @Test
    void nobody_approves_what_they_proposed() {
        heldFor(HoldCause.PERSON)
                .andGiven(proposed("02-05"))
                .when(release("1", "KCS-01", "03-05"))
                .expectException(refused(new LotRefusal.SecondPersonNeeded("1", "KCS-01")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kcs-01", "Kcs-01", " KCS-01 "})
    void a_code_in_other_letters_is_no_second_person(String code) {
        heldFor(HoldCause.PERSON)
                .andGiven(proposed("02-05"))
                .when(release("1", code, "03-05"))
                .expectException(refused(new LotRefusal.SecondPersonNeeded("1", code)));
    }

    @ParameterizedTest
    @EnumSource(names = {"BANNED_SUBSTANCE", "RECALL"})
    void a_recall_and_a_banned_substance_hold_for_good(HoldCause cause) {
        heldFor(cause)
                .when(release("1", "KCS-01", "02-05"))
                .expectException(refused(new LotRefusal.HeldForGood(LOT, "1", cause)));
    }

    @Test
    void only_a_hold_that_is_there_ends() {
        heldFor(HoldCause.PERSON)
                .when(release("2", "KCS-01", "02-05"))
                .expectException(refused(new LotRefusal.NoSuchHold(LOT, "2", List.of("1"))));
    }

    @Test
    void a_hold_is_ended_by_the_lots_own_organisation() {
        heldFor(HoldCause.PERSON)
                .when(new Release(LOT, HOA_TU, "1", "KCS-01", "Đã xem lại", on("02-05")))
                .expectException(refused(new LogRefusal.NotFound(LOT.value())));
    }

    @Test
    void a_hold_does_not_end_before_it_began_nor_is_approved_before_it_was_proposed() {
        heldFor(HoldCause.PERSON)
                .when(release("1", "KCS-01", "30-04"))
                .expectException(refused(new LotRefusal.BeforeTheHold(LOT, "1", on("30-04"), on("01-05"))));
        Lots.barn()
                .given(harvested(LOT, 100), held("1", HoldCause.PERSON, null, "01-05"), proposed("03-05"))
                .when(release("1", "KCS-02", "02-05"))
                .expectException(refused(new LotRefusal.BeforeTheHold(LOT, "1", on("02-05"), on("03-05"))));
    }

    @Test
    void what_was_proposed_for_one_hold_says_nothing_of_another() {
        heldFor(HoldCause.PERSON)
                .andGiven(held("2", HoldCause.PERSON, null, "01-05"), proposed("02-05"))
                .when(release("2", "KCS-01", "02-05"))
                .expectEvents(new ReleaseProposed(LOT, "2", "KCS-01", "Đã xem lại", on("02-05")));
    }

    // ---- holds that end only after a test was passed

    private static LabResultRecorded result(Verdict verdict, String dayMonth) {
        return new LabResultRecorded(
                LOT, "residue", verdict, "Phòng thử", null, LAB, List.of(), null, List.of(), on(dayMonth));
    }

    @ParameterizedTest
    @EnumSource(names = {"LAB_FAILED", "WAITING_TIME"})
    void without_a_pass_neither_is_it_proposed_nor_approved(HoldCause cause) {
        heldFor(cause, "residue")
                .when(release("1", "KCS-01", "02-05"))
                .expectException(refused(new LotRefusal.PassNeeded(LOT, "residue", day("01-05"))));
        Lots.barn()
                .given(harvested(LOT, 100), held("1", cause, "residue", "01-05"), proposed("01-05"))
                .when(release("1", "KCS-02", "02-05"))
                .expectException(refused(new LotRefusal.PassNeeded(LOT, "residue", day("01-05"))));
    }

    @Test
    void a_pass_of_the_day_of_the_hold_counts() {
        heldFor(HoldCause.LAB_FAILED, "residue")
                .andGiven(result(Verdict.PASS, "01-05"))
                .when(release("1", "KCS-01", "02-05"))
                .expectEvents(proposed("02-05"));
    }

    @Test
    void a_pass_of_the_day_before_does_not() {
        heldFor(HoldCause.LAB_FAILED, "residue")
                .andGiven(result(Verdict.PASS, "30-04"))
                .when(release("1", "KCS-01", "02-05"))
                .expectException(refused(new LotRefusal.PassNeeded(LOT, "residue", day("01-05"))));
    }

    @Test
    void a_pass_of_another_test_does_not() {
        heldFor(HoldCause.LAB_FAILED, "antibiotics")
                .andGiven(result(Verdict.PASS, "01-05"))
                .when(release("1", "KCS-01", "02-05"))
                .expectException(refused(new LotRefusal.PassNeeded(LOT, "antibiotics", day("01-05"))));
    }

    @Test
    void a_pass_that_was_failed_again_does_not() {
        heldFor(HoldCause.LAB_FAILED, "residue")
                .andGiven(result(Verdict.PASS, "01-05"), proposed("01-05"), result(Verdict.FAIL, "02-05"))
                .when(release("1", "KCS-02", "03-05"))
                .expectException(refused(new LotRefusal.PassNeeded(LOT, "residue", day("01-05"))));
    }
}
