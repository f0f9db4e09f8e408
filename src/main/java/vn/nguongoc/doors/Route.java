package vn.nguongoc.doors;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * An address and what it takes.
 *
 * @param method null for every method
 * @param pattern exactly as its controller's
 */
record Route(@Nullable HttpMethod method, String pattern, Access access) {
    @Override
    public String toString() {
        return (method == null ? "ANY" : method) + " " + pattern;
    }
}
