package vn.nguongoc.step.event.upcast;

import java.util.List;
import vn.nguongoc.eventlog.Upcaster;

/** How what this room stored under older revisions is read. */
public final class StepUpcasters {
    /** A mill, a plant or a trader may hold goods too: revision 1 called every holder a cooperative. */
    private static final Upcaster HOLDER_IS_AN_ORGANISATION =
            Upcaster.renaming("step.recorded", 1, "cooperative", "organisation");

    private StepUpcasters() {}

    public static List<Upcaster> all() {
        return List.of(HOLDER_IS_AN_ORGANISATION);
    }
}
