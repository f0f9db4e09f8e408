package vn.nguongoc.eventlog;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;

/** The Merkle tree hash of RFC 6962, section 2.1, over leaves that come one after the other. */
final class TreeHash {
    private static final byte NODE = 0x01;

    /** Roots of full subtrees, the largest first: one for each bit that is set in {@link #size}. */
    private final Deque<byte[]> subtrees = new ArrayDeque<>();

    private long size;

    void add(byte[] leaf) {
        var right = leaf;
        for (long bits = size; (bits & 1) == 1; bits >>= 1) {
            right = node(subtrees.removeLast(), right);
        }
        subtrees.addLast(right);
        size++;
    }

    /** 32 bytes; of no leaves at all, the hash of nothing. */
    byte[] root() {
        if (subtrees.isEmpty()) {
            return sha256().digest();
        }
        var smallestFirst = subtrees.descendingIterator();
        var root = smallestFirst.next();
        while (smallestFirst.hasNext()) {
            root = node(smallestFirst.next(), root);
        }
        return root;
    }

    private static byte[] node(byte[] left, byte[] right) {
        var digest = sha256();
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
