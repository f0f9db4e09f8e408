package vn.nguongoc.lists;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import vn.nguongoc.labelling.event.LabelRunId;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.view.ViewOfLabelRun;
import vn.nguongoc.view.ViewOfLot;

/**
 * How the keys of lists look: the list's name, {@code /}, and the place in it. ASCII only, so that every server keeps
 * them in the same order.
 */
final class ListKeys {
    private static final String LOTS = "lots/";

    /** The list of all lots. */
    static final String ALL_LOTS = LOTS + "all";

    /** More than a log will hold. */
    private static final long POSITIONS = (1L << 48) - 1;

    private static final HexFormat HEX = HexFormat.of();

    private ListKeys() {}

    /** The list of lots that are this. */
    static String lots(Facet facet, String value) {
        return LOTS + facet.code + "/" + ascii(value);
    }

    /** Begins the names of all lists of lots with words that begin so. */
    static String lotsWithWordsLike(String beginning) {
        return LOTS + Facet.WORD.code + "/" + ascii(beginning);
    }

    /** The name of the list that a key belongs to. */
    static String listOf(String key) {
        return key.substring(0, key.lastIndexOf('/'));
    }

    /**
     * Where a lot stands in every list it is in: by the time it began, newest first; of one time, what was recorded
     * last comes first, so that what is recorded together lies together; then by its id.
     */
    static String place(ViewOfLot lot) {
        return newestFirst(lot.since())
                + latestFirst(lot.begun())
                + lot.id().value().substring(LotId.PREFIX.length() + 1);
    }

    /** Where a run of labels stands in every list it is in: newest first. */
    static String place(ViewOfLabelRun run) {
        return newestFirst(run.since()) + run.id().value().substring(LabelRunId.PREFIX.length() + 1);
    }

    /** The place of what stands at this position of the log; that of a later one comes before it. */
    static String latestFirst(long position) {
        return HEX.toHexDigits(POSITIONS - position, 12);
    }

    /** The beginning of the places of what began at this millisecond; that of a later one comes before it. */
    static String newestFirst(OffsetDateTime at) {
        return HEX.toHexDigits(Long.MAX_VALUE - milliseconds(at.toInstant()));
    }

    /** The beginning of the places of what began at this millisecond; that of a later one comes after it. */
    static String oldestFirst(Instant at) {
        return HEX.toHexDigits(milliseconds(at));
    }

    /** Since 1970; what was before that is all one. */
    private static long milliseconds(Instant at) {
        return at.isBefore(Instant.EPOCH) ? 0 : at.toEpochMilli();
    }

    /** Small letters, digits and hyphens as they are, everything else by its number. */
    static String ascii(String value) {
        var text = new StringBuilder();
        value.chars().forEach(it -> {
            if ((it >= 'a' && it <= 'z') || (it >= '0' && it <= '9') || it == '-') {
                text.append((char) it);
            } else {
                text.append('.').append(HEX.toHexDigits((char) it));
            }
        });
        return text.toString();
    }

    /** What lots are listed by. */
    enum Facet {
        HOLDER("holder"),
        PRODUCT("product"),
        WARD("ward"),
        SEASON("season"),
        STATUS("status"),
        CLAIM("claim"),
        GTIN("gtin"),
        WORD("word");

        private final String code;

        Facet(String code) {
            this.code = code;
        }
    }
}
