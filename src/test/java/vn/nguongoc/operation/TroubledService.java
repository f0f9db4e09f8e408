package vn.nguongoc.operation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import vn.nguongoc.ServiceTest;

/**
 * A {@link ServiceTest} of a service that has a {@link Troubled} follower, says soon that one is behind, and waits two
 * seconds for the rest of a request.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceTest
@Import(Troubled.class)
@TestPropertySource(
        properties = {
            "axon.eventhandling.processors.troubled.mode=tracking",
            "axon.eventhandling.processors.troubled.source=eventStore",
            "nguongoc.operation.behind=50ms",
            "server.tomcat.connection-timeout=2s",
            "server.tomcat.keep-alive-timeout=20s"
        })
@interface TroubledService {}
