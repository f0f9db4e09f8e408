package vn.nguongoc.doors;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import vn.nguongoc.ServiceTest;
import vn.nguongoc.identity.LocalIssuer;

/** A test of the whole service with its doors closed. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceTest
@ContextConfiguration(initializers = {ServiceTest.FreshStore.class, LocalIssuer.Believed.class})
@TestPropertySource(
        properties = {
            "nguongoc.doors=closed",
            "nguongoc.requests-per-minute=1000000",
            "management.server.port=0",
            "nguongoc.management-token=" + ClosedDoors.MANAGEMENT_TOKEN
        })
@interface ClosedDoors {
    String MANAGEMENT_TOKEN = "a-token-of-thirty-two-characters";
}
