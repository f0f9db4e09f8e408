package vn.nguongoc.farmer;

import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import vn.nguongoc.eventlog.DeadLetters;

/** The follower of the log that forgets; an event that it cannot handle is set aside and tried again at each start. */
@Configuration(proxyBeanMethods = false)
class Forgetting {
    static final String NAME = "forgetting";

    @Bean
    static ConfigurerModule forgettingKeepsDeadLetters(DeadLetters letters) {
        return configurer -> letters.keepFor(configurer.eventProcessing(), NAME);
    }

    @EventListener
    void retry(ApplicationReadyEvent started) {
        var context = started.getApplicationContext();
        context.getBean(DeadLetters.class).retry(context.getBean(EventProcessingConfiguration.class), NAME);
    }
}
