package vn.nguongoc.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * The pages' style sheet, put into each page so that the first screen needs one request, and let in by its hash alone.
 */
@Component
public class PageStyle {
    private final String css;
    private final String policy;

    PageStyle() {
        css = read();
        policy = "default-src 'none'; style-src 'sha256-" + hash(css)
                + "'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    public String css() {
        return css;
    }

    /** The {@code Content-Security-Policy} of a page with this style and no script. */
    public String policy() {
        return policy;
    }

    private static String read() {
        try (var in = PageStyle.class.getResourceAsStream("/page.css")) {
            return new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
