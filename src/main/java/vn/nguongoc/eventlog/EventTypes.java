package vn.nguongoc.eventlog;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every event this service knows, by stored name; made from the rooms' sealed event families. */
public final class EventTypes {
    private final Map<String, Class<?>> byName = new HashMap<>();

    private EventTypes() {}

    /**
     * @param families sealed interfaces whose permitted records all carry an {@link EventName}
     * @throws IllegalArgumentException if a record has no name or two share one
     */
    public static EventTypes of(List<Class<?>> families) {
        var types = new EventTypes();
        families.stream().flatMap(EventTypes::members).forEach(types::add);
        return types;
    }

    private static Stream<Class<?>> members(Class<?> family) {
        var permitted = family.getPermittedSubclasses();
        if (permitted == null) {
            throw new IllegalArgumentException(family + " is not sealed");
        }
        return Stream.of(permitted).flatMap(type -> type.isSealed() ? members(type) : Stream.of(type));
    }

    private void add(Class<?> type) {
        var other = byName.put(nameOf(type).value(), type);
        if (other != null) {
            throw new IllegalArgumentException(type + " and " + other + " are stored under one name");
        }
    }

    /** @throws IllegalArgumentException if the class carries no name */
    public EventName nameOf(Class<?> type) {
        var name = type.getAnnotation(EventName.class);
        if (name == null) {
            throw new IllegalArgumentException(type + " has no @EventName");
        }
        return name;
    }

    /** @throws UnknownEvent if nothing here is stored under that name and revision */
    public Class<?> named(String name, int revision) {
        var type = byName.get(name);
        if (type == null || nameOf(type).revision() != revision) {
            throw new UnknownEvent(name, revision);
        }
        return type;
    }

    public Collection<Class<?>> all() {
        return List.copyOf(byName.values());
    }

    /** The log holds an event that this version of the service does not know. */
    public static final class UnknownEvent extends RuntimeException {
        UnknownEvent(String name, int revision) {
            super("The log holds " + name + " revision " + revision + ", which this version does not know");
        }
    }
}
