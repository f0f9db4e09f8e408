package vn.nguongoc.eventlog;

import java.net.URI;
import java.nio.file.Path;
import vn.nguongoc.mongo.EmbeddedServer;

/** An embedded server with a {@link Proxy} in front of it; it can be stopped and started again. */
public final class DistantServer implements AutoCloseable {
    private final Path directory;
    private final Proxy proxy;
    private EmbeddedServer server;

    public DistantServer(Path directory) {
        this.directory = directory;
        server = EmbeddedServer.open(directory);
        proxy = new Proxy(port());
    }

    private int port() {
        return URI.create(server.uri()).getPort();
    }

    Proxy proxy() {
        return proxy;
    }

    /** Through the proxy. */
    public String uri() {
        return proxy.uri();
    }

    /** Through the proxy. */
    Node node(LogSettings settings) {
        return new Node(proxy.uri(), settings);
    }

    /** All that is stored, read past the proxy. */
    Soundness log() {
        try (var observer = new Node(server.uri(), LogTest.SETTINGS)) {
            return Soundness.sound(observer.database());
        }
    }

    /** The server goes on; nobody reaches it. */
    void cutOff() {
        proxy.away();
    }

    void reconnect() {
        proxy.back(port());
    }

    public void stop() {
        server.close();
        proxy.away();
    }

    /** On the same directory and another port. */
    public void startAgain() {
        server = EmbeddedServer.open(directory);
        reconnect();
    }

    @Override
    public void close() {
        proxy.close();
        server.close();
    }
}
