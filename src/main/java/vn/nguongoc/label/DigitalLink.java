package vn.nguongoc.label;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The address of a lot as a QR code carries it: {@code https://host/01/{gtin14}/10/{lot}} for goods with a GTIN, and
 * {@code https://host/t/{code}} for the others.
 *
 * @see <a href="https://ref.gs1.org/standards/digital-link/uri-syntax/">GS1 Digital Link: URI syntax</a>
 */
public final class DigitalLink {
    private DigitalLink() {}

    /**
     * @param base scheme and host, without a slash at the end
     * @param key {@code 01/…/10/…} or {@code t/…}, its values not yet encoded
     */
    public static String address(String base, String key) {
        var parts = key.split("/", key.startsWith("01/") ? 4 : 2);
        return Arrays.stream(parts).map(DigitalLink::encoded).collect(Collectors.joining("/", base + "/", ""));
    }

    /** The address of one unit of the lot that has this address with a GTIN. */
    static String unit(String lotAddress, Serial serial) {
        return lotAddress + "/21/" + serial.value();
    }

    /** The lot number in an address with a GTIN; nothing in that of other goods. */
    public static Optional<String> lotNumber(String address) {
        var parts = address.split("/10/", 2);
        return parts.length == 2 && parts[0].contains("/01/")
                ? Optional.of(URLDecoder.decode(parts[1].replace("+", "%2B"), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    /** Percent-encodes what RFC 3986 does not leave unreserved. */
    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
