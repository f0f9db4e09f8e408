package vn.nguongoc.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the catalogue from {@code catalogue/*.yml} on the class path; an error names file, line and reason. */
@Configuration(proxyBeanMethods = false)
public class CatalogueFiles {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** The catalogue as it ships. */
    @Bean
    public static Catalogue catalogue() {
        return new Catalogue(
                read("products.yml", new TypeReference<List<Product>>() {}),
                read("steps.yml", new TypeReference<List<StepKind>>() {}),
                read("activities.yml", new TypeReference<List<ActivityKind>>() {}),
                read("substances.yml", new TypeReference<List<Substance>>() {}),
                read("wards.yml", new TypeReference<List<Ward>>() {}),
                read("schemes.yml", new TypeReference<List<CertificateScheme>>() {}),
                read("terms.yml", new TypeReference<Terms>() {}));
    }

    private static <T> T read(String file, TypeReference<T> type) {
        try (var in = CatalogueFiles.class.getResourceAsStream("/catalogue/" + file)) {
            return YAML.readValue(in, type);
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw new IllegalStateException(
                    "catalogue/" + file + ", line " + (at == null ? "?" : at.getLineNr()) + ": "
                            + e.getOriginalMessage(),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("catalogue/" + file, e);
        }
    }
}
