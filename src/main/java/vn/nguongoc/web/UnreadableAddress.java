package vn.nguongoc.web;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Tomcat says to an address that it cannot even decode, and that therefore reaches no controller: a page in both
 * whole languages, since which one is wanted is not known there; a problem to who asks the API.
 */
public final class UnreadableAddress extends ErrorReportValve {
    private final Words words = new Words();

    @Override
    protected void report(Request request, Response response, Throwable throwable) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var isForPrograms = Objects.toString(request.getRequestURI(), "").startsWith("/api/");
        response.setContentType(isForPrograms ? MediaType.APPLICATION_PROBLEM_JSON_VALUE : MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        try {
            response.getReporter().write(isForPrograms ? problem(response.getStatus()) : page());
            response.finishResponse();
        } catch (IOException e) {
            // whoever asked is gone
            container.getLogger().debug(e.toString());
        }
    }

    private String problem(int status) {
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "status",
                        status,
                        "title",
                        words.say(Words.VIETNAMESE, "page.unreadable.title") + " · "
                                + words.say(Locale.ENGLISH, "page.unreadable.title")));
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
