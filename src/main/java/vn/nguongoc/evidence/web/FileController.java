package vn.nguongoc.evidence.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.evidence.Evidence;
import vn.nguongoc.evidence.FileId;
import vn.nguongoc.evidence.StoreFile;
import vn.nguongoc.evidence.StoredFile;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.web.Caller;

/**
 * {@code /api/organisations/{organisation}/files}: a file is the body of its request, whatever its {@code Content-Type}
 * says. It needs no {@code Idempotency-Key}: what is in it says which file it is.
 */
@RestController
@RequestMapping("/api/organisations/{organisation}/files")
class FileController {
    private final Evidence evidence;

    FileController(Evidence evidence) {
        this.evidence = evidence;
    }

    @PostMapping
    ResponseEntity<StoredFile> store(@PathVariable String organisation, HttpServletRequest request) throws IOException {
        var command = new StoreFile(LogRefusal.named(organisation, OrganisationId::new));
        var stored = evidence.store(
                command, Caller.of(request).actor(), request.getContentLengthLong(), request.getInputStream());
        return ResponseEntity.created(URI.create("/api/organisations/" + organisation + "/files/" + stored.id()))
                .body(stored);
    }

    @GetMapping
    Evidence.Usage usage(@PathVariable String organisation) {
        return evidence.usage(LogRefusal.named(organisation, OrganisationId::new));
    }

    @GetMapping("/{file}")
    void file(@PathVariable String organisation, @PathVariable String file, HttpServletResponse response)
            throws IOException {
        var id = LogRefusal.named(file, FileId::new);
        var content = evidence.find(LogRefusal.named(organisation, OrganisationId::new), id)
                .orElseThrow(() -> new Refused(new LogRefusal.NotFound(file)));
        Serving.PRIVATE.send(id, content, response);
    }
}
