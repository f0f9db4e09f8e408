package vn.nguongoc.web;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import vn.nguongoc.shared.Receipt;

/** The answer to a recorded fact: 201 with where it is, its version and its position in the log. */
public final class Created {
    /** The header that names the position of the commit's last event, for {@code ?after=}. */
    public static final String LOG_POSITION = "Log-Position";

    private Created() {}

    /**
     * @param location path of the thing
     * @param id the aggregate whose version becomes the ETag
     */
    public static <T> ResponseEntity<T> at(String location, Object id, Receipt receipt, T body) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .location(URI.create(location))
                .eTag(String.valueOf(receipt.versionOf(id)))
                .header(LOG_POSITION, String.valueOf(receipt.position()))
                .body(body);
    }
}
