package vn.nguongoc.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.nguongoc.Api;

/** Who begins a request and says nothing more holds nobody up, and stores nothing. */
@TroubledService
class SlowRequestsTest {
    /** What a test waits for an answer at most; the service's own limit is two seconds here. */
    private static final int PATIENCE_MILLISECONDS = 15_000;

    private final int port;
    private final EventStore log;

    SlowRequestsTest(@LocalServerPort int port, @Autowired EventStore log) {
        this.port = port;
        this.log = log;
    }

    @Test
    void half_a_head_is_hung_up_on_and_half_a_body_is_told_so() throws IOException {
        var before = log.createHeadToken().position();
        try (var head = begun("POST /api/cooperatives HTTP/1.1\r\nHost: localhost\r\nX-Slow:");
                var body = begun("""
                        POST /api/cooperatives HTTP/1.1\r
                        Host: localhost\r
                        Idempotency-Key: slow\r
                        Content-Type: application/json\r
                        Content-Length: 500\r
                        \r
                        {"name":""")) {
            assertThat(said(head)).isEmpty();
            assertThat(said(body)).startsWith("HTTP/1.1 408").contains("application/problem+json");
        }
        assertThat(log.createHeadToken().position()).isEqualTo(before);
        assertThatCode(() -> new Api(port).cooperative()).doesNotThrowAnyException();
    }

    private Socket begun(String request) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLISECONDS);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** All until it is hung up. */
    private static String said(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
