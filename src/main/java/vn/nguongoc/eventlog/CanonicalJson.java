package vn.nguongoc.eventlog;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/**
 * The one byte form of a JSON value, after RFC 8785 (JSON Canonicalization Scheme): members sorted by UTF-16 code
 * units, no white space, the shortest escapes. Of numbers it takes whole ones up to 2^53 − 1 only: our quantities are
 * decimal strings, so the RFC's rules for binary floating point never come into play.
 */
final class CanonicalJson {
    private static final long LARGEST_EXACT = (1L << 53) - 1;

    private final StringBuilder text = new StringBuilder(512);

    private CanonicalJson() {}

    /** @throws IllegalArgumentException if the value holds a fraction, a number past 2^53 − 1 or a lone surrogate */
    static byte[] bytes(JsonNode value) {
        var writer = new CanonicalJson();
        writer.write(value);
        return writer.text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(JsonNode value) {
        switch (value.getNodeType()) {
            case OBJECT -> writeObject(value);
            case ARRAY -> writeArray(value);
            case STRING -> writeString(value.stringValue());
            case NUMBER -> writeNumber(value);
            case BOOLEAN -> text.append(value.booleanValue());
            case NULL -> text.append("null");
            case BINARY, MISSING, POJO ->
                throw new IllegalArgumentException("not a JSON value: " + value.getNodeType());
        }
    }

    private void writeObject(JsonNode object) {
        var separator = '{';
        for (var name : object.propertyNames().stream().sorted().toList()) {
            text.append(separator);
            writeString(name);
            text.append(':');
            write(object.get(name));
            separator = ',';
        }
        text.append(object.isEmpty() ? "{}" : "}");
    }

    private void writeArray(JsonNode array) {
        var separator = '[';
        for (var element : array) {
            text.append(separator);
            write(element);
            separator = ',';
        }
        text.append(array.isEmpty() ? "[]" : "]");
    }

    private void writeNumber(JsonNode number) {
        if (!number.isIntegralNumber() || !number.canConvertToLong() || Math.abs(number.longValue()) > LARGEST_EXACT) {
            throw new IllegalArgumentException("write " + number + " as a decimal string");
        }
        text.append(number.longValue());
    }

    private void writeString(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            writeCharacter(value, i);
        }
        text.append('"');
    }

    private void writeCharacter(String value, int at) {
        var c = value.charAt(at);
        switch (c) {
            case '"', '\\' -> text.append('\\').append(c);
            case '\b' -> text.append("\\b");
            case '\t' -> text.append("\\t");
            case '\n' -> text.append("\\n");
            case '\f' -> text.append("\\f");
            case '\r' -> text.append("\\r");
            default -> {
                if (c < 0x20) {
                    text.append(String.format("\\u%04x", (int) c));
                } else {
                    requirePaired(value, at);
                    text.append(c);
                }
            }
        }
    }

    private static void requirePaired(String value, int at) {
        var c = value.charAt(at);
        var paired = !Character.isSurrogate(c)
                || (Character.isHighSurrogate(c)
                        && at + 1 < value.length()
                        && Character.isLowSurrogate(value.charAt(at + 1)))
                || (Character.isLowSurrogate(c) && at > 0 && Character.isHighSurrogate(value.charAt(at - 1)));
        if (!paired) {
            throw new IllegalArgumentException("a lone surrogate is not text");
        }
    }
}
