package vn.nguongoc.label;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.shared.Gs1;
import vn.nguongoc.shared.Refused;

/**
 * What an address that was scanned or typed names: a product, one of its lots, or one unit.
 *
 * @param lot AI (10)
 * @param serial AI (21)
 * @param attributes AIs of the query with their values: dates, weights, counts
 * @see <a href="https://ref.gs1.org/standards/digital-link/uri-syntax/">GS1 Digital Link: URI syntax</a>
 */
public record ScannedLink(
        Gs1 gtin, @Nullable String lot, @Nullable String serial, Map<String, String> attributes) {
    private static final String GTIN = "01";
    private static final String LOT = "10";
    private static final String SERIAL = "21";
    private static final List<String> KEYS = List.of(GTIN, LOT, SERIAL);

    /** Table 7.11-1 of GS1's General Specifications: the 82 characters of AIs (10) and (21). */
    private static final Pattern TEXT = Pattern.compile("[!\"%-?A-Z_a-z]+");

    private static final int LONGEST = 20;
    private static final Pattern GS1_KEY = Pattern.compile("\\d{2,4}");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern DATE = Pattern.compile("\\d\\d(0[1-9]|1[0-2])([0-2]\\d|3[01])");
    private static final Pattern SPAN_OF_DATES = Pattern.compile(DATE + "(" + DATE + ")?");
    private static final Pattern WEIGHT = Pattern.compile("\\d{6}");
    private static final Pattern COUNT = Pattern.compile("\\d{1,8}");

    /** Dates of making, packing, best before and expiry; of the harvest; net kilograms; pieces. */
    private static final Map<String, Pattern> ATTRIBUTES = attributeForms();

    public ScannedLink {
        attributes = Map.copyOf(attributes);
    }

    private static Map<String, Pattern> attributeForms() {
        var forms = new LinkedHashMap<String, Pattern>();
        Stream.of("11", "13", "15", "16", "17").forEach(key -> forms.put(key, DATE));
        forms.put("7007", SPAN_OF_DATES);
        Stream.of("3100", "3101", "3102", "3103", "3104", "3105").forEach(key -> forms.put(key, WEIGHT));
        forms.put("30", COUNT);
        return forms;
    }

    /**
     * @param path not yet decoded, with its slash in front
     * @param query not yet decoded; what has a name that is no number is not looked at
     * @throws Refused with a {@link LinkRefusal} if it is no address of goods
     */
    public static ScannedLink of(String path, @Nullable String query) {
        var inPath = pairs(path);
        var inQuery = attributes(query);
        var all = new LinkedHashMap<>(inPath);
        var misplaced = inQuery.keySet().stream().filter(KEYS::contains).toList();
        misplaced.forEach(key -> {
            if (all.put(key, inQuery.getOrDefault(key, "")) != null) {
                throw refused(new LinkRefusal.KeyTwice(key));
            }
        });
        var gtin = gtin(all.get(GTIN));
        var link = new ScannedLink(gtin, all.get(LOT), all.get(SERIAL), without(inQuery, misplaced));
        if (!misplaced.isEmpty()) {
            throw refused(new LinkRefusal.KeyInQuery(misplaced.getFirst(), link.path()));
        }
        var keys = List.copyOf(inPath.keySet());
        if (!keys.equals(KEYS.stream().filter(inPath::containsKey).toList())) {
            throw refused(new LinkRefusal.WrongOrder(keys, link.path()));
        }
        return link;
    }

    /** What names it, in the right order and percent-encoded, with a slash in front. */
    public String path() {
        return DigitalLink.address("", productKey())
                + (lot == null ? "" : "/10/" + DigitalLink.encoded(lot))
                + (serial == null ? "" : "/21/" + DigitalLink.encoded(serial));
    }

    /** The key of the lot that it names; absent where it names none. */
    public @Nullable String lotKey() {
        return lot == null ? null : productKey() + "/10/" + lot;
    }

    private String productKey() {
        return "01/" + gtin.asGtin14();
    }

    // ---- the path

    private static Map<String, String> pairs(String path) {
        var segments = new ArrayList<>(Arrays.asList(path.substring(1).split("/", -1)));
        if (segments.getLast().isEmpty()) {
            segments.removeLast(); // a slash at the end
        }
        var pairs = new LinkedHashMap<String, String>();
        for (int i = 0; i < segments.size(); i += 2) {
            var key = segments.get(i);
            if (!KEYS.contains(key)) {
                throw refused(new LinkRefusal.UnknownKey(shortened(key), KEYS));
            }
            if (i + 1 == segments.size() || segments.get(i + 1).isEmpty()) {
                throw refused(new LinkRefusal.ValueMissing(key));
            }
            if (pairs.put(key, value(key, segments.get(i + 1))) != null) {
                throw refused(new LinkRefusal.KeyTwice(key));
            }
        }
        return pairs;
    }

    private static String value(String key, String encoded) {
        var value = decoded(key, encoded);
        if (key.equals(GTIN)) {
            return value;
        }
        if (value.length() > LONGEST) {
            throw refused(new LinkRefusal.ValueTooLong(key, value.length(), LONGEST));
        }
        // A path of dots means another path: no browser would ever ask for it.
        if (!TEXT.matcher(value).matches() || value.equals(".") || value.equals("..")) {
            throw refused(new LinkRefusal.ValueUnusable(key, value));
        }
        return value;
    }

    /** In a path a plus is a plus. */
    private static String decoded(String key, String encoded) {
        try {
            var bytes = URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.ISO_8859_1)
                    .getBytes(StandardCharsets.ISO_8859_1);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw refused(new LinkRefusal.ValueUnusable(key, shortened(encoded)));
        }
    }

    private static Gs1 gtin(@Nullable String digits) {
        if (digits == null) {
            throw refused(new LinkRefusal.GtinMissing());
        }
        var possible = DIGITS.matcher(digits).matches() && Set.of(8, 12, 13, 14).contains(digits.length());
        if (!possible) {
            throw refused(new LinkRefusal.NoGtin(shortened(digits)));
        }
        var expected = Gs1.checkDigit(digits);
        if (digits.charAt(digits.length() - 1) != expected) {
            throw refused(new LinkRefusal.WrongCheckDigit(digits, String.valueOf(expected)));
        }
        return new Gs1(digits);
    }

    // ---- the query

    private static Map<String, String> attributes(@Nullable String query) {
        var all = new LinkedHashMap<String, String>();
        for (var parameter : query == null ? new String[0] : query.split("&", -1)) {
            var parts = parameter.split("=", 2);
            var key = parts[0];
            if (GS1_KEY.matcher(key).matches()
                    && all.put(key, attribute(key, parts.length == 1 ? "" : parts[1])) != null) {
                throw refused(new LinkRefusal.KeyTwice(key));
            }
        }
        return all;
    }

    private static String attribute(String key, String encoded) {
        if (encoded.isEmpty()) {
            throw refused(new LinkRefusal.ValueMissing(key));
        }
        if (KEYS.contains(key)) {
            return value(key, encoded);
        }
        var form = ATTRIBUTES.get(key);
        if (form == null) {
            throw refused(new LinkRefusal.UnknownKey(key, List.copyOf(new TreeSet<>(ATTRIBUTES.keySet()))));
        }
        var value = decoded(key, encoded);
        if (!form.matcher(value).matches()) {
            throw refused(new LinkRefusal.ValueUnusable(key, shortened(value)));
        }
        return value;
    }

    private static Map<String, String> without(Map<String, String> all, List<String> keys) {
        var rest = new LinkedHashMap<>(all);
        keys.forEach(rest::remove);
        return rest;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private static Refused refused(LinkRefusal refusal) {
        return new Refused(refusal);
    }
}
