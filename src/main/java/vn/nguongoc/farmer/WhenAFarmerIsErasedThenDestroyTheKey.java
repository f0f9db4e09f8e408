package vn.nguongoc.farmer;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import vn.nguongoc.farmer.event.FarmerEvent.ConsentWithdrawn;
import vn.nguongoc.farmer.event.FarmerEvent.DataCorrected;
import vn.nguongoc.farmer.event.FarmerEvent.FarmerErased;

/**
 * What the record says is forgotten is forgotten, whatever happened to whoever recorded it, and again where the log was
 * copied or an old store was put back: reading the log from its beginning destroys it anew.
 */
@Component
@ProcessingGroup(Forgetting.NAME)
class WhenAFarmerIsErasedThenDestroyTheKey {
    private final PersonalData data;

    WhenAFarmerIsErasedThenDestroyTheKey(PersonalData data) {
        this.data = data;
    }

    @EventHandler
    void on(FarmerErased event) {
        data.destroy(event.farmer());
    }

    @EventHandler
    void on(DataCorrected event) {
        data.drop(event.farmer(), event.replaced());
    }

    @EventHandler
    void on(ConsentWithdrawn event) {
        data.drop(event.farmer(), event.dropped());
    }
}
