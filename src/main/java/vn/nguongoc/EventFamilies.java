package vn.nguongoc;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.nguongoc.eventlog.EventTypes;
import vn.nguongoc.eventlog.Upcaster;
import vn.nguongoc.farmer.event.FarmerEvent;
import vn.nguongoc.identity.event.IdentityEvent;
import vn.nguongoc.labelling.event.LabellingEvent;
import vn.nguongoc.lot.event.LotEvent;
import vn.nguongoc.lot.event.upcast.LotUpcasters;
import vn.nguongoc.operation.event.OperationEvent;
import vn.nguongoc.organisation.event.OrganisationEvent;
import vn.nguongoc.plot.event.PlotEvent;
import vn.nguongoc.recall.event.RecallEvent;
import vn.nguongoc.seed.event.SeedEvent;
import vn.nguongoc.shipment.event.ShipmentEvent;
import vn.nguongoc.shipment.event.upcast.ShipmentUpcasters;
import vn.nguongoc.step.event.StepEvent;
import vn.nguongoc.step.event.upcast.StepUpcasters;

/** Everything that can happen, by room, and how what was stored in another shape is read. */
@Configuration(proxyBeanMethods = false)
public class EventFamilies {

    /** The events that the log may hold. */
    @Bean
    public static EventTypes eventTypes() {
        return EventTypes.of(
                List.of(
                        OrganisationEvent.class,
                        SeedEvent.class,
                        PlotEvent.class,
                        LotEvent.class,
                        StepEvent.class,
                        ShipmentEvent.class,
                        RecallEvent.class,
                        LabellingEvent.class,
                        IdentityEvent.class,
                        OperationEvent.class,
                        FarmerEvent.class),
                upcasters());
    }

    private static List<Upcaster> upcasters() {
        return Stream.of(LotUpcasters.all(), StepUpcasters.all(), ShipmentUpcasters.all())
                .flatMap(List::stream)
                .toList();
    }
}
