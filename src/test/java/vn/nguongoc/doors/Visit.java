package vn.nguongoc.doors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import vn.nguongoc.Api;

/**
 * A browser without scripts, from a network of its own: it holds what it is told to hold, and goes where it is sent.
 */
final class Visit {
    private static final AtomicInteger NETWORKS = new AtomicInteger();

    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final HttpClient http;
    private final String base;

    /** @param cookies it holds already, each {@code name=value} */
    Visit(int port, String... cookies) {
        base = "http://127.0.0.1:" + port;
        var network = NETWORKS.incrementAndGet();
        try {
            var address = InetAddress.getByAddress(new byte[] {127, 1, (byte) (network >> 8), (byte) network});
            http = HttpClient.newBuilder().localAddress(address).build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (var cookie : cookies) {
            hold(cookie);
        }
    }

    private void hold(String cookie) {
        var parts = cookie.replaceFirst(";.*", "").split("=", 2);
        cookies.put(parts[0], parts[1]);
    }

    String cookie(String name) {
        return name + "=" + cookies.get(name);
    }

    Api.Answer postJson(String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    Api.Answer postForm(String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** @param address a path of the service, or an address of somebody else's */
    Api.Answer get(String address) {
        return send(HttpRequest.newBuilder(URI.create(address.startsWith("/") ? base + address : address)));
    }

    private Api.Answer send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(it -> it.getKey() + "=" + it.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> answer =
                    http.send(request.timeout(Duration.ofMinutes(1)).build(), BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::hold);
            return new Api.Answer(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
