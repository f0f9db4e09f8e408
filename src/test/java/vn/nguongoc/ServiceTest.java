package vn.nguongoc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test that speaks to the whole service over HTTP. All of them share one service and one store, so each brings its
 * own cooperative. The store is the embedded server in a temporary directory, or a fresh database of the MongoDB that
 * the environment names in {@code NGUONGOC_TEST_MONGO_URI}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("service")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = ServiceTest.FreshStore.class)
public @interface ServiceTest {

    /** Points the service at a store that nobody has used. */
    final class FreshStore implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var uri = System.getenv("NGUONGOC_TEST_MONGO_URI");
            var store = uri == null
                    ? TestPropertyValues.of("nguongoc.mongo.directory=" + temporaryDirectory())
                    : TestPropertyValues.of(
                            "nguongoc.mongo.uri=" + uri, "nguongoc.mongo.database=test-" + UUID.randomUUID());
            store.applyTo(context);
        }

        private static String temporaryDirectory() {
            try {
                return Files.createTempDirectory("nguongoc-test").toString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
