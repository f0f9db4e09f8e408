package vn.nguongoc.view;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Names of constants as the API writes them: {@code on-the-way}. */
public final class Codes {
    private Codes() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant of this code. */
    public static <E extends Enum<E>> Optional<E> named(Class<E> type, String code) {
        return constants(type).filter(it -> of(it).equals(code)).findFirst();
    }

    /** All codes, in the order of the constants. */
    public static <E extends Enum<E>> List<String> of(Class<E> type) {
        return constants(type).map(Codes::of).toList();
    }

    private static <E extends Enum<E>> Stream<E> constants(Class<E> type) {
        return Arrays.stream(Objects.requireNonNull(type.getEnumConstants()));
    }
}
