package vn.nguongoc.web;

import jakarta.servlet.RequestDispatcher;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11InputBuffer;
import org.apache.tomcat.util.res.StringManager;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Tomcat says to a request that it cannot even read, and that therefore reaches no controller: its address cannot
 * be decoded, or it is longer than is read before the body (8 KB, Tomcat's own limit). A page in both whole languages,
 * since which one is wanted is not known there; a problem to who asks the API, and to who asks for more than fits into
 * any address of ours: no scanned code and no form does.
 */
public final class UnreadRequest extends ErrorReportValve {
    /** Tomcat has no exception of its own for it, and no status. */
    private static final String TOO_LONG =
            StringManager.getManager(Http11InputBuffer.class).getString("iib.requestheadertoolarge.error");

    private final Words words = new Words();

    @Override
    protected void report(Request request, Response response, Throwable throwable) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var address = request.getRequestURI();
        var tooLong = isTooLong(request);
        if (tooLong) {
            response.setStatus(status(address).value());
        }
        var isForPrograms = tooLong || Objects.toString(address, "").startsWith("/api/");
        response.setContentType(isForPrograms ? MediaType.APPLICATION_PROBLEM_JSON_VALUE : MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        try {
            response.getReporter()
                    .write(
                            isForPrograms
                                    ? problem(
                                            response.getStatus(),
                                            tooLong ? "page.too-long" : "page.unreadable",
                                            limit(request))
                                    : page());
            response.finishResponse();
        } catch (IOException e) {
            // whoever asked is gone
            container.getLogger().debug(e.toString());
        }
    }

    private static boolean isTooLong(Request request) {
        return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof IllegalArgumentException e
                && TOO_LONG.equals(e.getMessage());
    }

    /** Until the address was read, it is the address that is too long. */
    private static HttpStatus status(@Nullable String address) {
        return address == null || address.isEmpty()
                ? HttpStatus.URI_TOO_LONG
                : HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE;
    }

    private static int limit(Request request) {
        return request.getConnector().getProtocolHandler() instanceof AbstractHttp11Protocol<?> http
                ? http.getMaxHttpRequestHeaderSize()
                : 0;
    }

    private String problem(int status, String key, int limitBytes) {
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "status", status, "title", both(key + ".title", limitBytes), "detail", both(key, limitBytes)));
    }

    private String both(String key, int limitBytes) {
        return words.say(Words.VIETNAMESE, key, limitBytes) + " · " + words.say(Locale.ENGLISH, key, limitBytes);
    }

    private String page() {
        return """
                <!DOCTYPE html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width">\
                <title>%1$s</title><h1>%1$s</h1><p>%2$s</p><div lang="en"><h2>%3$s</h2><p>%4$s</p></div>\
                <p><a href="/">nguongoc</a></p></html>""".formatted(
                        words.say(Words.VIETNAMESE, "page.unreadable.title"),
                        words.say(Words.VIETNAMESE, "page.unreadable"),
                        words.say(Locale.ENGLISH, "page.unreadable.title"),
                        words.say(Locale.ENGLISH, "page.unreadable"));
    }
}
