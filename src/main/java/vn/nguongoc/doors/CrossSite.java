package vn.nguongoc.doors;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import vn.nguongoc.identity.IdentityRefusal;
import vn.nguongoc.shared.Refused;

/**
 * Tells whether a browser sends a request for a page of another site: by {@code Sec-Fetch-Site}, which every browser
 * since 2023 sends and no page can change, else by {@code Origin}. Cookies are sent to this site alone besides
 * ({@code SameSite}). OWASP, Cross-Site Request Forgery Prevention Cheat Sheet, "Fetch Metadata headers".
 */
final class CrossSite {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private CrossSite() {}

    /** Whether it may change something. */
    static boolean isUnsafe(HttpServletRequest request) {
        return !SAFE.contains(request.getMethod());
    }

    /** @throws Refused if it comes from another site's page; what is no browser says nothing and is let on */
    static void refuse(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        if (site != null ? !OURS.contains(site) : origin != null && !isThisHost(origin, request)) {
            throw new Refused(new IdentityRefusal.FromElsewhere());
        }
    }

    private static boolean isThisHost(String origin, HttpServletRequest request) {
        try {
            return request.getHeader(HttpHeaders.HOST).equals(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
