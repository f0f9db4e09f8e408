package vn.nguongoc.history;

import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import vn.nguongoc.eventlog.DeadLetters;

/** An event that the history could not handle is tried again at each start: the new version may know how. */
@Configuration(proxyBeanMethods = false)
class WhenTheServiceStartsThenRetryDeadLetters {

    @Bean
    static ConfigurerModule historyKeepsDeadLetters(DeadLetters letters) {
        return configurer -> letters.keepFor(configurer.eventProcessing(), HistoryProjection.NAME);
    }

    @EventListener
    void retry(ApplicationReadyEvent started) {
        retry(started.getApplicationContext().getBean(EventProcessingConfiguration.class));
    }

    /** @return how many aggregates' events could be handled this time */
    static int retry(EventProcessingConfiguration processing) {
        return DeadLetters.retry(processing, HistoryProjection.NAME);
    }
}
