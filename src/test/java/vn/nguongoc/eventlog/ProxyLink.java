package vn.nguongoc.eventlog;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** One connection of the driver's to the {@link Proxy}, and the one to the server that belongs to it. */
final class ProxyLink {
    private final Proxy proxy;
    private final Socket driver;
    private final Socket server = new Socket();
    private volatile boolean silent;
    private volatile @Nullable Fault struck;

    ProxyLink(Proxy proxy, Socket driver) {
        this.proxy = proxy;
        this.driver = driver;
    }

    void start(InetSocketAddress target) {
        Thread.ofVirtual()
                .start(() -> untilItEnds(() -> {
                    server.connect(target);
                    Thread.ofVirtual().start(() -> untilItEnds(this::passAnswers));
                    passRequests();
                }));
    }

    private void passRequests() throws IOException {
        var in = new DataInputStream(driver.getInputStream());
        for (var request = Message.read(in); request != null; request = Message.read(in)) {
            var fault = proxy.struckBy(request);
            if (fault != null) {
                strike(fault, request);
            } else if (!silent) {
                request.writeTo(server.getOutputStream());
            }
        }
    }

    private void strike(Fault fault, Message request) throws IOException {
        struck = fault;
        fault.hits(request);
        switch (fault.kind()) {
            case LOSE_ANSWER -> request.writeTo(server.getOutputStream());
            case CUT_REQUEST -> {
                request.writeHalfTo(server.getOutputStream());
                cut();
            }
            case HOLD_REQUEST -> {
                fault.awaitDelivery();
                request.writeTo(server.getOutputStream());
                fault.awaitAnswer(); // that the driver has gone away does not stop the server
            }
            case SILENCE -> proxy.silenceAll();
        }
    }

    private void passAnswers() throws IOException {
        var in = new DataInputStream(server.getInputStream());
        for (var answer = Message.read(in); answer != null; answer = Message.read(in)) {
            var fault = struck;
            if (fault != null && fault.isAnsweredBy(answer) && fault.kind() == Fault.Kind.LOSE_ANSWER) {
                return;
            }
            if (!silent) {
                answer.writeTo(driver.getOutputStream());
            }
        }
    }

    private void untilItEnds(Pump pump) {
        try {
            pump.run();
        } catch (IOException e) {
            // One side is gone.
        } finally {
            cut();
        }
    }

    boolean holds() {
        var fault = struck;
        return fault != null && fault.kind() == Fault.Kind.HOLD_REQUEST;
    }

    void silence() {
        silent = true;
    }

    void cut() {
        proxy.forget(this);
        Proxy.close(driver);
        Proxy.close(server);
    }

    private interface Pump {
        void run() throws IOException;
    }
}
