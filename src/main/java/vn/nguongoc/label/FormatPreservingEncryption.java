package vn.nguongoc.label;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;

/**
 * FF1 of NIST SP 800-38G: a keyed permutation of the strings of numerals of one length. It is a Feistel network of ten
 * rounds whose round function is a CBC-MAC with AES. Without knowledge of the key its output looks random; with it, it
 * is turned back. Not for use by several threads at once.
 *
 * @see <a href="https://doi.org/10.6028/NIST.SP.800-38G">NIST SP 800-38G</a>
 */
final class FormatPreservingEncryption {
    private static final int ROUNDS = 10;
    private static final int BLOCK = 16;

    private final Cipher aes;
    private final int radix;
    private final int length;
    private final byte[] tweak;
    /** The first block of each CBC-MAC, encrypted: it does not depend on what is encrypted. */
    private final byte[] header;

    /**
     * @param radix how many numerals there are, 2 to 65,536
     * @param length numerals in a string; {@code radix^length} must be at least 1,000,000
     */
    FormatPreservingEncryption(SecretKey key, int radix, int length, byte[] tweak) {
        if (length * Math.log10(radix) < 6) {
            throw new IllegalArgumentException(length + " numerals of radix " + radix + " are too few");
        }
        try {
            this.aes = Cipher.getInstance("AES/ECB/NoPadding");
            aes.init(Cipher.ENCRYPT_MODE, key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES", e);
        }
        this.radix = radix;
        this.length = length;
        this.tweak = tweak.clone();
        this.header = encrypted(firstBlock());
    }

    private byte[] firstBlock() {
        var block = new byte[BLOCK];
        block[0] = 1;
        block[1] = 2;
        block[2] = 1;
        put(block, 3, 3, radix);
        block[6] = ROUNDS;
        block[7] = (byte) (length / 2);
        put(block, 8, 4, length);
        put(block, 12, 4, tweak.length);
        return block;
    }

    private static void put(byte[] bytes, int at, int width, int value) {
        for (int i = 0; i < width; i++) {
            bytes[at + i] = (byte) (value >>> (Byte.SIZE * (width - 1 - i)));
        }
    }

    /** @param numerals {@code length} numerals from 0 to {@code radix - 1} */
    int[] encrypt(int[] numerals) {
        var left = number(numerals, 0, length / 2);
        var right = number(numerals, length / 2, length);
        for (int round = 0; round < ROUNDS; round++) {
            var mixed = left.add(roundFunction(round, right)).mod(modulus(round));
            left = right;
            right = mixed;
        }
        return numerals(left, right);
    }

    /** What was encrypted to this. */
    int[] decrypt(int[] numerals) {
        var left = number(numerals, 0, length / 2);
        var right = number(numerals, length / 2, length);
        for (int round = ROUNDS - 1; round >= 0; round--) {
            var mixed = right.subtract(roundFunction(round, left)).mod(modulus(round));
            right = left;
            left = mixed;
        }
        return numerals(left, right);
    }

    private BigInteger modulus(int round) {
        return BigInteger.valueOf(radix).pow(round % 2 == 0 ? length / 2 : length - length / 2);
    }

    private BigInteger number(int[] numerals, int from, int to) {
        var number = BigInteger.ZERO;
        for (int i = from; i < to; i++) {
            if (numerals[i] < 0 || numerals[i] >= radix) {
                throw new IllegalArgumentException(numerals[i] + " is no numeral of radix " + radix);
            }
            number = number.multiply(BigInteger.valueOf(radix)).add(BigInteger.valueOf(numerals[i]));
        }
        return number;
    }

    private int[] numerals(BigInteger left, BigInteger right) {
        var numerals = new int[length];
        fill(numerals, 0, length / 2, left);
        fill(numerals, length / 2, length, right);
        return numerals;
    }

    private void fill(int[] numerals, int from, int to, BigInteger number) {
        var left = number;
        for (int i = to - 1; i >= from; i--) {
            var parts = left.divideAndRemainder(BigInteger.valueOf(radix));
            numerals[i] = parts[1].intValue();
            left = parts[0];
        }
    }

    /** Step 6 of the standard's algorithm, i to v: {@code y}. */
    private BigInteger roundFunction(int round, BigInteger half) {
        int width = (modulus(1).subtract(BigInteger.ONE).bitLength() + 7) / 8;
        var mac = header.clone();
        var data = blocks(round, half, width);
        for (int from = 0; from < data.length; from += BLOCK) {
            for (int i = 0; i < BLOCK; i++) {
                mac[i] ^= data[from + i];
            }
            mac = encrypted(mac);
        }
        int wanted = 4 * ((width + 3) / 4) + 4;
        return new BigInteger(1, stretched(mac, wanted));
    }

    /** The tweak, zeros up to a whole block, the round and one half of the string. */
    private byte[] blocks(int round, BigInteger half, int width) {
        int used = tweak.length + 1 + width;
        var data = Arrays.copyOf(tweak, (used + BLOCK - 1) / BLOCK * BLOCK);
        data[data.length - width - 1] = (byte) round;
        var number = half.toByteArray();
        int digits = Math.min(number.length, width);
        System.arraycopy(number, number.length - digits, data, data.length - digits, digits);
        return data;
    }

    private byte[] stretched(byte[] mac, int wanted) {
        var stream = Arrays.copyOf(mac, Math.max(wanted, BLOCK));
        for (int block = 1; block * BLOCK < wanted; block++) {
            var counted = mac.clone();
            counted[BLOCK - 1] ^= (byte) block;
            var next = encrypted(counted);
            System.arraycopy(next, 0, stream, block * BLOCK, Math.min(BLOCK, wanted - block * BLOCK));
        }
        return Arrays.copyOf(stream, wanted);
    }

    private byte[] encrypted(byte[] block) {
        try {
            return aes.doFinal(block);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a block of " + block.length + " bytes", e);
        }
    }
}
