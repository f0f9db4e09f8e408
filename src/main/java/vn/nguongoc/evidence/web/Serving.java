package vn.nguongoc.evidence.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import vn.nguongoc.evidence.Evidence;
import vn.nguongoc.evidence.FileId;
import vn.nguongoc.evidence.FileType;

/** How a file is served: whatever it is, a browser runs nothing of it; pictures it may show, a PDF it saves. */
public enum Serving {
    /** To those who see whose it is; their browser keeps it, nobody on the way does. */
    PRIVATE("max-age=31536000, private, immutable"),
    /** To everybody, as long as a page shows it: what is behind a claim may be withdrawn. */
    PUBLIC("max-age=600, public");

    private final String cached;

    Serving(String cached) {
        this.cached = cached;
    }

    /** @throws IOException if whoever asked does not listen any more */
    public void send(FileId id, Evidence.Content content, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, cached);
        response.setHeader(
                "Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'; base-uri 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition(id, content.type()));
        response.setContentType(content.type().media());
        response.setContentLength(content.bytes().length);
        response.getOutputStream().write(content.bytes());
    }

    private static String disposition(FileId id, FileType type) {
        var how = switch (type) {
            case JPEG, PNG -> ContentDisposition.inline();
            case PDF -> ContentDisposition.attachment();
        };
        return how.filename(id + "." + type.extension()).build().toString();
    }
}
