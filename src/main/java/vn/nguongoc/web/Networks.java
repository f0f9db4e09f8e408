package vn.nguongoc.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Where requests come from, as far as it is worth counting. */
public final class Networks {
    /** What one subscriber is given of IPv6, who could otherwise be somebody else with each request (RFC 6177). */
    private static final int SUBSCRIBER_BYTES = 8;

    private Networks() {}

    /** An IPv4 address, or the first 64 bits of an IPv6 address. */
    public static String of(HttpServletRequest request) {
        return of(request.getRemoteAddr());
    }

    static String of(String address) {
        try {
            return InetAddress.ofLiteral(address.replaceFirst("%.*", "")) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), SUBSCRIBER_BYTES)) + "/64"
                    : address;
        } catch (IllegalArgumentException e) {
            return address; // a proxy said so
        }
    }
}
