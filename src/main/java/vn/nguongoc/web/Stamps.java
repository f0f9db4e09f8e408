package vn.nguongoc.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.shared.Stamp;

/**
 * Gives a controller method the {@link Stamp} of its request; it stands after the request body among the parameters.
 */
@ControllerAdvice
final class Stamps extends RequestBodyAdviceAdapter implements HandlerMethodArgumentResolver {
    /** The header whose value, with the tenant, becomes the commit id. */
    static final String KEY = "Idempotency-Key";

    private static final Pattern KEY_FORM = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final String BODY = Stamps.class.getName() + ".body";
    private static final int LARGEST_BODY = 1 << 20;

    @Override
    public boolean supports(
            MethodParameter parameter, Type target, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type target,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        var body = message.getBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw new Refused(new WebRefusal.BodyTooLarge(LARGEST_BODY));
        }
        RequestContextHolder.currentRequestAttributes().setAttribute(BODY, body, RequestAttributes.SCOPE_REQUEST);
        return new Buffered(message.getHeaders(), body);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Stamp.class;
    }

    @Override
    public Stamp resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var key = key(request);
        if (key == null || !KEY_FORM.matcher(key).matches()) {
            throw new Refused(new WebRefusal.KeyMissing());
        }
        var caller = Caller.of(servlet(request));
        return Stamp.of(caller.tenant(), key, asked(request), caller.actor())
                .expecting(EntityTags.expected(fields(request, HttpHeaders.IF_MATCH)));
    }

    private static @Nullable String key(NativeWebRequest request) {
        return fields(request, KEY).stream().findFirst().orElse(null);
    }

    /** Forms of pages cannot set a header: theirs stands in a field of the same name. */
    private static List<String> fields(NativeWebRequest request, String name) {
        var headers = request.getHeaderValues(name);
        var fields = headers == null && isForm(servlet(request)) ? request.getParameterValues(name) : headers;
        return fields == null ? List.of() : List.of(fields);
    }

    private static boolean isForm(HttpServletRequest request) {
        return request.getContentType() != null
                && request.getContentType().startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    private static HttpServletRequest servlet(NativeWebRequest request) {
        return Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
    }

    /** The fields of a form, which nobody else has read as a body. */
    private static byte[] fields(HttpServletRequest request) {
        var all = new TreeMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> all.put(name, List.of(values)));
        all.remove(HttpHeaders.IF_MATCH); // a condition of the record, no part of it
        return all.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Method, path and body: what a repeated request must share with the first. */
    private static byte[] asked(NativeWebRequest request) {
        var servlet = servlet(request);
        var line = (servlet.getMethod() + " " + servlet.getRequestURI() + "\n").getBytes(StandardCharsets.UTF_8);
        var body = Objects.requireNonNullElse(
                (byte[]) request.getAttribute(BODY, RequestAttributes.SCOPE_REQUEST),
                isForm(servlet) ? fields(servlet) : new byte[0]);
        var all = java.util.Arrays.copyOf(line, line.length + body.length);
        System.arraycopy(body, 0, all, line.length, body.length);
        return all;
    }

    @SuppressWarnings("ArrayRecordComponent") // nobody compares these
    private record Buffered(HttpHeaders headers, byte[] body) implements HttpInputMessage {
        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(body);
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }
    }
}
