package vn.nguongoc.history;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The same GET again and again over connections that stay open, from one thread that does little: it shares the cores
 * with the service. It relies on all answers being of one length, and looks at each one's status.
 */
final class HttpLoad implements AutoCloseable {
    private final ByteBuffer request;
    private final byte[] status;
    private final Selector selector;
    private final List<SocketChannel> channels = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20);
    private final int answerBytes;

    /** Bytes of the answer at hand that one connection has read, and when it asked. */
    private static final class Progress {
        private int bytes;
        private long asked;
    }

    /**
     * Opens the connections.
     *
     * @param headers of the request, each with its end of line
     * @param status that each answer must have
     * @param bodyBytes of each answer
     */
    HttpLoad(int port, String path, String headers, int status, int bodyBytes, int connections) throws IOException {
        var text = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n" + headers + "\r\n";
        this.request = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
        this.status = ("HTTP/1.1 " + status).getBytes(StandardCharsets.US_ASCII);
        this.selector = Selector.open();
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.answerBytes = headerBytes(address) + bodyBytes;
        for (int i = 0; i < connections; i++) {
            var channel = SocketChannel.open(address);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, new Progress());
            channels.add(channel);
        }
    }

    /** Of one answer, read by itself. */
    private int headerBytes(InetSocketAddress address) throws IOException {
        try (var channel = SocketChannel.open(address)) {
            channel.write(request.duplicate());
            buffer.clear();
            while (channel.read(buffer) >= 0) {
                var text = StandardCharsets.ISO_8859_1
                        .decode(buffer.duplicate().flip())
                        .toString();
                var end = text.indexOf("\r\n\r\n");
                if (end > 0) {
                    requireStatus(buffer.duplicate().flip());
                    return end + 4;
                }
            }
        }
        throw new IllegalStateException("no answer");
    }

    /** Answers a second. */
    double perSecond(Duration time) throws IOException {
        return measure(time).perSecond();
    }

    /**
     * What came of asking for a while.
     *
     * @param perSecond answers
     * @param p99Millis so long, or less, 99 of 100 answers took, from the last byte asked to the last byte read
     */
    record Measured(double perSecond, double p99Millis) {}

    /** Asks for so long. */
    Measured measure(Duration time) throws IOException {
        var begun = System.nanoTime();
        for (var key : selector.keys()) {
            ask(key);
        }
        var end = begun + time.toNanos();
        var took = new ArrayList<Long>();
        int open = channels.size();
        while (open > 0) {
            selector.select();
            var goesOn = System.nanoTime() < end;
            for (var key : selector.selectedKeys()) {
                if (isWhole(key)) {
                    took.add(System.nanoTime() - ((Progress) key.attachment()).asked);
                    if (goesOn) {
                        ask(key);
                    } else {
                        open--;
                    }
                }
            }
            selector.selectedKeys().clear();
        }
        var perSecond = took.size() * 1e9 / (System.nanoTime() - begun);
        took.sort(null);
        return new Measured(perSecond, took.get(took.size() * 99 / 100) / 1e6);
    }

    private void ask(SelectionKey key) throws IOException {
        ((Progress) key.attachment()).asked = System.nanoTime();
        ((SocketChannel) key.channel()).write(request.duplicate());
    }

    private boolean isWhole(SelectionKey key) throws IOException {
        var progress = (Progress) key.attachment();
        buffer.clear();
        var read = ((SocketChannel) key.channel()).read(buffer);
        if (read < 0) {
            throw new IllegalStateException("the service closed a connection");
        }
        if (progress.bytes == 0) {
            requireStatus(buffer.duplicate().flip());
        }
        progress.bytes += read;
        if (progress.bytes < answerBytes) {
            return false;
        }
        if (progress.bytes > answerBytes) {
            throw new IllegalStateException("an answer of another length");
        }
        progress.bytes = 0;
        return true;
    }

    private void requireStatus(ByteBuffer answer) {
        var begins = new byte[Math.min(status.length, answer.remaining())];
        answer.get(begins);
        if (!java.util.Arrays.equals(begins, status)) {
            throw new IllegalStateException("not " + new String(status, StandardCharsets.US_ASCII) + " but "
                    + new String(begins, StandardCharsets.US_ASCII));
        }
    }

    @Override
    public void close() throws IOException {
        for (var channel : channels) {
            channel.close();
        }
        selector.close();
    }
}
