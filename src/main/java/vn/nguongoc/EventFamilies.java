package vn.nguongoc;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.nguongoc.eventlog.EventTypes;
import vn.nguongoc.lot.event.LotEvent;
import vn.nguongoc.organisation.event.OrganisationEvent;
import vn.nguongoc.plot.event.PlotEvent;
import vn.nguongoc.shipment.event.ShipmentEvent;
import vn.nguongoc.step.event.StepEvent;

/** Everything that can happen, by room. */
@Configuration(proxyBeanMethods = false)
public class EventFamilies {

    /** The events that the log may hold. */
    @Bean
    public static EventTypes eventTypes() {
        return EventTypes.of(List.of(
                OrganisationEvent.class, PlotEvent.class, LotEvent.class, StepEvent.class, ShipmentEvent.class));
    }
}
