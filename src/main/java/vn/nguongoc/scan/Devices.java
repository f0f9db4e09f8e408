package vn.nguongoc.scan;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.nguongoc.shared.Vietnam;

/**
 * Tells devices apart without keeping who they are: HMAC-SHA-256 under a key that is made at random for each day in
 * Vietnam, lives in this process's memory alone and is forgotten with the day, so that afterwards nobody can try
 * addresses against a code. Another process, and this one after a restart, has another key, hence another epoch.
 */
final class Devices {
    private static final int KEY_BYTES = 32;
    private static final int EPOCH_BYTES = 4;
    private static final int CODE_BYTES = 6;
    private static final int IPV4_PREFIX = 3;
    private static final int IPV6_PREFIX = 6;
    private static final String MAC = "HmacSHA256";
    private static final SecureRandom RANDOM = new SecureRandom();

    private volatile Epoch epoch = Epoch.of(LocalDate.MIN);

    /**
     * @param keyed a MAC with the day's key, of which each code is made by a copy: making one anew takes longer than
     *     both
     */
    private record Epoch(LocalDate day, String name, Mac keyed) {
        static Epoch of(LocalDate day) {
            try {
                var keyed = Mac.getInstance(MAC);
                keyed.init(new SecretKeySpec(random(KEY_BYTES), MAC));
                return new Epoch(day, HexFormat.of().formatHex(random(EPOCH_BYTES)), keyed);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every JDK has HMAC with SHA-256", e);
            }
        }

        private static byte[] random(int bytes) {
            var random = new byte[bytes];
            RANDOM.nextBytes(random);
            return random;
        }

        String code(byte[] network, String traits) {
            try {
                var mac = (Mac) keyed.clone();
                mac.update(network);
                mac.update((byte) 0);
                return HexFormat.of().formatHex(mac.doFinal(traits.getBytes(StandardCharsets.UTF_8)), 0, CODE_BYTES);
            } catch (CloneNotSupportedException e) {
                throw new IllegalStateException("the JDK's own HMAC can be copied", e);
            }
        }
    }

    /**
     * @param address of the connection, in digits
     * @param traits what the browser says of itself
     */
    Device of(InetAddress address, String traits, Instant now) {
        var today = epochOf(Vietnam.day(now.atOffset(Vietnam.OFFSET)));
        return new Device(today.name(), today.code(network(address), traits));
    }

    /** A network as far as it can be told from others on one day. */
    String network(InetAddress address, Instant now) {
        return epochOf(Vietnam.day(now.atOffset(Vietnam.OFFSET))).code(network(address), "");
    }

    private Epoch epochOf(LocalDate day) {
        var current = epoch;
        return current.day().equals(day) ? current : next(day);
    }

    private synchronized Epoch next(LocalDate day) {
        if (!epoch.day().equals(day)) {
            epoch = Epoch.of(day);
        }
        return epoch;
    }

    private static byte[] network(InetAddress address) {
        var bytes = address.getAddress();
        return Arrays.copyOf(bytes, bytes.length == Integer.BYTES ? IPV4_PREFIX : IPV6_PREFIX);
    }
}
