package vn.nguongoc.scan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import vn.nguongoc.shared.Vietnam;

/**
 * Who looks at a page, if it is a person who looks: not a robot, a preview of a link, or a browser that looks ahead.
 */
@Component
class Visitors {
    /**
     * What programs call themselves. Browsers inside Zalo, Facebook or WhatsApp are people; what fetches a preview for
     * those is not.
     */
    private static final Pattern PROGRAMS = Pattern.compile(
            "bot|crawl|spider|slurp|preview|facebookexternalhit|facebookcatalog|^whatsapp|embedly|pinterest/|vkshare"
                    + "|mediapartners|lighthouse|headless|monitor|uptime|pingdom|scan(ner)?/|validator"
                    + "|^curl|^wget|^python|^java|^go-http|^okhttp|^axios|^node|^ruby|^perl|^php|libwww|httpclient",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern AHEAD = Pattern.compile("prefetch|prerender|preview", Pattern.CASE_INSENSITIVE);
    private static final List<String> SAY_AHEAD = List.of("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern NO_COUNTRY = Pattern.compile("XX|T1");

    private static final long MOST_BROWSERS = 2_000;

    private final Devices devices = new Devices();

    /** What was looked at before: thousands of phones say one of a few hundred things of themselves. */
    private final Cache<String, Boolean> programs =
            Caffeine.newBuilder().maximumSize(MOST_BROWSERS).build();

    private final Clock clock;
    private final @Nullable String countryHeader;

    Visitors(Clock clock, ScanSettings settings) {
        this.clock = clock;
        this.countryHeader = settings.countryHeader();
    }

    /** Nothing for whoever is not counted. */
    Optional<Visitor> of(HttpServletRequest request) {
        return isPerson(request) ? Optional.of(anyone(request)) : Optional.empty();
    }

    /** The network of whoever asks. */
    String network(HttpServletRequest request) {
        return devices.network(InetAddress.ofLiteral(address(request)), clock.instant());
    }

    LocalDate today() {
        return Vietnam.day(clock.instant().atOffset(Vietnam.OFFSET));
    }

    /** Whoever asks, also a program. */
    Visitor anyone(HttpServletRequest request) {
        var now = clock.instant();
        var traits = header(request, HttpHeaders.USER_AGENT) + "\n" + header(request, HttpHeaders.ACCEPT_LANGUAGE);
        return new Visitor(devices.of(InetAddress.ofLiteral(address(request)), traits, now), country(request), now);
    }

    /** Without the interface that IPv6 may name. */
    private static String address(HttpServletRequest request) {
        return request.getRemoteAddr().replaceFirst("%.*", "");
    }

    private boolean isPerson(HttpServletRequest request) {
        var browser = header(request, HttpHeaders.USER_AGENT);
        return request.getMethod().equals("GET")
                && !browser.isBlank()
                && !programs.get(browser, it -> PROGRAMS.matcher(it).find())
                && SAY_AHEAD.stream()
                        .noneMatch(it -> AHEAD.matcher(header(request, it)).find())
                && List.of("", "document").contains(header(request, "Sec-Fetch-Dest"));
    }

    private @Nullable String country(HttpServletRequest request) {
        if (countryHeader == null || countryHeader.isBlank()) {
            return null;
        }
        var country = header(request, countryHeader);
        return COUNTRY.matcher(country).matches()
                        && !NO_COUNTRY.matcher(country).matches()
                ? country
                : null;
    }

    private static String header(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getHeader(name), "");
    }
}
