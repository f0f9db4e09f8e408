package vn.nguongoc.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The pages' style sheet, put into each page so that the first screen needs one request, and let in by its hash;
 * another may come from here only.
 */
@Component
public class PageStyle {
    /** The header that says what a page may load. */
    static final String POLICY = "Content-Security-Policy";

    /** What a lot's page is made of beside its history. */
    private static final String[] MAKE_PAGES = {
        "/page.css",
        "/templates/layout.html",
        "/templates/lot.html",
        "/templates/unit.html",
        "/templates/picture.html",
        "/messages_vi.properties",
        "/messages_en.properties",
        "/messages_km.properties",
        "/messages_ja.properties"
    };

    private static final int EDITION = 8;

    private final String css;
    private final String policy;
    private final String edition;

    PageStyle() {
        css = read("/page.css");
        edition = hash(Stream.of(MAKE_PAGES).map(PageStyle::read).collect(Collectors.joining()))
                .replaceAll("[^A-Za-z0-9]", "")
                .substring(0, EDITION);
        policy = "default-src 'none'; style-src 'self' 'sha256-" + hash(css)
                + "'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    /** Changes when a page of the same history would look otherwise: letters and digits. */
    String edition() {
        return edition;
    }

    public String css() {
        return css;
    }

    /** The {@code Content-Security-Policy} of a page with this style and no script. */
    public String policy() {
        return policy;
    }

    /** The same of a page with scripts of ours. */
    String policyWithScripts() {
        return policy + "; script-src 'self'";
    }

    private static String read(String resource) {
        try (var in = PageStyle.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
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
