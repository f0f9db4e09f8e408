package vn.nguongoc.buyer;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
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
    private static final int LENGTH_OF_ID = 16;

    /** The path, if an address was typed. */
    public Optional<String> path() {
        var address = ADDRESS.matcher(text.strip());
        return address.matches() ? Optional.of(address.group(1)) : Optional.empty();
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
