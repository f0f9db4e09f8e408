package vn.nguongoc.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;

/**
 * Speaks to the service as anybody else does.
 *
 * @param base where it listens
 */
record Talk(HttpClient http, String base) {

    /** Under the same key the same is recorded once. */
    HttpResponse<String> record(String path, String key, String json) {
        return record(path, key, json, null);
    }

    /** @param version that the thing must be at, as its ETag says */
    HttpResponse<String> record(String path, String key, String json, @Nullable String version) {
        var request = to(path).header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(json));
        return sent(version == null ? request : request.header("If-Match", version));
    }

    HttpResponse<String> get(String path) {
        return sent(to(path));
    }

    /** Somebody opens a page on such a phone. */
    HttpResponse<String> look(String page, String phone) {
        return sent(to(page).header("User-Agent", phone).header("Accept", "text/html"));
    }

    /** Somebody sends a form from such a phone. */
    HttpResponse<String> fillIn(String page, String phone, String form) {
        return sent(to(page).header("User-Agent", phone)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    private HttpResponse<String> sent(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
