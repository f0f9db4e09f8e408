package vn.nguongoc.farmer;

import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Destroys what lies beside the log and belongs to no fact. */
@Component
public final class Sweeping {
    private static final int TOGETHER = 100;

    private final FarmersNow farmers;
    private final PersonalData data;
    private final Openings openings;

    Sweeping(FarmersNow farmers, PersonalData data, Openings openings) {
        this.farmers = farmers;
        this.data = data;
        this.openings = openings;
    }

    /**
     * Destroys what lies here and is of no use: openings of facts that were refused or never stored, and whatever an
     * older store that was put back holds of who was erased.
     *
     * @param before what is younger may belong to a request on its way
     */
    public void sweep(Instant before) {
        var page = openings.page(null, before, TOGETHER);
        while (!page.isEmpty()) {
            page.forEach(this::sweep);
            page = openings.page(page.getLast().farmer(), before, TOGETHER);
        }
    }

    private void sweep(Openings.Held held) {
        var known = farmers.ask(held.farmer());
        if (known.filter(it -> it.erased() != null).isPresent()) {
            data.destroy(held.farmer());
            return;
        }
        var used = known.map(it -> Set.copyOf(it.current().values())).orElse(Set.of());
        data.drop(
                held.farmer(),
                held.old().stream().filter(it -> !used.contains(it)).toList());
    }
}
