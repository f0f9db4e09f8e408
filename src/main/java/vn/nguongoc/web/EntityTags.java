package vn.nguongoc.web;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.shared.Stamp.Expected;

/** Reads {@code If-Match}: {@code *} or a list of entity tags, RFC 9110 sections 8.8.3 and 13.1.1. */
final class EntityTags {
    private static final String ONE = "(?:W/)?\"[\\x21\\x23-\\x7e\\x80-\\xff]*\"";
    private static final Pattern TAG = Pattern.compile(ONE);

    /** Commas may stand alone: a list may have empty elements, section 5.6.1. */
    private static final Pattern LIST =
            Pattern.compile("[ \\t,]*+" + ONE + "(?:[ \\t]*+,[ \\t,]*+" + ONE + ")*+[ \\t,]*+");

    private static final int LONGEST = 1000;

    private EntityTags() {}

    /**
     * @param lines as they were sent; several are one list
     * @throws Refused if it is neither
     */
    static Expected expected(List<String> lines) {
        if (lines.isEmpty()) {
            return new Expected.Unsaid();
        }
        var value = String.join(",", lines).strip();
        if (value.equals("*")) {
            return new Expected.OneOf(List.of(value));
        }
        if (value.length() > LONGEST || !LIST.matcher(value).matches()) {
            throw new Refused(new WebRefusal.UnusableHeader(HttpHeaders.IF_MATCH, value));
        }
        return new Expected.OneOf(
                TAG.matcher(value).results().map(MatchResult::group).toList());
    }
}
