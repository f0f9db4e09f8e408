package vn.nguongoc.generations;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.view.LotFlow;
import vn.nguongoc.view.View;

/** Views by their keys, many at once, for those who walk from lot to lot. */
@Component
@NamedInterface("reading")
public class Flows {
    private final Generations generations;

    Flows(Generations generations) {
        this.generations = generations;
    }

    /** For one walk, which reads all of one history even if that is being told anew meanwhile. */
    public Reader open() {
        return new Reader(generations, generations.views());
    }

    /** Reads, and notes how recent what it read is. */
    public static final class Reader {
        private final Generations generations;
        private final Reading reading;

        private Reader(Generations generations, Views views) {
            this.generations = generations;
            this.reading = new Reading(views);
        }

        /** @throws Refused if it is not there, and might only not be there yet */
        public Optional<LotFlow> lot(LotId id) {
            return generations.found(all(LotFlow.class, List.of(id)).stream().findFirst());
        }

        /** Those that are there, in no order; an id that nobody recorded is left out. */
        public <V extends View> List<V> all(Class<V> type, Collection<?> ids) {
            return reading.findAll(type, ids).stream().map(Views.Seen::view).toList();
        }

        /** Of the last event that any of it has seen. */
        public long position() {
            return reading.position();
        }

        /** Grows whenever any of it changes. */
        public long version() {
            return reading.version();
        }
    }
}
