package vn.nguongoc.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nguongoc.Farm.HOA_TU;
import static vn.nguongoc.Farm.HO_DAC_KIEN;
import static vn.nguongoc.Farm.LOT;
import static vn.nguongoc.Farm.OTHER_LOT;
import static vn.nguongoc.Farm.kilograms;
import static vn.nguongoc.Farm.on;
import static vn.nguongoc.Farm.percent;
import static vn.nguongoc.Refusals.refused;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.lot.LotCommand.Held;
import vn.nguongoc.lot.LotCommand.Hold;
import vn.nguongoc.lot.LotCommand.HoldBack;
import vn.nguongoc.lot.event.HoldCause;
import vn.nguongoc.recall.RecallCommand.CloseRecall;
import vn.nguongoc.recall.RecallCommand.NameLot;
import vn.nguongoc.recall.RecallCommand.OpenRecall;
import vn.nguongoc.recall.RecallCommand.ReachLots;
import vn.nguongoc.recall.RecallCommand.Recover;
import vn.nguongoc.recall.event.RecallEvent.LotNamed;
import vn.nguongoc.recall.event.RecallEvent.LotsReached;
import vn.nguongoc.recall.event.RecallEvent.Reached;
import vn.nguongoc.recall.event.RecallEvent.RecallClosed;
import vn.nguongoc.recall.event.RecallEvent.RecallOpened;
import vn.nguongoc.recall.event.RecallEvent.Recovered;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.RecallId;

class RecallTest {
    private static final RecallId RECALL = new RecallId("recall-0000000000000001");
    private static final Hold HOLD = new Hold(RECALL.value(), HoldCause.RECALL, null, "dư lượng vượt mức", "qc-1");

    private final Map<LotId, Held> lots = new HashMap<>();
    private final List<Object> asked = new ArrayList<>();
    private AggregateTestFixture<Recall> recalls = new AggregateTestFixture<>(Recall.class);

    @BeforeEach
    void lots() {
        recalls = new AggregateTestFixture<>(Recall.class);
        recalls.registerInjectableResource(DefaultCommandGateway.builder()
                .commandBus(recalls.getCommandBus())
                .build());
        recalls.registerCommandHandler(HoldBack.class, message -> {
            var command = (HoldBack) message.getPayload();
            asked.add(command);
            return lots.get(command.lot());
        });
        recalls.registerCommandHandler(NameLot.class, message -> asked.add(message.getPayload()));
        lots.put(LOT, held(LOT, HO_DAC_KIEN, 70));
        lots.put(OTHER_LOT, held(OTHER_LOT, HO_DAC_KIEN, 0));
    }

    /** Of 100 kg 20 are left, and so many are gone. */
    private static Held held(LotId lot, OrganisationId organisation, long gone) {
        return new Held(lot, false, organisation, kilograms(100), kilograms(20), kilograms(gone));
    }

    private static OpenRecall open(LotId... lots) {
        return new OpenRecall(RECALL, HO_DAC_KIEN, List.of(lots), "dư lượng vượt mức", "qc-1", on("01-06"));
    }

    private static RecallOpened opened(LotId... lots) {
        return new RecallOpened(RECALL, HO_DAC_KIEN, List.of(lots), "dư lượng vượt mức", "qc-1", on("01-06"));
    }

    private static LotsReached reached(LotId lot, OrganisationId organisation, long gone) {
        return new LotsReached(RECALL, List.of(found(lot, organisation, gone)), on("01-06"));
    }

    private static Reached found(LotId lot, OrganisationId organisation, long gone) {
        return new Reached(lot, organisation, kilograms(100), kilograms(20), kilograms(gone));
    }

    private static Recover recover(OrganisationId by, LotId lot, Mass quantity, OffsetDateTime happenedAt) {
        return new Recover(RECALL, by, lot, quantity, "siêu thị", "qc-1", happenedAt);
    }

    private static Recovered recovered(LotId lot, long kilograms) {
        return new Recovered(RECALL, HO_DAC_KIEN, lot, kilograms(kilograms), "siêu thị", "qc-1", on("03-06"));
    }

    private static CloseRecall close(OrganisationId by, OffsetDateTime happenedAt) {
        return new CloseRecall(RECALL, by, "qc-1", happenedAt);
    }

    private static RecallClosed closed(int lots, long gone, long recovered, String percent) {
        return new RecallClosed(
                RECALL, lots, kilograms(gone), kilograms(recovered), percent(percent), "qc-1", on("10-06"));
    }

    @Test
    void each_lot_is_held_named_and_counted_once_in_the_order_of_ids() {
        recalls.givenNoPriorActivity()
                .when(open(OTHER_LOT, LOT, OTHER_LOT))
                .expectEvents(
                        opened(LOT, OTHER_LOT),
                        new LotsReached(
                                RECALL,
                                List.of(found(LOT, HO_DAC_KIEN, 70), found(OTHER_LOT, HO_DAC_KIEN, 0)),
                                on("01-06")));
        assertThat(asked)
                .containsExactly(
                        new HoldBack(LOT, HOLD, on("01-06")),
                        new NameLot("recalled/" + LOT, RECALL, LOT, on("01-06")),
                        new HoldBack(OTHER_LOT, HOLD, on("01-06")),
                        new NameLot("recalled/" + OTHER_LOT, RECALL, OTHER_LOT, on("01-06")));
    }

    @Test
    void what_one_event_cannot_hold_stands_in_a_second() {
        var many = IntStream.rangeClosed(1, Recall.LOTS_IN_AN_EVENT + 1)
                .mapToObj(i -> new LotId("lot-%016d".formatted(i)))
                .toList();
        many.forEach(lot -> lots.put(lot, held(lot, HO_DAC_KIEN, 0)));
        var found = many.stream().map(lot -> found(lot, HO_DAC_KIEN, 0)).toList();
        var full = many.subList(0, Recall.LOTS_IN_AN_EVENT);
        var fullFound = found.subList(0, Recall.LOTS_IN_AN_EVENT);
        recalls.givenNoPriorActivity()
                .when(open(full.toArray(LotId[]::new)))
                .expectEvents(opened(full.toArray(LotId[]::new)), new LotsReached(RECALL, fullFound, on("01-06")));
        recalls.givenNoPriorActivity()
                .when(open(many.toArray(LotId[]::new)))
                .expectEvents(
                        opened(many.toArray(LotId[]::new)),
                        new LotsReached(RECALL, fullFound, on("01-06")),
                        new LotsReached(RECALL, List.of(found.getLast()), on("01-06")));
    }

    @Test
    void nobody_recalls_what_another_holds() {
        lots.put(OTHER_LOT, held(OTHER_LOT, HOA_TU, 0));
        recalls.givenNoPriorActivity()
                .when(open(LOT, OTHER_LOT))
                .expectException(refused(new LogRefusal.NotFound(OTHER_LOT.value())))
                .expectNoEvents();
    }

    @Test
    void a_lot_is_recalled_by_name_once() {
        var names = new AggregateTestFixture<>(RecalledLot.class);
        var first = NameLot.of(RECALL, LOT, on("01-06"));
        names.givenNoPriorActivity()
                .when(first)
                .expectEvents(new LotNamed("recalled/" + LOT, RECALL, LOT, on("01-06")));
        names.given(new LotNamed("recalled/" + LOT, RECALL, LOT, on("01-06")))
                .when(NameLot.of(new RecallId("recall-0000000000000002"), LOT, on("02-06")))
                .expectException(refused(new RecallRefusal.AlreadyRecalled(LOT, RECALL)));
    }

    @Test
    void what_was_made_of_it_is_reached_wherever_it_is() {
        lots.put(OTHER_LOT, held(OTHER_LOT, HOA_TU, 30));
        recalls.given(opened(LOT), reached(LOT, HO_DAC_KIEN, 70))
                .when(new ReachLots(RECALL, List.of(OTHER_LOT), on("01-06")))
                .expectEvents(reached(OTHER_LOT, HOA_TU, 30));
        assertThat(asked).containsExactly(new HoldBack(OTHER_LOT, HOLD, on("01-06")));
    }

    @Test
    void what_is_known_already_is_not_said_again() {
        recalls.given(opened(LOT), reached(LOT, HO_DAC_KIEN, 70))
                .when(new ReachLots(RECALL, List.of(LOT), on("01-06")))
                .expectNoEvents();
    }

    @Test
    void what_had_gone_and_arrived_is_counted_anew() {
        lots.put(LOT, held(LOT, HO_DAC_KIEN, 40));
        recalls.given(opened(LOT), reached(LOT, HO_DAC_KIEN, 70))
                .when(new ReachLots(RECALL, List.of(LOT), on("01-06")))
                .expectEvents(reached(LOT, HO_DAC_KIEN, 40));
    }

    @Test
    void as_much_comes_back_as_had_gone_and_not_a_gram_more() {
        recalls.given(opened(LOT), reached(LOT, HO_DAC_KIEN, 70), recovered(LOT, 50))
                .when(recover(HO_DAC_KIEN, LOT, new Mass(20_001), on("03-06")))
                .expectException(refused(
                        new RecallRefusal.MoreThanHadGone(LOT, new Mass(20_001), kilograms(50), kilograms(70))));
        recalls.given(opened(LOT), reached(LOT, HO_DAC_KIEN, 70), recovered(LOT, 50))
                .when(recover(HO_DAC_KIEN, LOT, kilograms(20), on("03-06")))
                .expectEvents(recovered(LOT, 20));
    }

    @Test
    void only_lots_that_were_reached_come_back() {
        recalls.given(opened(LOT), reached(LOT, HO_DAC_KIEN, 70))
                .when(recover(HO_DAC_KIEN, OTHER_LOT, kilograms(1), on("03-06")))
                .expectException(refused(new RecallRefusal.NotRecalled(OTHER_LOT, RECALL)));
    }

    @Test
    void who_recalled_and_who_holds_the_lot_say_what_came_back_and_nobody_else() {
        var notFound = refused(new LogRefusal.NotFound(RECALL.value()));
        recalls.given(opened(LOT), reached(LOT, HO_DAC_KIEN, 70), reached(OTHER_LOT, HOA_TU, 30))
                .when(recover(HOA_TU, OTHER_LOT, kilograms(1), on("03-06")))
                .expectSuccessfulHandlerExecution();
        recalls.given(opened(LOT), reached(LOT, HO_DAC_KIEN, 70), reached(OTHER_LOT, HOA_TU, 30))
                .when(recover(HOA_TU, LOT, kilograms(1), on("03-06")))
                .expectException(notFound);
        recalls.given(opened(LOT), reached(LOT, HO_DAC_KIEN, 70))
                .when(recover(HOA_TU, OTHER_LOT, kilograms(1), on("03-06")))
                .expectException(notFound);
    }

    @Test
    void nothing_comes_back_before_the_recall() {
        var before = on("01-06").minusSeconds(1);
        recalls.given(opened(LOT), reached(LOT, HO_DAC_KIEN, 70))
                .when(recover(HO_DAC_KIEN, LOT, kilograms(1), before))
                .expectException(refused(new RecallRefusal.TooEarly(before, on("01-06"))));
        recalls.given(opened(LOT), reached(LOT, HO_DAC_KIEN, 70))
                .when(recover(HO_DAC_KIEN, LOT, kilograms(1), on("01-06")))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void it_closes_with_the_share_that_came_back() {
        recalls.given(
                        opened(LOT),
                        reached(LOT, HO_DAC_KIEN, 70),
                        reached(OTHER_LOT, HOA_TU, 20),
                        recovered(LOT, 50),
                        recovered(OTHER_LOT, 20))
                .when(close(HO_DAC_KIEN, on("10-06")))
                .expectEvents(closed(2, 90, 70, "77.78"));
    }

    @Test
    void where_nothing_had_gone_all_of_it_is_back() {
        recalls.given(opened(OTHER_LOT), reached(OTHER_LOT, HO_DAC_KIEN, 0))
                .when(close(HO_DAC_KIEN, on("10-06")))
                .expectEvents(closed(1, 0, 0, "100.00"));
    }

    @Test
    void what_came_back_and_is_said_to_have_arrived_elsewhere_too_counts_once() {
        recalls.given(
                        opened(LOT),
                        reached(LOT, HO_DAC_KIEN, 70),
                        recovered(LOT, 70),
                        reached(LOT, HO_DAC_KIEN, 40),
                        reached(OTHER_LOT, HOA_TU, 40))
                .when(close(HO_DAC_KIEN, on("10-06")))
                .expectEvents(closed(2, 80, 40, "50.00"));
    }

    @Test
    void only_who_opened_it_closes_it_and_not_before_the_last_came_back() {
        recalls.given(opened(LOT), reached(LOT, HO_DAC_KIEN, 70))
                .when(close(HOA_TU, on("10-06")))
                .expectException(refused(new LogRefusal.NotFound(RECALL.value())));
        var before = on("03-06").minusSeconds(1);
        recalls.given(opened(LOT), reached(LOT, HO_DAC_KIEN, 70), recovered(LOT, 1))
                .when(close(HO_DAC_KIEN, before))
                .expectException(refused(new RecallRefusal.TooEarly(before, on("03-06"))));
        recalls.given(opened(LOT), reached(LOT, HO_DAC_KIEN, 70), recovered(LOT, 1))
                .when(close(HO_DAC_KIEN, on("03-06")))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void it_does_not_close_before_it_was_opened() {
        var before = on("01-06").minusSeconds(1);
        recalls.given(opened(LOT), reached(LOT, HO_DAC_KIEN, 70))
                .when(close(HO_DAC_KIEN, before))
                .expectException(refused(new RecallRefusal.TooEarly(before, on("01-06"))));
        recalls.given(opened(LOT), reached(LOT, HO_DAC_KIEN, 70))
                .when(close(HO_DAC_KIEN, on("01-06")))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void what_came_back_last_counts_in_whatever_order_it_is_told() {
        var early = new Recovered(RECALL, HO_DAC_KIEN, LOT, kilograms(1), "siêu thị", "qc-1", on("02-06"));
        recalls.given(opened(LOT), reached(LOT, HO_DAC_KIEN, 70), recovered(LOT, 1), early)
                .when(close(HO_DAC_KIEN, on("02-06")))
                .expectException(refused(new RecallRefusal.TooEarly(on("02-06"), on("03-06"))));
    }

    @Test
    void after_it_is_closed_nothing_happens_but_that_a_late_lot_is_held() {
        var alreadyClosed = refused(new RecallRefusal.AlreadyClosed(RECALL, on("10-06")));
        recalls.given(opened(LOT), reached(LOT, HO_DAC_KIEN, 70), closed(1, 70, 0, "0.00"))
                .when(recover(HO_DAC_KIEN, LOT, kilograms(1), on("11-06")))
                .expectException(alreadyClosed);
        recalls.given(opened(LOT), reached(LOT, HO_DAC_KIEN, 70), closed(1, 70, 0, "0.00"))
                .when(close(HO_DAC_KIEN, on("11-06")))
                .expectException(alreadyClosed);
        recalls.given(opened(LOT), reached(LOT, HO_DAC_KIEN, 70), closed(1, 70, 0, "0.00"))
                .when(new ReachLots(RECALL, List.of(OTHER_LOT), on("01-06")))
                .expectEvents(reached(OTHER_LOT, HO_DAC_KIEN, 0));
    }
}
