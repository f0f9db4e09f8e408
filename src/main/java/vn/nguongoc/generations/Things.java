package vn.nguongoc.generations;

import java.util.Optional;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import vn.nguongoc.view.View;

/** What one organisation, seed lot, plot, lot, step, shipment or recall is now. */
@Component
@NamedInterface("reading")
public class Things {
    private final Generations generations;

    Things(Generations generations) {
        this.generations = generations;
    }

    public <V extends View> Optional<V> find(Class<V> type, Object id) {
        return generations.found(generations.views().find(type, id)).map(Views.Seen::view);
    }
}
