package vn.nguongoc.buyer;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.util.UriUtils;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.view.ViewOfLot;

/**
 * What somebody typed from a pack: a lot number, the short code of a lot, or a whole address. Spaces, hyphens and the
 * case of letters do not matter; in a short code neither do O for 0, I and L for 1.
 *
 * @param text as it was typed
 */
public record TypedCode(String text) {
    private static final Pattern ADDRESS = Pattern.compile("(?i)(?:https?://)?[^/\\s]*(/(?:01|t)/[^\\s?#]+).*");
    private static final Pattern NO_SIGN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> DOTS = Set.of(".", "..");
    private static final int LENGTH_OF_ID = 16;

    /** The path, if an address was typed, percent-encoded; a path of dots means another one, and is no address. */
    public Optional<String> path() {
        var address = ADDRESS.matcher(text.strip());
        if (!address.matches()) {
            return Optional.empty();
        }
        var segments = Stream.of(address.group(1).split("/"))
                .filter(it -> !it.isEmpty())
                .map(TypedCode::decoded)
                .toList();
        return segments.stream().anyMatch(DOTS::contains)
                ? Optional.empty()
                : Optional.of(segments.stream()
                        .map(it -> "/" + UriUtils.encode(it, StandardCharsets.UTF_8))
                        .collect(Collectors.joining()));
    }

    /** As it stands, where its percent signs encode nothing. */
    private static String decoded(String segment) {
        try {
            return UriUtils.decode(segment, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return segment;
        }
    }

    /** The lot, if its short code was typed, with {@code lot} in front or without. */
    public Optional<LotId> lot() {
        var code = bare(text).replaceFirst("^lot(?=.{16}$)", "");
        if (code.length() != LENGTH_OF_ID) {
            return Optional.empty();
        }
        try {
            return Optional.of(new LotId(LotId.PREFIX + "-"
                    + code.replace('o', '0').replace('i', '1').replace('l', '1')));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether this is the number of that lot, or what its holder calls it. */
    public boolean isNumberOf(ViewOfLot lot) {
        var number = lot.item() == null ? lot.label() : lot.item().number();
        return number != null && bare(number).equals(bare(text));
    }

    /** Letters and digits alone. */
    public String inOne() {
        return bare(text);
    }

    private static String bare(String text) {
        return NO_SIGN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
                .replaceAll("");
    }
}
