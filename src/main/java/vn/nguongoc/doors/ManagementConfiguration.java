package vn.nguongoc.doors;

import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/**
 * Puts the {@link ManagementDoor} before {@code /actuator}. The management port has a context of its own, which knows
 * this class from {@code META-INF/spring}; the service's finds it as it finds all others, for whoever gives both one
 * port.
 */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
class ManagementConfiguration {

    @Bean
    FilterRegistrationBean<ManagementDoor> managementDoor(DoorSettings settings, ManagementToken token) {
        var registration = new FilterRegistrationBean<>(new ManagementDoor(settings, token));
        registration.addUrlPatterns(ManagementDoor.PATH, ManagementDoor.PATH + "/*");
        return registration;
    }
}
