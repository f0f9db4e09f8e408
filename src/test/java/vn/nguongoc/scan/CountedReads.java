package vn.nguongoc.scan;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.web.context.request.RequestContextHolder;

/** Stands between the service and its database and notes what is read while a request is answered. */
@TestConfiguration(proxyBeanMethods = false)
class CountedReads implements BeanPostProcessor {
    private static final Set<String> READING =
            Set.of("find", "aggregate", "distinct", "countDocuments", "estimatedDocumentCount", "findOneAndUpdate");

    private final List<String> reads = new CopyOnWriteArrayList<>();

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof MongoDatabase ? noting(bean) : bean;
    }

    /** The collections that were read since it was last asked, in order. */
    List<String> taken() {
        var taken = List.copyOf(reads);
        reads.clear();
        return taken;
    }

    private Object noting(Object real) {
        var type = real instanceof MongoDatabase ? MongoDatabase.class : MongoCollection.class;
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (real instanceof MongoCollection<?> collection
                    && READING.contains(method.getName())
                    && RequestContextHolder.getRequestAttributes() != null) {
                reads.add(collection.getNamespace().getCollectionName());
            }
            try {
                return following(method.invoke(real, arguments));
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
        });
    }

    private @Nullable Object following(@Nullable Object result) {
        return result instanceof MongoDatabase || result instanceof MongoCollection<?> ? noting(result) : result;
    }
}
