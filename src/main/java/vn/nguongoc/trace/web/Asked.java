package vn.nguongoc.trace.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Refusal;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.trace.TraceRefusal;
import vn.nguongoc.trace.TraceRequest;
import vn.nguongoc.trace.TraceRequest.Direction;
import vn.nguongoc.trace.Viewpoint;
import vn.nguongoc.trace.Viewpoint.Known;
import vn.nguongoc.web.WebRefusal;

/**
 * The parameters of a trace as they stand in the address, unread.
 *
 * @param direction back, forward or both, which it is if nothing is said
 * @param depth 1 to 200, which it is if nothing is said
 * @param asOf a position in the log, or a time with its offset
 * @param known then, which it is if nothing is said, or now
 */
record Asked(
        @Nullable String direction,
        @Nullable String depth,
        @Nullable String asOf,
        @Nullable String known) {
    private static final int LONGEST = 200;
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");
    private static final Pattern POSITION = Pattern.compile("\\d{1,18}");

    /**
     * @param last position that the history has come to
     * @throws Refused if a parameter cannot be used
     */
    TraceRequest read(String lot, long last, Instant now) {
        return new TraceRequest(
                id(lot),
                word("direction", direction, Direction.BOTH, Direction.values()),
                readDepth(),
                viewpoint(word("known", known, Known.THEN, Known.values()), last, now));
    }

    private static LotId id(String text) {
        return LogRefusal.named(text, LotId::new);
    }

    private static <E extends Enum<E>> E word(String parameter, @Nullable String value, E otherwise, E[] all) {
        if (value == null) {
            return otherwise;
        }
        return Arrays.stream(all)
                .filter(it -> word(it).equals(value))
                .findFirst()
                .orElseThrow(() -> new Refused(new TraceRefusal.UnknownWord(
                        parameter,
                        shortened(value),
                        Arrays.stream(all).map(Asked::word).toList())));
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    private int readDepth() {
        if (depth == null) {
            return TraceRequest.DEEPEST;
        }
        refuseIf(!NUMBER.matcher(depth).matches(), new WebRefusal.UnusableParameter("depth", shortened(depth)));
        int generations = Integer.parseInt(depth);
        refuseIf(
                generations < 1 || generations > TraceRequest.DEEPEST,
                new TraceRefusal.DepthOutOfRange(generations, 1, TraceRequest.DEEPEST));
        return generations;
    }

    private Viewpoint viewpoint(Known whose, long last, Instant now) {
        if (asOf == null) {
            return new Viewpoint(null, null, whose);
        }
        if (POSITION.matcher(asOf).matches()) {
            var position = Long.parseLong(asOf);
            refuseIf(position > last, new TraceRefusal.BeyondTheLog(position, last));
            return new Viewpoint(position, null, whose);
        }
        var moment = moment(asOf.replace(' ', '+')); // a plus that nobody encoded arrives as a space
        refuseIf(
                moment.toInstant().isAfter(now),
                new TraceRefusal.InTheFuture(moment, now.atOffset(moment.getOffset())));
        return new Viewpoint(null, moment, whose);
    }

    private static OffsetDateTime moment(String text) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            throw new Refused(
                    isLocalTime(text)
                            ? new TraceRefusal.MomentWithoutOffset(text, text + "+07:00")
                            : new TraceRefusal.NotAMoment(shortened(text)));
        }
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST));
    }

    private static boolean isLocalTime(String text) {
        try {
            return LocalDateTime.parse(text).getYear() != 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static void refuseIf(boolean refused, Refusal refusal) {
        if (refused) {
            throw new Refused(refusal);
        }
    }
}
