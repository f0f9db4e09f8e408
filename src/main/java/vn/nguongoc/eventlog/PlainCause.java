package vn.nguongoc.eventlog;

import com.mongodb.MongoException;
import java.util.Comparator;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.axonframework.serialization.Serializer;
import tools.jackson.databind.JsonNode;
import vn.nguongoc.shared.Refused;

/**
 * Why an event could not be handled, in one line that anybody who runs the service may read: the kind of fault, where
 * in our code, and what our own code said of it. What a library says may quote whole documents, so it is left out; what
 * the event itself tells in words (a name, a reason) is blacked out, ids are not. The service's log has the same of all
 * that led to it.
 */
final class PlainCause {
    private static final String OURS = "vn.nguongoc.";
    private static final int LONGEST = 200;
    private static final int MOST_CAUSES = 10;
    private static final String BLACK = "…";
    private static final Pattern ID = Pattern.compile("[a-z]+-[0-9a-z]{16}");

    private PlainCause() {}

    static ThrowableCause of(Throwable thrown, EventMessage<?> event, Serializer serializer) {
        return new ThrowableCause(thrown.getClass().getName(), line(thrown, event, serializer));
    }

    /** The same of a fault and all that caused it, for the log. */
    static String all(Throwable thrown, EventMessage<?> event, Serializer serializer) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .limit(MOST_CAUSES)
                .map(it -> line(it, event, serializer))
                .collect(Collectors.joining(", caused by "));
    }

    private static String line(Throwable thrown, EventMessage<?> event, Serializer serializer) {
        var line = thrown.getClass().getSimpleName() + place(thrown) + what(thrown, event, serializer);
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + BLACK;
    }

    private static String place(Throwable thrown) {
        return Stream.of(thrown.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .findFirst()
                .map(frame -> " in " + frame.getFileName() + ":" + frame.getLineNumber())
                .orElse("");
    }

    private static String what(Throwable thrown, EventMessage<?> event, Serializer serializer) {
        return switch (thrown) {
            case Refused refused -> ": " + refused.refusal().code();
            case MongoException database -> ": " + database.getCode();
            default -> isOurs(thrown) ? said(blackedOut(firstLine(thrown), event, serializer)) : "";
        };
    }

    private static String said(String words) {
        return words.isEmpty() ? "" : ": " + words;
    }

    /** Whether the very line that made it is ours, and so its words are. */
    private static boolean isOurs(Throwable thrown) {
        var trace = thrown.getStackTrace();
        return trace.length > 0 && trace[0].getClassName().startsWith(OURS);
    }

    private static String firstLine(Throwable thrown) {
        return Objects.requireNonNullElse(thrown.getMessage(), "")
                .lines()
                .findFirst()
                .orElse("");
    }

    private static String blackedOut(String line, EventMessage<?> event, Serializer serializer) {
        var payload = event.serializePayload(serializer, JsonNode.class).getData();
        var told = texts(payload)
                .filter(text -> !text.isBlank() && !ID.matcher(text).matches())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        for (var text : told) {
            line = word(text).matcher(line).replaceAll(BLACK);
        }
        return line;
    }

    private static Pattern word(String text) {
        return Pattern.compile("(?U)(?<!\\w)" + Pattern.quote(text) + "(?!\\w)");
    }

    private static Stream<String> texts(JsonNode node) {
        return node.isString()
                ? Stream.of(node.stringValue())
                : node.valueStream().flatMap(PlainCause::texts);
    }
}
