package vn.nguongoc.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import vn.nguongoc.shared.Refused;

/**
 * {@code API-Version}: which edition of the API a request speaks, the first if it says nothing; the answer says which
 * it was. What stands on goods is never versioned: a QR code must work as long as the bag lasts.
 */
@Component
final class Editions implements HandlerInterceptor {
    private static final String HEADER = "API-Version";
    private static final List<String> KNOWN = List.of("1.0");

    /** @throws Refused if this service does not speak it */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getRequestURI().startsWith("/api/") && isOurs(handler)) {
            var asked = request.getHeader(HEADER);
            response.setHeader(HEADER, KNOWN.getLast());
            if (asked != null && !KNOWN.contains(asked)) {
                throw new Refused(new WebRefusal.UnknownEdition(Form.shortened(asked), KNOWN));
            }
        }
        return true;
    }

    /** Who else answers, as to an address that is not there, does not refuse in our words. */
    private static boolean isOurs(Object handler) {
        return handler instanceof HandlerMethod method
                && AnnotatedElementUtils.hasAnnotation(method.getBeanType(), RestController.class);
    }
}
