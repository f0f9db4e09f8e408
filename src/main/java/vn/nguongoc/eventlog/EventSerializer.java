package vn.nguongoc.eventlog;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Events to JSON and back under their stored names. Decimals are strings, times keep their zone, absent is left out,
 * and what a record does not declare {@code @Nullable} must be there. What was stored under an older revision comes
 * back in the shape of the current one.
 */
final class EventSerializer extends Jackson3Serializer {
    private static final String META_DATA = MetaData.class.getName();
    private static final SerializedType POSITION = new SimpleSerializedType("position", null);

    /** Looked up once: the JVM makes new components, which must be made accessible and warm, each time it is asked. */
    private static final ClassValue<List<Component>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<Component> computeValue(Class<?> type) {
            return Stream.of(type.getRecordComponents()).map(Component::of).toList();
        }
    };

    /** What is looked at again with every event that is read. */
    private record Component(String name, Method accessor, boolean nullable) {
        static Component of(RecordComponent component) {
            return new Component(
                    component.getName(),
                    component.getAccessor(),
                    component.getAnnotatedType().isAnnotationPresent(Nullable.class));
        }

        @Nullable
        Object of(Record event) {
            try {
                return accessor.invoke(event);
            } catch (ReflectiveOperationException e) {
                throw new SerializationException("An event record must be public: " + event.getClass(), e);
            }
        }
    }

    private final EventTypes types;

    EventSerializer(EventTypes types) {
        super(Jackson3Serializer.builder().jsonMapperBuilderCustomizer(EventSerializer::customise));
        this.types = types;
    }

    static void customise(JsonMapper.Builder json) {
        json.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .changeDefaultPropertyInclusion(it -> it.withValueInclusion(JsonInclude.Include.NON_NULL))
                .withConfigOverride(
                        BigDecimal.class, it -> it.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)));
    }

    @Override
    @SuppressWarnings("rawtypes") // Axon's signature
    public SerializedType typeForClass(@Nullable Class type) {
        if (type == null || MetaData.class.isAssignableFrom(type)) {
            return super.typeForClass(type);
        }
        if (type == GlobalSequenceTrackingToken.class) {
            return POSITION; // of an event that waits as a dead letter
        }
        var name = types.nameOf((Class<?>) type);
        return new SimpleSerializedType(name.value(), String.valueOf(name.revision()));
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        if (type.getName().equals(META_DATA)) {
            return MetaData.class;
        }
        if (type.getName().equals(POSITION.getName())) {
            return GlobalSequenceTrackingToken.class;
        }
        return types.named(type.getName(), Integer.parseInt(type.getRevision()));
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // Axon's signature
    public <S, T> T deserialize(SerializedObject<S> serialized) {
        T object = isOfAnOlderRevision(serialized.getType())
                ? super.deserialize(upcast(serialized))
                : super.deserialize(serialized);
        if (object instanceof Record event) {
            requireWhatIsDeclared(event);
        }
        return object;
    }

    private boolean isOfAnOlderRevision(SerializedType type) {
        return type.getRevision() != null && !types.isCurrent(type.getName(), Integer.parseInt(type.getRevision()));
    }

    /** Only what is old pays for the tree; everything else is read as it streams by. */
    private SerializedObject<JsonNode> upcast(SerializedObject<?> serialized) {
        var type = serialized.getType();
        var stored = getConverter().convert(serialized, JsonNode.class).getData();
        var payload =
                types.upcast(type.getName(), Integer.parseInt(type.getRevision()), (ObjectNode) stored.deepCopy());
        var current = typeForClass(classForType(type));
        return new SimpleSerializedObject<>(payload, JsonNode.class, current);
    }

    private static void requireWhatIsDeclared(Record event) {
        for (var component : COMPONENTS.get(event.getClass())) {
            var value = component.of(event);
            if (value == null && !component.nullable) {
                throw new SerializationException(
                        event.getClass().getSimpleName() + " was stored without its " + component.name);
            }
            if (value instanceof Record nested) {
                requireWhatIsDeclared(nested);
            } else if (value instanceof Collection<?> many) {
                for (var each : many) {
                    if (each instanceof Record nested) {
                        requireWhatIsDeclared(nested);
                    }
                }
            }
        }
    }
}
