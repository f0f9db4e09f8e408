package vn.nguongoc.doors;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the {@link Doorway} before the controllers, unless the doors are open. */
@Configuration(proxyBeanMethods = false)
class DoorConfiguration implements WebMvcConfigurer {
    private final DoorSettings settings;
    private final Doorway doorway;

    DoorConfiguration(DoorSettings settings, Doorway doorway) {
        this.settings = settings;
        this.doorway = doorway;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        if (!settings.areOpen()) {
            registry.addInterceptor(doorway);
        }
    }
}
