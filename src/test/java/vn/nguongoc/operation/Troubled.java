package vn.nguongoc.operation;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.context.annotation.Bean;
import vn.nguongoc.eventlog.DeadLetters;
import vn.nguongoc.organisation.event.OrganisationEvent.CertificateAdded;
import vn.nguongoc.organisation.event.OrganisationEvent.CertificateWithdrawn;
import vn.nguongoc.organisation.event.OrganisationEvent.CooperativeRegistered;

/**
 * A follower of the log that cannot bear names with a certain word, nor certificates of a certain number, until it is
 * mended. It remembers the positions that it handled.
 */
@ProcessingGroup(Troubled.NAME)
class Troubled {
    static final String NAME = "troubled";
    static final String WORD = "<script>alert(1)</script> Bà Tư";
    static final String NUMBER = "VG-13";

    private final List<Long> handled = new CopyOnWriteArrayList<>();
    private volatile boolean bearsNames;
    private volatile boolean bearsNumbers;

    @Bean
    static ConfigurerModule troubledKeepsDeadLetters(DeadLetters letters) {
        return configurer -> letters.keepFor(configurer.eventProcessing(), NAME);
    }

    void mendNames(boolean mended) {
        bearsNames = mended;
    }

    void mendNumbers(boolean mended) {
        bearsNumbers = mended;
    }

    /** In the order in which they were handled. */
    List<Long> handled() {
        return List.copyOf(handled);
    }

    @EventHandler
    void on(CooperativeRegistered event, TrackedEventMessage<?> message) {
        if (!bearsNames && event.name().contains(WORD)) {
            throw new IllegalStateException("cannot bear " + event.name() + " of " + event.cooperative());
        }
        handled(message);
    }

    @EventHandler
    void on(CertificateAdded event, TrackedEventMessage<?> message) {
        if (!bearsNumbers && event.certificate().number().equals(NUMBER)) {
            throw new IllegalStateException("cannot bear its number");
        }
        handled(message);
    }

    @EventHandler
    void on(CertificateWithdrawn event, TrackedEventMessage<?> message) {
        handled(message);
    }

    private void handled(TrackedEventMessage<?> message) {
        handled.add(message.trackingToken().position().orElseThrow());
    }
}
