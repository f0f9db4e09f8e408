package vn.nguongoc.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** Who is a person that scans. */
class VisitorsTest {
    static final String PHONE =
            "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36";

    private static Visitors visitors(@Nullable String countryHeader) {
        return new Visitors(
                Clock.fixed(Instant.parse("2026-11-25T05:00:00Z"), ZoneOffset.UTC),
                new ScanSettings(400, countryHeader, Duration.ofMinutes(30), Duration.ofSeconds(1), 10));
    }

    private static MockHttpServletRequest request(String method, String browser) {
        var request = new MockHttpServletRequest(method, "/01/09520001000010/10/A/21/0123456789ABCDEF");
        request.addHeader("User-Agent", browser);
        return request;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PHONE,
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Version/18.5 Mobile/15E148 Safari/604.1",
                PHONE + " Zalo android/25081732 ZaloTheme/light ZaloLanguage/vi",
                PHONE + " [FBAN/EMA;FBLC/vi_VN;FBAV/480.0.0.0;]",
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
            })
    void browsers_are_people_also_inside_other_apps(String browser) {
        assertThat(visitors(null).of(request("GET", browser))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
                "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
                "WhatsApp/2.25.20.78 A",
                "TelegramBot (like TwitterBot)",
                "Mozilla/5.0 (Windows NT 10.0) SkypeUriPreview Preview/0.5",
                "curl/8.14.1",
                "Java-http-client/25",
                "python-requests/2.32",
                "Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/140.0.0.0 Safari/537.36"
            })
    void programs_are_not(String browser) {
        assertThat(visitors(null).of(request("GET", browser))).isEmpty();
    }

    @Test
    void nobody_looks_with_a_head_request() {
        assertThat(visitors(null).of(request("HEAD", PHONE))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Purpose, prefetch",
        "Sec-Purpose, prefetch;prerender",
        "Purpose, prefetch",
        "X-Purpose, preview",
        "X-Moz, prefetch",
        "Sec-Fetch-Dest, image",
        "Sec-Fetch-Dest, empty"
    })
    void a_browser_that_looks_ahead_or_wants_a_picture_is_not_counted(String header, String value) {
        var request = request("GET", PHONE);
        request.addHeader(header, value);
        assertThat(visitors(null).of(request)).isEmpty();

        var shown = request("GET", PHONE);
        shown.addHeader("Sec-Fetch-Dest", "document");
        assertThat(visitors(null).of(shown)).isPresent();
    }

    @Test
    void a_country_is_believed_only_of_the_header_that_is_trusted() {
        var request = request("GET", PHONE);
        request.addHeader("CF-IPCountry", "VN");
        assertThat(visitors(null).anyone(request).country()).isNull();
        assertThat(visitors("X-Country").anyone(request).country()).isNull();
        assertThat(visitors("CF-IPCountry").anyone(request).country()).isEqualTo("VN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"XX", "T1", "vn", "$ne", "VNM", "V.N", ""})
    void what_is_no_country_is_none(String value) {
        var request = request("GET", PHONE);
        request.addHeader("CF-IPCountry", value);
        assertThat(visitors("CF-IPCountry").anyone(request).country()).isNull();
    }
}
