package vn.nguongoc.label;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * What serials are made with. The first twelve numerals of a serial, 60 bits, are {@code run · 2^24 + number} under a
 * keyed permutation ({@link FormatPreservingEncryption}, AES-256): within one key no serial comes twice before 2^36
 * runs of 2^24 units, 2^60 in all, and nobody without the key can tell one from random or from its neighbour. The last
 * four, 20 bits, are the beginning of an HMAC-SHA-256 over the first twelve: of serials that somebody makes up, one in
 * 2^20, about a million, looks issued.
 *
 * <p>Both keys are derived from the secret by HKDF (RFC 5869), so that neither tells anything of the other.
 */
public final class SerialKey {
    /** Units that one run can have. */
    public static final int UNITS = 1 << 24;

    private static final int SECRET = 32;
    private static final int NUMBER_BITS = 24;
    private static final int RUN_BITS = 36;
    private static final int NUMERAL_BITS = 5;
    private static final int BODY = 12;
    private static final String MAC = "HmacSHA256";

    private final String id;
    private final SecretKey permuting;
    private final SecretKey authenticating;

    /**
     * @param id what a run remembers the key by
     * @param secret at least 32 random bytes
     */
    public SerialKey(String id, byte[] secret) {
        if (secret.length < SECRET) {
            throw new IllegalArgumentException(
                    "the secret of key " + id + " has " + secret.length + " bytes, it needs " + SECRET);
        }
        this.id = id;
        this.permuting = derived(secret, "nguongoc serial permutation", "AES");
        this.authenticating = derived(secret, "nguongoc serial authentication", MAC);
    }

    private static SecretKey derived(byte[] secret, String purpose, String algorithm) {
        try {
            var parameters = HKDFParameterSpec.ofExtract()
                    .addIKM(secret)
                    .thenExpand(purpose.getBytes(StandardCharsets.US_ASCII), SECRET);
            return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HKDF with SHA-256", e);
        }
    }

    public String id() {
        return id;
    }

    /**
     * The serials of one run in the order of their numbers, made as they are asked for.
     *
     * @param run which run, 0 to 2^36 - 1
     * @param first the number of the first unit, 0 for a new run
     * @param count how many; {@code first + count} is at most {@link #UNITS}
     */
    public Stream<Serial> serials(long run, int first, int count) {
        if (run < 0 || run >>> RUN_BITS != 0 || first < 0 || count < 0 || count > UNITS - first) {
            throw new IllegalArgumentException(
                    "run " + run + " has no units " + first + " to " + first + " + " + count);
        }
        return LongStream.range(first, (long) first + count).mapToObj(maker(run));
    }

    private LongFunction<Serial> maker(long run) {
        var permutation = permutation();
        var mac = mac();
        return number -> {
            var numerals = Arrays.copyOf(permutation.encrypt(numerals((run << NUMBER_BITS) | number)), Serial.LENGTH);
            int seal = seal(mac, numerals);
            for (int i = BODY; i < Serial.LENGTH; i++) {
                numerals[i] = (seal >>> (NUMERAL_BITS * (Serial.LENGTH - 1 - i))) & (Serial.NUMERALS.length() - 1);
            }
            return Serial.of(numerals);
        };
    }

    /** The unit whose serial this is, as far as this key can tell; empty if the key never made it. */
    Optional<SerialUnit> unit(Serial serial) {
        var numerals = new int[Serial.LENGTH];
        int claimed = 0;
        for (int i = 0; i < Serial.LENGTH; i++) {
            numerals[i] = serial.numeral(i);
            claimed = i < BODY ? 0 : (claimed << NUMERAL_BITS) | numerals[i];
        }
        if (claimed != seal(mac(), numerals)) {
            return Optional.empty();
        }
        long unit = 0;
        for (int numeral : permutation().decrypt(Arrays.copyOf(numerals, BODY))) {
            unit = (unit << NUMERAL_BITS) | numeral;
        }
        return Optional.of(new SerialUnit(id, unit >>> NUMBER_BITS, (int) (unit & (UNITS - 1))));
    }

    private FormatPreservingEncryption permutation() {
        return new FormatPreservingEncryption(permuting, Serial.NUMERALS.length(), BODY, new byte[0]);
    }

    private Mac mac() {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(authenticating);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC with SHA-256", e);
        }
    }

    private static int[] numerals(long unit) {
        var numerals = new int[BODY];
        for (int i = 0; i < BODY; i++) {
            numerals[i] = (int) (unit >>> (NUMERAL_BITS * (BODY - 1 - i))) & (Serial.NUMERALS.length() - 1);
        }
        return numerals;
    }

    /** The first 20 bits of the HMAC over the letters of the first twelve numerals. */
    private static int seal(Mac mac, int[] numerals) {
        for (int i = 0; i < BODY; i++) {
            mac.update((byte) Serial.NUMERALS.charAt(numerals[i]));
        }
        var bytes = mac.doFinal();
        return ((bytes[0] & 0xff) << 12) | ((bytes[1] & 0xff) << 4) | ((bytes[2] & 0xff) >>> 4);
    }
}
