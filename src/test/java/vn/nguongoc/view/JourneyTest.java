package vn.nguongoc.view;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nguongoc.Farm.HOA_TU;
import static vn.nguongoc.Farm.HO_DAC_KIEN;
import static vn.nguongoc.Farm.on;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.ShipmentId;
import vn.nguongoc.view.Journey.State;

/** Goods that left at eight on 20 May; after seven days somebody should have confirmed them. */
class JourneyTest {
    private static Milestone.Fact fact(OffsetDateTime at) {
        return new Milestone.Fact(7, at, at.toInstant(), "local");
    }

    private static ViewOfShipment sent(@Nullable OrganisationId receiver) {
        return new ViewOfShipment(
                new ShipmentId("ship-0000000000000001"),
                HO_DAC_KIEN,
                "HTX Hòa Tú",
                receiver,
                null,
                on("20-05"),
                List.of(),
                null,
                List.of());
    }

    private static ViewOfShipment received(String dayMonth) {
        return sent(HOA_TU).received(new ViewOfShipment.Receipt(fact(on(dayMonth)), List.of(), List.of()));
    }

    private static ViewOfShipment.Dispute dispute() {
        return new ViewOfShipment.Dispute(fact(on("21-05")), HOA_TU, "thiếu", List.of(), null);
    }

    private static Journey at(OffsetDateTime now, ViewOfShipment shipment) {
        return Journey.at(now.toInstant(), shipment, 7);
    }

    @Test
    void after_seven_days_it_is_overdue_and_not_a_second_before() {
        var before = at(on("27-05").minusSeconds(1), sent(HOA_TU));
        assertThat(before.daysOnTheWay()).isEqualTo(6);
        assertThat(before.overdue()).isFalse();
        var after = at(on("27-05"), sent(HOA_TU));
        assertThat(after.daysOnTheWay()).isEqualTo(7);
        assertThat(after.overdue()).isTrue();
        assertThat(after.state()).isEqualTo(State.ON_THE_WAY);
    }

    @Test
    void once_received_the_days_stand_still() {
        var journey = at(on("30-06"), received("22-05"));
        assertThat(journey.state()).isEqualTo(State.RECEIVED);
        assertThat(journey.daysOnTheWay()).isEqualTo(2);
        assertThat(journey.overdue()).isFalse();
    }

    @Test
    void while_one_side_does_not_agree_it_is_disputed_and_may_be_overdue_too() {
        assertThat(at(on("30-05"), received("22-05").disputed(dispute())).state())
                .isEqualTo(State.DISPUTED);
        var unconfirmed = at(on("30-05"), sent(HOA_TU).disputed(dispute()));
        assertThat(unconfirmed.state()).isEqualTo(State.DISPUTED);
        assertThat(unconfirmed.overdue()).isTrue();
        var settled = received("22-05")
                .disputed(dispute())
                .settled(new ViewOfShipment.Settlement(fact(on("23-05")), HO_DAC_KIEN, "đồng ý"));
        assertThat(at(on("30-05"), settled).state()).isEqualTo(State.RECEIVED);
    }

    @Test
    void nobody_waits_for_a_business_that_takes_no_part() {
        var journey = at(on("30-06"), sent(null));
        assertThat(journey.state()).isEqualTo(State.SENT);
        assertThat(journey.daysOnTheWay()).isNull();
        assertThat(journey.overdue()).isFalse();
    }
}
