package vn.nguongoc.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.type.LogicalType;

/** Stamps for controllers, and the language of an answer: {@code lang} in the address, then {@code Accept-Language}. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {
    private final Stamps stamps;
    private final Editions editions;
    private final MediaTypes types;

    WebConfiguration(Stamps stamps, Editions editions, MediaTypes types) {
        this.stamps = stamps;
        this.editions = editions;
        this.types = types;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(editions);
        registry.addInterceptor(types);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(stamps);
    }

    /** Passkeys bring a library for CBOR, which is no reason to take or give bodies in it. */
    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.configureMessageConvertersList(
                all -> all.removeIf(it -> it.getSupportedMediaTypes().contains(MediaType.APPLICATION_CBOR)));
    }

    @Bean
    static LocaleResolver localeResolver() {
        var resolver = new LanguageOfTheAddress();
        resolver.setSupportedLocales(Words.LANGUAGES);
        resolver.setDefaultLocale(Words.VIETNAMESE);
        return resolver;
    }

    /**
     * A quantity is a decimal string: a JSON number would have passed through binary floating point on its way here.
     */
    @Bean
    static JsonMapperBuilderCustomizer textIsText() {
        return json -> json.withCoercionConfig(
                LogicalType.Textual,
                config -> Stream.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)
                        .forEach(shape -> config.setCoercion(shape, CoercionAction.Fail)));
    }

    /** A field that stands twice would silently be the last one, or the first, as the reader pleases. */
    @Bean
    static JsonMapperBuilderCustomizer eachFieldOnce() {
        return json -> json.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    }

    private static final class LanguageOfTheAddress extends AcceptHeaderLocaleResolver {
        @Override
        public Locale resolveLocale(HttpServletRequest request) {
            return Optional.ofNullable(request.getParameter("lang"))
                    .map(Locale::of)
                    .filter(Words.LANGUAGES::contains)
                    .orElseGet(() -> super.resolveLocale(request));
        }
    }
}
