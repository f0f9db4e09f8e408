package vn.nguongoc;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import vn.nguongoc.cooperative.event.CooperativeEvent;
import vn.nguongoc.eventlog.EventTypes;
import vn.nguongoc.lot.event.LotEvent;
import vn.nguongoc.plot.event.PlotEvent;
import vn.nguongoc.shipment.event.ShipmentEvent;
import vn.nguongoc.step.event.StepEvent;

/**
 * The composition root: starts the service and names the event families the log may hold. With the word {@code rebuild}
 * among the arguments it does that work and ends instead of serving.
 */
@SpringBootApplication
public class NguonGoc {

    public static void main(String[] arguments) {
        var application = new SpringApplication(NguonGoc.class);
        if (List.of(arguments).contains("rebuild")) {
            application.setWebApplicationType(WebApplicationType.NONE);
            System.exit(SpringApplication.exit(application.run(arguments)));
        }
        application.run(arguments);
    }

    /** Everything that can happen, by room. */
    @Bean
    public static EventTypes eventTypes() {
        return EventTypes.of(
                List.of(CooperativeEvent.class, PlotEvent.class, LotEvent.class, StepEvent.class, ShipmentEvent.class));
    }
}
