package vn.nguongoc.web;

import java.io.IOException;
import java.util.Locale;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/**
 * What Tomcat says to an address that it cannot even decode, and that therefore reaches no controller: a page in both
 * whole languages, since which one is wanted is not known there.
 */
public final class UnreadableAddress extends ErrorReportValve {
    private final Words words = new Words();

    @Override
    protected void report(Request request, Response response, Throwable throwable) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        response.setContentType("text/html");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Content-Security-Policy", "default-src 'none'");
        try {
            response.getReporter().write(page());
            response.finishResponse();
        } catch (IOException e) {
            // whoever asked is gone
            container.getLogger().debug(e.toString());
        }
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
