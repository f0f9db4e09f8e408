package vn.nguongoc.history;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The least that a GET of this service can do: bytes that are there already, under a tag, by a controller like any
 * other. It is no bean, so that only the service has it to which it is given.
 */
final class HelloWorld {
    static final String ETAG = "\"1\"";

    private final byte[] body;

    private HelloWorld(int bytes) {
        body = new byte[bytes];
        java.util.Arrays.fill(body, (byte) ' ');
    }

    /** @return its path */
    static String in(RequestMappingHandlerMapping mappings, int bytes) throws NoSuchMethodException {
        var name = "/hello-" + bytes;
        var hello = HelloWorld.class.getDeclaredMethod("hello", String.class, long.class);
        mappings.registerMapping(
                RequestMappingInfo.paths(name + "/{id}/world")
                        .options(mappings.getBuilderConfiguration())
                        .build(),
                new HelloWorld(bytes),
                hello);
        return name + "/lot-0000000000000001/world";
    }

    @ResponseBody
    ResponseEntity<byte[]> hello(@PathVariable String id, @RequestParam(defaultValue = "-1") long after) {
        if (after >= 0) {
            throw new IllegalArgumentException(id);
        }
        return ResponseEntity.ok()
                .eTag(ETAG)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }
}
