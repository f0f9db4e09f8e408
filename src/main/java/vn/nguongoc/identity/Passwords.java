package vn.nguongoc.identity;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import vn.nguongoc.shared.Refused;

/**
 * Argon2id with 19 MiB, two passes, one lane (OWASP's least, Password Storage Cheat Sheet). Hashing is work on purpose,
 * so one is hashed at a time and few may wait: whoever records shares the machine with them.
 */
@Component
class Passwords {
    static final int SHORTEST = 12;
    static final int LONGEST = 128;

    /** zxcvbn's best of four: 10¹⁰ guesses and more for who knows lists, keyboards, days and what stands below. */
    private static final int STRONG = 4;

    /** What is measured of a long one; the work grows with the square of it. */
    private static final int MEASURED = 64;

    private static final List<String> HERE =
            List.of("nguongoc", "matkhau", "vietnam", "cantho", "soctrang", "hoptacxa", "st25");
    private static final int AT_ONCE = 1;
    private static final int WAITING = 16;
    private static final long PATIENCE_SECONDS = 5;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int KIBIBYTES = 19 << 10;
    private static final int PASSES = 2;

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, KIBIBYTES, PASSES);
    private final Semaphore work = new Semaphore(AT_ONCE, true);
    private final Supplier<String> nobodys =
            new Once(() -> argon2.encode(Secret.fresh().text()));

    /** @throws Refused if nobody should sign in with it */
    String hash(String name, String password) {
        var given = normal(password);
        var length = given.codePointCount(0, given.length());
        if (length < SHORTEST) {
            throw new Refused(new IdentityRefusal.PasswordTooShort(length, SHORTEST));
        }
        if (length > LONGEST) {
            throw new Refused(new IdentityRefusal.PasswordTooLong(length, LONGEST));
        }
        if (isEasy(Logins.folded(name), Logins.folded(given))) {
            throw new Refused(new IdentityRefusal.PasswordTooEasy());
        }
        return bounded(() -> argon2.encode(given));
    }

    /**
     * Takes as long for a name that nobody has.
     *
     * @param hash the one to compare with; null if there is no such name
     */
    boolean match(String password, @Nullable String hash) {
        var given = normal(password);
        if (given.length() > LONGEST * 2) {
            return false;
        }
        return bounded(() -> argon2.matches(given, hash == null ? nobodys.get() : hash)) && hash != null;
    }

    /**
     * What a password that matches becomes today.
     *
     * @param hash what it became before
     * @return nothing if that is as hard to guess
     */
    Optional<String> hardened(String password, String hash) {
        return argon2.upgradeEncoding(hash)
                ? Optional.of(bounded(() -> argon2.encode(normal(password))))
                : Optional.empty();
    }

    /** The lists take some megabytes and are needed seldom, so they are read anew each time. */
    private static boolean isEasy(String name, String password) {
        var known = Stream.concat(Stream.of(name), Stream.concat(Stream.of(name.split("[^a-z0-9]+")), HERE.stream()))
                .filter(it -> !it.isEmpty())
                .toList();
        var measured = password.substring(0, Math.min(password.length(), MEASURED));
        return new Zxcvbn().measure(measured, known).getScore() < STRONG;
    }

    private <T> T bounded(Supplier<T> hashing) {
        try {
            if (work.getQueueLength() >= WAITING || !work.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Refused(new IdentityRefusal.TooManyTries(PATIENCE_SECONDS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        try {
            return hashing.get();
        } finally {
            work.release();
        }
    }

    /** The same letters, however a phone composed them (NIST SP 800-63B). */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private static final class Once implements Supplier<String> {
        private final Supplier<String> make;
        private volatile @Nullable String made;

        Once(Supplier<String> make) {
            this.make = make;
        }

        @Override
        public synchronized String get() {
            var now = made;
            if (now == null) {
                now = make.get();
                made = now;
            }
            return now;
        }
    }
}
