package vn.nguongoc.eventlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A bad network between a MongoDB driver and its server, on loopback. It passes every message on until it is told of a
 * {@link Fault}, which then strikes the next request that is a given command: what a driver says to watch over its
 * server passes unhurt.
 */
final class Proxy implements AutoCloseable {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private final Set<ProxyLink> links = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Fault> next = new AtomicReference<>();
    private final int port;

    private volatile int target;
    private volatile ServerSocket door;

    /** @param target port of the server on loopback */
    Proxy(int target) {
        this.target = target;
        door = open(0);
        port = door.getLocalPort();
        accept(door);
    }

    String uri() {
        return "mongodb://" + LOOPBACK.getHostAddress() + ":" + port;
    }

    /** Once, to the next request that is this command; only one fault waits at a time. */
    Fault next(Fault.Kind kind, String command) {
        var fault = new Fault(kind, command);
        next.set(fault);
        return fault;
    }

    /** The fault that waits for this request; it waits no more. */
    @Nullable
    Fault struckBy(Message request) {
        var waiting = next.get();
        return waiting != null && waiting.strikes(request) && next.compareAndSet(waiting, null) ? waiting : null;
    }

    int connections() {
        return links.size();
    }

    void silenceAll() {
        links.forEach(ProxyLink::silence);
    }

    void forget(ProxyLink link) {
        links.remove(link);
    }

    /**
     * The server is gone: connections break, and no new one is accepted. A request that is held back is on its way none
     * the less.
     */
    void away() {
        close(door);
        links.stream().filter(link -> !link.holds()).forEach(ProxyLink::cut);
    }

    /** The server is there again, maybe on another port. */
    void back(int newTarget) {
        target = newTarget;
        door = open(port);
        accept(door);
    }

    @Override
    public void close() {
        close(door);
        links.forEach(ProxyLink::cut);
    }

    private static ServerSocket open(int port) {
        try {
            var socket = new ServerSocket();
            socket.setReuseAddress(true); // connections that were cut may linger on the port
            socket.bind(new InetSocketAddress(LOOPBACK, port));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket from) {
        Thread.ofVirtual().start(() -> {
            try {
                while (!from.isClosed()) {
                    connect(from.accept());
                    if (from.isClosed()) {
                        links.forEach(ProxyLink::cut); // it slipped in while the door was closing
                    }
                }
            } catch (IOException e) {
                close(from); // closed by away(), or as good as closed
            }
        });
    }

    private void connect(Socket driver) {
        var link = new ProxyLink(this, driver);
        links.add(link);
        link.start(new InetSocketAddress(LOOPBACK, target));
    }

    static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
