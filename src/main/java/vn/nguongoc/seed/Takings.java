package vn.nguongoc.seed;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.nguongoc.seed.event.SeedEvent.SeedDrawn;
import vn.nguongoc.seed.event.SeedEvent.SeedReturned;
import vn.nguongoc.seed.event.SeedQuantity;
import vn.nguongoc.shared.PlotId;

/** What crop cycles took of a lot and have not settled, by plot and cycle. */
record Takings(Map<String, SeedQuantity> open) {
    static final Takings NONE = new Takings(Map.of());

    /** So that a lot stays small enough to load: 30 t of rice seed in bags of 15 kg. */
    static final int MOST = 2000;

    boolean isFullFor(PlotId plot, int cycle) {
        return open.size() >= MOST && !open.containsKey(key(plot, cycle));
    }

    Optional<SeedQuantity> of(PlotId plot, int cycle) {
        return Optional.ofNullable(open.get(key(plot, cycle)));
    }

    Takings after(SeedDrawn event) {
        var all = new HashMap<>(open);
        all.merge(key(event.plot(), event.cycle()), event.quantity(), SeedQuantity::plus);
        return new Takings(all);
    }

    Takings after(SeedReturned event) {
        var others = new HashMap<>(open);
        others.remove(key(event.plot(), event.cycle()));
        return new Takings(others);
    }

    private static String key(PlotId plot, int cycle) {
        return plot + "/" + cycle;
    }
}
