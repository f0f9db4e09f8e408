package vn.nguongoc.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Reads the catalogue from {@code catalogue/*.yml} on the class path, and more entries of the same form from the folder
 * that the setting {@code nguongoc.catalogue} names. A mistake stops the start and names file, line and reason.
 */
@Configuration(proxyBeanMethods = false)
public class CatalogueFiles {

    @Bean
    static Catalogue catalogue(@Value("${nguongoc.catalogue:}") String more) {
        return more.isBlank() ? catalogue() : catalogue(Path.of(more));
    }

    /** The catalogue as it ships. */
    public static Catalogue catalogue() {
        return new Reading(null).catalogue();
    }

    /**
     * The catalogue as it ships and what a folder adds to its lists.
     *
     * @throws CatalogueFault if an entry is not of its form, stands twice, or names what is not there
     */
    public static Catalogue catalogue(Path more) {
        if (!Files.isDirectory(more)) {
            throw new CatalogueFault(more.toAbsolutePath().normalize().toString(), "there is no such folder");
        }
        return new Reading(more).catalogue();
    }

    /** One reading of all files, which remembers them to tell lines. */
    private static final class Reading {
        private static final String SHIPPED = "catalogue/";

        private final @Nullable Path more;
        private final List<Named> files = new ArrayList<>();

        Reading(@Nullable Path more) {
            this.more = more;
        }

        Catalogue catalogue() {
            var entries = new Entries(
                    whole("terms.yml", Terms.class),
                    whole("thresholds.yml", Thresholds.class),
                    whole("geometry.yml", Geometry.class),
                    list("varieties.yml", Variety.class),
                    list("products.yml", Product.class),
                    list("steps.yml", StepKind.class),
                    list("activities.yml", ActivityKind.class),
                    list("substances.yml", Substance.class),
                    list("water.yml", WaterParameter.class),
                    list("seasons.yml", Season.class),
                    list("markets.yml", Market.class),
                    list("wards.yml", Ward.class),
                    list("schemes.yml", CertificateScheme.class));
            try {
                return new Catalogue(entries);
            } catch (Catalogue.Contradiction e) {
                throw located(e);
            }
        }

        private <T extends Record> T whole(String name, Class<T> type) {
            return shipped(name).whole(type);
        }

        private <T extends Record> List<T> list(String name, Class<T> type) {
            var entries = new ArrayList<>(shipped(name).entries(type));
            if (more != null && Files.exists(more.resolve(name))) {
                entries.addAll(added(name, more.resolve(name)).entries(type));
            }
            return entries;
        }

        private CatalogueFile shipped(String name) {
            var in = CatalogueFiles.class.getResourceAsStream("/catalogue/" + name);
            if (in == null) {
                throw new CatalogueFault(SHIPPED + name, "it is not there");
            }
            return remember(name, SHIPPED + name, in);
        }

        private CatalogueFile added(String name, Path path) {
            var shown = path.toAbsolutePath().normalize().toString();
            try {
                return remember(name, shown, Files.newInputStream(path));
            } catch (IOException e) {
                throw new UncheckedIOException(shown, e);
            }
        }

        /** @param shown where people find it */
        private CatalogueFile remember(String name, String shown, InputStream in) {
            try {
                var file = new CatalogueFile(shown, in);
                files.add(new Named(name, shown, file));
                return file;
            } catch (IOException e) {
                throw new UncheckedIOException(shown, e);
            }
        }

        /** The last entry of that code is the one that was added to what ships. */
        private CatalogueFault located(Catalogue.Contradiction contradiction) {
            var reason = contradiction.code() + " " + contradiction.getMessage();
            return files.reversed().stream()
                    .filter(file -> file.name().equals(contradiction.file()))
                    .filter(file -> file.content().lineOf(contradiction.code()) > 0)
                    .findFirst()
                    .map(file -> new CatalogueFault(file.shown(), file.content().lineOf(contradiction.code()), reason))
                    .orElseGet(() -> new CatalogueFault(SHIPPED + contradiction.file(), reason));
        }

        private record Named(String name, String shown, CatalogueFile content) {}
    }
}
