package vn.nguongoc.web;

import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import vn.nguongoc.web.WebRefusal.JsonType;

/** Why a body cannot be read, in our own facts: Jackson's sentences are English and name classes. */
final class UnreadBody {
    private UnreadBody() {}

    static WebRefusal of(HttpMessageNotReadableException e) {
        return e.getCause() instanceof JacksonException json ? of(json) : new WebRefusal.NoBody();
    }

    private static WebRefusal of(JacksonException e) {
        var at = location(e);
        var line = at == null ? 1 : at.getLineNr();
        var column = at == null ? 1 : at.getColumnNr();
        var pointer = e instanceof DatabindException bound ? pointer(bound) : "";
        if (pointer.isEmpty()) {
            return new WebRefusal.UnreadableBody(line, column);
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            var known = Stream.ofNullable(unknown.getKnownPropertyIds())
                    .flatMap(Collection::stream)
                    .map(Object::toString)
                    .sorted()
                    .toList();
            return new WebRefusal.UnknownField(pointer, line, column, known);
        }
        return new WebRefusal.WrongType(pointer, expected(e), line, column);
    }

    /** Where a number or a text is too long, only the parser knows where it is. */
    private static @Nullable TokenStreamLocation location(JacksonException e) {
        return e.getLocation() == null && e.processor() instanceof JsonParser parser
                ? parser.currentLocation()
                : e.getLocation();
    }

    private static String pointer(DatabindException e) {
        return e.getPath().stream()
                .map(step -> "/" + Objects.requireNonNullElseGet(step.getPropertyName(), () -> "" + step.getIndex()))
                .collect(Collectors.joining());
    }

    private static JsonType expected(JacksonException e) {
        var type = e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        if (type == null) {
            return JsonType.OBJECT;
        }
        if (CharSequence.class.isAssignableFrom(type) || type.isEnum()) {
            return JsonType.TEXT;
        }
        if (type == boolean.class || type == Boolean.class) {
            return JsonType.YES_OR_NO;
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return JsonType.NUMBER;
        }
        return Collection.class.isAssignableFrom(type) ? JsonType.LIST : JsonType.OBJECT;
    }
}
