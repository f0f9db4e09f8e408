package vn.nguongoc.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Asks before anything is recorded whether the answer can be read, and the body: Spring itself looks at {@code Accept}
 * when it writes the answer, which is too late to say no.
 */
@Component
final class MediaTypes implements HandlerInterceptor {
    private static final List<MediaType> ANSWERED =
            List.of(MediaType.APPLICATION_JSON, MediaType.APPLICATION_PROBLEM_JSON);

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeException {
        if (HttpMethod.POST.matches(request.getMethod())
                && request.getRequestURI().startsWith("/api/")) {
            if (takesBody(handler)) {
                requireReadable(request.getContentType());
            }
            if (request.getAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE) == null) {
                requireAccepted(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
            }
        }
        return true;
    }

    /** What a file is, its own bytes say. */
    private static boolean takesBody(Object handler) {
        return handler instanceof HandlerMethod method
                && Arrays.stream(method.getMethodParameters())
                        .anyMatch(it -> it.hasParameterAnnotation(RequestBody.class));
    }

    private static void requireReadable(@Nullable String type) throws HttpMediaTypeNotSupportedException {
        try {
            if (type == null || MediaType.parseMediaType(type).isConcrete()) {
                return;
            }
        } catch (InvalidMediaTypeException e) {
            throw new HttpMediaTypeNotSupportedException(e.getMessage());
        }
        throw new HttpMediaTypeNotSupportedException(type);
    }

    private static void requireAccepted(List<String> accepted) throws HttpMediaTypeNotAcceptableException {
        try {
            if (accepted.isEmpty()
                    || MediaType.parseMediaTypes(accepted).stream()
                            .anyMatch(it -> ANSWERED.stream().anyMatch(it::includes))) {
                return;
            }
        } catch (InvalidMediaTypeException e) {
            throw new HttpMediaTypeNotAcceptableException(String.valueOf(e.getMessage()));
        }
        throw new HttpMediaTypeNotAcceptableException(ANSWERED);
    }
}
