package vn.nguongoc.farmer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.nguongoc.farmer.event.Commitment;
import vn.nguongoc.farmer.event.Field;

/**
 * What opens a {@link Commitment}: whoever has it can reckon the commitment again, and nobody else can try values.
 *
 * @param value in NFC
 * @param random 32 bytes in hex, the key of the commitment
 */
public record Opening(Field field, String value, String random) {
    private static final int RANDOM_BYTES = 32;
    private static final String MAC = "HmacSHA256";

    /** Of a value that is committed to for the first time. */
    static Opening fresh(Field field, String value) {
        return new Opening(
                field,
                Normalizer.normalize(value, Normalizer.Form.NFC),
                HexFormat.of().formatHex(Seal.random(RANDOM_BYTES)));
    }

    /** What the record holds in its place. */
    public Commitment commitment() {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(random), MAC));
            mac.update(field.code().getBytes(StandardCharsets.US_ASCII));
            mac.update((byte) 0);
            return new Commitment(field, HexFormat.of().formatHex(mac.doFinal(value.getBytes(StandardCharsets.UTF_8))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + MAC, e);
        }
    }

    /** The random bytes, then the value. */
    byte[] bytes() {
        var text = value.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(RANDOM_BYTES + text.length)
                .put(HexFormat.of().parseHex(random))
                .put(text)
                .array();
    }

    static Opening of(Field field, byte[] bytes) {
        return new Opening(
                field,
                new String(bytes, RANDOM_BYTES, bytes.length - RANDOM_BYTES, StandardCharsets.UTF_8),
                HexFormat.of().formatHex(Arrays.copyOf(bytes, RANDOM_BYTES)));
    }

    /** Tells nothing of the person. */
    @Override
    public String toString() {
        return "Opening[" + field + "]";
    }
}
