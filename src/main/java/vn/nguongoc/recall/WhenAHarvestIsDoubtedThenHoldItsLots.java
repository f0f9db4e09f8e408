package vn.nguongoc.recall;

import java.util.Objects;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.stereotype.Component;
import vn.nguongoc.lot.LotCommand.Hold;
import vn.nguongoc.lot.LotCommand.HoldBack;
import vn.nguongoc.lot.event.HoldCause;
import vn.nguongoc.plot.event.PlotEvent.HarvestDoubted;

/** What should not have been harvested is held wherever it is, and then everything made of it. */
@Component
@ProcessingGroup(Descent.NAME)
class WhenAHarvestIsDoubtedThenHoldItsLots {
    /** What was tested for when a doubt did not tell yet. */
    private static final String RESIDUE_TEST = "residue";

    private final Acts acts;

    WhenAHarvestIsDoubtedThenHoldItsLots(Acts acts) {
        this.acts = acts;
    }

    @EventHandler
    void on(HarvestDoubted event, TrackedEventMessage<?> message) {
        var key = event.hold() + "/" + message.trackingToken().position().orElseThrow() + "/";
        var hold = event.banned()
                ? new Hold(event.hold(), HoldCause.BANNED_SUBSTANCE, null, event.active(), event.hold())
                : new Hold(
                        event.hold(),
                        HoldCause.WAITING_TIME,
                        Objects.requireNonNullElse(event.test(), RESIDUE_TEST),
                        event.active(),
                        event.hold());
        event.lots().forEach(lot -> acts.once(key + lot, new HoldBack(lot, hold, event.happenedAt())));
    }
}
