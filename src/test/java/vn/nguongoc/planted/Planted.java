package vn.nguongoc.planted;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.spring.stereotype.Aggregate;
import org.h2.mvstore.MVStore;

/** Offenders against the rules of the house, planted to show that each rule catches one. */
public final class Planted {
    private Planted() {}

    /** An aggregate that others could hold. */
    @Aggregate
    public static final class PublicAggregate {}

    /** A handler that others could call. */
    public static final class LoudHandler {
        @EventSourcingHandler
        public void on(String event) {}
    }

    /** A handler that argues with what has happened. */
    public static final class ThrowingHandler {
        @EventSourcingHandler
        void on(String event) {
            if (event.isEmpty()) {
                throw new IllegalStateException(event);
            }
        }
    }

    /** Reaches past the driver. */
    public interface OpensTheStore {
        MVStore open();
    }
}
