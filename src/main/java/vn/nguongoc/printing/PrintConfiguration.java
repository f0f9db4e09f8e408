package vn.nguongoc.printing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.nguongoc.mongo.StoreServer;

/** Where files of labels lie: beside the data, or in a temporary folder where the data is on another machine. */
@Configuration(proxyBeanMethods = false)
class PrintConfiguration {
    private static final String FOLDER = "labels";

    @Bean
    static PrintFolder printFolder(StoreServer server) {
        return new PrintFolder(
                server.directory().map(it -> it.resolve(FOLDER)).orElseGet(PrintConfiguration::temporary));
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("nguongoc-" + FOLDER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
