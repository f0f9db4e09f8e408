package vn.nguongoc.eventlog;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every event this service knows, by stored name, and how each older revision is read; made from the rooms' sealed
 * event families and their upcasters.
 */
public final class EventTypes {
    private final Map<String, Known> byName = new HashMap<>();

    private EventTypes() {}

    /**
     * An event.
     *
     * @param revision the one that is stored now
     * @param upcasters from revision 1 on, one for each revision before the current one
     */
    private record Known(Class<?> type, int revision, List<Upcaster> upcasters) {}

    /** Events that were never stored in another shape. */
    public static EventTypes of(List<Class<?>> families) {
        return of(families, List.of());
    }

    /**
     * @param families sealed interfaces whose permitted records all carry an {@link EventName}
     * @param upcasters for each event one from each revision before its current one, in any order
     * @throws IllegalArgumentException if a record has no name or two share one, an upcaster is missing or stands
     *     twice, or one leads nowhere
     */
    public static EventTypes of(List<Class<?>> families, List<Upcaster> upcasters) {
        var types = new EventTypes();
        families.stream().flatMap(EventTypes::members).forEach(type -> types.add(type, upcasters));
        upcasters.forEach(types::requireThatItLeadsSomewhere);
        return types;
    }

    private static Stream<Class<?>> members(Class<?> family) {
        var permitted = family.getPermittedSubclasses();
        if (permitted == null) {
            throw new IllegalArgumentException(family + " is not sealed");
        }
        return Stream.of(permitted).flatMap(type -> type.isSealed() ? members(type) : Stream.of(type));
    }

    private void add(Class<?> type, List<Upcaster> upcasters) {
        var name = nameOf(type);
        var known = new Known(type, name.revision(), chain(name, upcasters));
        var other = byName.put(name.value(), known);
        if (other != null) {
            throw new IllegalArgumentException(type + " and " + other.type() + " are stored under one name");
        }
    }

    private static List<Upcaster> chain(EventName name, List<Upcaster> upcasters) {
        return Stream.iterate(1, revision -> revision < name.revision(), revision -> revision + 1)
                .map(revision -> only(name.value(), revision, upcasters))
                .toList();
    }

    private static Upcaster only(String name, int fromRevision, List<Upcaster> upcasters) {
        var found = upcasters.stream()
                .filter(it -> it.name().equals(name) && it.fromRevision() == fromRevision)
                .toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException(
                    name + " revision " + fromRevision + " needs one upcaster to the next and has " + found.size());
        }
        return found.getFirst();
    }

    private void requireThatItLeadsSomewhere(Upcaster upcaster) {
        var known = byName.get(upcaster.name());
        if (known == null || !known.upcasters().contains(upcaster)) {
            throw new IllegalArgumentException(
                    "the upcaster from " + upcaster.name() + " revision " + upcaster.fromRevision() + " leads nowhere");
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

    /**
     * The record that an event stored under this name and revision is read as.
     *
     * @throws UnknownEvent if nothing here is stored under that name, or was under that revision
     */
    public Class<?> named(String name, int revision) {
        return known(name, revision).type();
    }

    private Known known(String name, int revision) {
        var known = byName.get(name);
        if (known == null || revision < 1 || revision > known.revision()) {
            throw new UnknownEvent(name, revision);
        }
        return known;
    }

    /** Whether events are stored under this name and revision now. */
    boolean isCurrent(String name, int revision) {
        return known(name, revision).revision() == revision;
    }

    /** A payload that was stored under an older revision, as it would be stored now; the one given may be changed. */
    ObjectNode upcast(String name, int revision, ObjectNode payload) {
        var upcasters = known(name, revision).upcasters();
        var now = payload;
        for (var upcaster : upcasters.subList(revision - 1, upcasters.size())) {
            now = upcaster.upcast(now);
        }
        return now;
    }

    public Collection<Class<?>> all() {
        return byName.values().stream().<Class<?>>map(Known::type).toList();
    }

    /** The log holds an event that this version of the service does not know. */
    public static final class UnknownEvent extends RuntimeException {
        UnknownEvent(String name, int revision) {
            super("The log holds " + name + " revision " + revision + ", which this version does not know");
        }
    }
}
