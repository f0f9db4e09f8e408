package vn.nguongoc.doors;

import java.net.InetAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Puts the {@link Doorway} before the controllers, unless the doors are open. The service does not start with open
 * doors on an address that others can reach.
 */
@Configuration(proxyBeanMethods = false)
class DoorConfiguration implements WebMvcConfigurer {
    private final DoorSettings settings;
    private final Doorway doorway;

    DoorConfiguration(DoorSettings settings, Doorway doorway, @Value("${server.address:0.0.0.0}") InetAddress address) {
        refuseOpenDoorsForOthers(settings, address);
        this.settings = settings;
        this.doorway = doorway;
    }

    /** @param address that the service listens on */
    static void refuseOpenDoorsForOthers(DoorSettings settings, InetAddress address) {
        if (settings.areOpen() && !address.isLoopbackAddress()) {
            throw new InvalidConfigurationPropertyValueException(
                    "nguongoc.doors",
                    "open",
                    "Open doors are for this machine alone, and server.address is " + address);
        }
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        if (!settings.areOpen()) {
            registry.addInterceptor(doorway);
        }
    }
}
