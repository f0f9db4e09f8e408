package vn.nguongoc.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The address that QR codes and problem types begin with: {@code nguongoc.public-url}, or this machine's own where none
 * is set. It has no slash at its end.
 */
@Component
public class PublicAddress {
    private final String configured;
    private volatile int port;

    PublicAddress(@Value("${nguongoc.public-url:}") String configured, @Value("${server.port:8080}") int port) {
        this.configured = configured.replaceAll("/+$", "");
        this.port = port;
    }

    /** The service's own server has no namespace; the one that it is managed by has. */
    @EventListener
    void listening(WebServerInitializedEvent event) {
        if (event.getApplicationContext().getServerNamespace() == null) {
            port = event.getWebServer().getPort();
        }
    }

    public String base() {
        return configured.isEmpty() ? "http://localhost:" + port : configured;
    }
}
