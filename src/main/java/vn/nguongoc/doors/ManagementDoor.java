package vn.nguongoc.doors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before {@code /actuator}: whether the service is well is told to everybody, the details, the meters and the
 * list of dependencies only to whoever shows the {@link ManagementToken}.
 */
final class ManagementDoor extends OncePerRequestFilter {
    static final String PATH = "/actuator";

    private static final String BEARER = "Bearer ";
    private static final String HEALTH = PATH + "/health";
    private static final Set<String> FOR_EVERYBODY =
            Set.of(HEALTH, HEALTH + "/liveness", HEALTH + "/readiness", PATH + "/info");

    private final DoorSettings settings;
    private final ManagementToken token;

    ManagementDoor(DoorSettings settings, ManagementToken token) {
        this.settings = settings;
        this.token = token;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (settings.areOpen() || showsToken(request)) {
            chain.doFilter(new Operators(request), response);
        } else if (FOR_EVERYBODY.contains(request.getRequestURI())) {
            chain.doFilter(request, response);
        } else {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, BEARER.strip());
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        }
    }

    private boolean showsToken(HttpServletRequest request) {
        var shown = request.getHeader(HttpHeaders.AUTHORIZATION);
        return shown != null && shown.startsWith(BEARER) && token.is(shown.substring(BEARER.length()));
    }

    /** Whom Spring tells the details of health, since it knows who they are. */
    private static final class Operators extends HttpServletRequestWrapper {
        private static final Principal OPERATOR = () -> "operator";

        private Operators(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Principal getUserPrincipal() {
            return OPERATOR;
        }
    }
}
