package vn.nguongoc.eventlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Which code a class is: a digest of all that its room and {@code shared} were compiled to. State that other code
 * computed may be another state, and nobody need remember to say so.
 */
final class Code {
    private static final String SHARED = "vn/nguongoc/shared";
    private static final ClassValue<String> DIGESTS = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            return digest(type.getPackageName().replace('.', '/'));
        }
    };

    private Code() {}

    /** 64 hex digits, the same for all classes of a package. */
    static String of(Class<?> type) {
        return DIGESTS.get(type);
    }

    private static String digest(String folder) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var each : new String[] {folder, SHARED}) {
                var classes =
                        new PathMatchingResourcePatternResolver().getResources("classpath*:" + each + "/**/*.class");
                Arrays.sort(classes, Comparator.comparing(Code::address));
                for (var one : classes) {
                    digest.update(one.getContentAsByteArray());
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String address(Resource resource) {
        try {
            return resource.getURL().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
