package vn.nguongoc.recall;

import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import vn.nguongoc.eventlog.DeadLetters;

/**
 * The follower of the log that holds what descends from what is held. It begins where the log begins; a database that
 * is away is waited for; an event that it cannot handle is set aside and tried again at each start.
 */
@Configuration(proxyBeanMethods = false)
class Descent {
    static final String NAME = "descent";

    @Bean
    static ConfigurerModule descentKeepsDeadLetters(DeadLetters letters) {
        return configurer -> letters.keepFor(configurer.eventProcessing(), NAME);
    }

    @Bean
    static ConfigurerModule descentActsInBatches(Children children, ObjectProvider<Reaching> reaching) {
        return configurer -> configurer
                .eventProcessing()
                .registerHandlerInterceptor(NAME, configuration -> children::inBatches)
                .registerHandlerInterceptor(NAME, configuration -> reaching.getObject()::inBatches);
    }

    @EventListener
    void retry(ApplicationReadyEvent started) {
        var context = started.getApplicationContext();
        context.getBean(DeadLetters.class).retry(context.getBean(EventProcessingConfiguration.class), NAME);
    }
}
