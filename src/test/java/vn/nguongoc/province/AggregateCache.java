package vn.nguongoc.province;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.axonframework.spring.config.SpringAggregateConfigurer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;

/**
 * Aggregates that were in use lately, for whoever records more than people ever do: it saves reading them again, and
 * decides and stores the same. Named where it is wanted; the service has none.
 */
@SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as Axon has it
final class AggregateCache implements Cache {
    private static final String NAME = "aggregateCache";
    private static final int LARGEST = 20_000;

    private final ConcurrentMap<Object, Object> entries =
            Caffeine.newBuilder().maximumSize(LARGEST).build().asMap();

    /** Puts it behind every aggregate. */
    static final class Everywhere {
        @Bean(NAME)
        static AggregateCache aggregateCache() {
            return new AggregateCache();
        }

        @Bean
        static BeanPostProcessor aggregatesAreCached() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessBeforeInitialization(Object bean, String name) {
                    if (bean instanceof SpringAggregateConfigurer<?> aggregate) {
                        aggregate.setCache(NAME);
                    }
                    return bean;
                }
            };
        }
    }

    @Override
    public <K, V> @Nullable V get(K key) {
        return (V) entries.get(key);
    }

    @Override
    public void put(Object key, Object value) {
        entries.put(key, value);
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        return entries.putIfAbsent(key, value) == null;
    }

    @Override
    public <T> T computeIfAbsent(Object key, Supplier<T> value) {
        return (T) entries.computeIfAbsent(key, it -> value.get());
    }

    @Override
    public boolean remove(Object key) {
        return entries.remove(key) != null;
    }

    @Override
    public void removeAll() {
        entries.clear();
    }

    @Override
    public boolean containsKey(Object key) {
        return entries.containsKey(key);
    }

    @Override
    public <V> void computeIfPresent(Object key, UnaryOperator<V> update) {
        entries.computeIfPresent(key, (it, value) -> update.apply((V) value));
    }

    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        return () -> false; // nobody here has one
    }
}
