package vn.nguongoc.shared;

import java.util.List;
import java.util.Locale;

/**
 * Why the service said no. Each room has a sealed family of these, one record for each reason, whose components are the
 * facts that explain it (what was asked, what the limit is); {@code web} turns them into RFC 9457 problem details.
 */
public interface Refusal {

    Kind refusalKind();

    /**
     * The problem's name, stable for ever: room and reason, as in {@code lot/not-enough-left}. It is the tail of the
     * problem's {@code type}, the key of its words in the message files and the name of its page under docs/problems.
     */
    default String code() {
        var family = getClass().getSuperclass() == Record.class ? getClass().getEnclosingClass() : null;
        if (family == null || !family.getSimpleName().endsWith("Refusal")) {
            throw new IllegalStateException(getClass() + " is not a record inside a …Refusal family");
        }
        var room = family.getSimpleName().replaceFirst("Refusal$", "");
        return kebab(room) + "/" + kebab(getClass().getSimpleName());
    }

    private static String kebab(String camel) {
        return camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    /**
     * A text is not of its form. Its message is for logs; people read the words that the message files have under
     * {@code form.} and the reason.
     */
    final class WrongForm extends IllegalArgumentException {
        private final String reason;
        private final transient List<String> expected;

        /**
         * @param reason the tail of a key of the message files: {@code check-digit}
         * @param expected what its words name: the codes that there are, an example, a limit
         */
        public WrongForm(String reason, String... expected) {
            super(reason + " " + List.of(expected));
            this.reason = reason;
            this.expected = List.of(expected);
        }

        public String reason() {
            return reason;
        }

        public List<String> expected() {
            return expected;
        }
    }

    /** The kinds of no; each is one HTTP status. */
    enum Kind {
        /** Not a request this service understands: 400. */
        MALFORMED,
        /** Nobody knows who asks: 401. */
        UNKNOWN,
        /** Not there, or not yours: 404. */
        MISSING,
        /** Not allowed: 403. */
        FORBIDDEN,
        /** Somebody else was faster: 409. */
        CONFLICT,
        /** The version in {@code If-Match} is not the current one: 412. */
        STALE,
        /** It cannot be true: 422. */
        INVALID,
        /** The write needs an {@code If-Match}: 428. */
        UNCONDITIONAL,
        /** Too often, in too short a time: 429. */
        TOO_MANY,
        /** Not now, try again: 503. */
        BUSY
    }
}
