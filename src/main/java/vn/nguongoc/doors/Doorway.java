package vn.nguongoc.doors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import vn.nguongoc.identity.Door;
import vn.nguongoc.identity.IdentityRefusal;
import vn.nguongoc.identity.Rights;
import vn.nguongoc.identity.SecondFactor;
import vn.nguongoc.identity.web.SessionCookie;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.web.Caller;
import vn.nguongoc.web.Networks;
import vn.nguongoc.web.WebRefusal;

/**
 * Stands before every controller: finds out who asks, by a key or by a session, and lets the {@link Warden} say whether
 * they may. It asks Spring which controller will answer, so that the two can never read one address differently.
 */
@Component
final class Doorway implements HandlerInterceptor {
    private static final Logger log = LoggerFactory.getLogger(Doorway.class);
    private static final String BEARER = "Bearer ";

    private final Door door;
    private final SecondFactor factor;
    private final Warden warden;
    private final SessionCookie cookie;
    private final Rates rates;

    Doorway(Door door, SecondFactor factor, Warden warden, SessionCookie cookie, Rates rates) {
        this.door = door;
        this.factor = factor;
        this.warden = warden;
        this.cookie = cookie;
        this.rates = rates;
    }

    /** @throws Refused if it may not go on */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod) {
            var matched = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            if (matched == null) { // Spring itself would answer, as to OPTIONS
                throw new Refused(new WebRefusal.NothingHere(request.getRequestURI()));
            }
            var pattern = matched.toString();
            if (!(Warden.access(request.getMethod(), pattern) instanceof Access.Everybody)) {
                response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                require(request, pattern, rights(request, response));
            } else if (CrossSite.isUnsafe(request)) {
                CrossSite.refuse(request);
            }
        }
        return true;
    }

    /** Strangers who are sent away are counted, not written down one by one. */
    private void require(HttpServletRequest request, String pattern, @Nullable Rights rights) {
        try {
            requireEnough(request, pattern, rights);
            warden.require(request.getMethod(), pattern, rights, it -> named(request, it));
        } catch (Refused refused) {
            if (rights != null) {
                log.warn("{} may not ask {} {}", rights.actor(), request.getMethod(), pattern);
            }
            throw refused;
        }
    }

    /** Whoever runs the service and has signed in by a password alone reaches their own account and nothing else. */
    private void requireEnough(HttpServletRequest request, String pattern, @Nullable Rights rights) {
        if (rights != null
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && !(Warden.access(request.getMethod(), pattern) instanceof Access.Anybody)
                && cookie.of(request).filter(it -> factor.isMissing(it, rights)).isPresent()) {
            throw new Refused(new IdentityRefusal.MoreThanAPassword());
        }
    }

    private @Nullable Rights rights(HttpServletRequest request, HttpServletResponse response) {
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        var rights = authorization == null ? byCookie(request) : byBearer(authorization, request, response);
        if (rights == null) {
            rates.takeFrom(Networks.of(request), response);
            return null;
        }
        rates.takeOf(rights.actor(), response);
        new Caller(rights.actor(), tenant(rights)).sent(request);
        return rights;
    }

    /** A machine's key may be replaced between two tries. */
    private static String tenant(Rights rights) {
        return rights.code() == null ? rights.organisations().iterator().next().value() : rights.actor();
    }

    private @Nullable Rights byBearer(String authorization, HttpServletRequest request, HttpServletResponse response) {
        if (!authorization.startsWith(BEARER)) {
            return null;
        }
        try {
            return door.byBearer(authorization.substring(BEARER.length())).orElse(null);
        } catch (Refused e) {
            rates.takeFrom(Networks.of(request), response);
            throw e;
        }
    }

    /** A browser sends it whoever made it ask, so whatever changes something must come from a page of this service. */
    private @Nullable Rights byCookie(HttpServletRequest request) {
        var rights = cookie.of(request).flatMap(door::bySession).orElse(null);
        if (rights != null && CrossSite.isUnsafe(request)) {
            CrossSite.refuse(request);
        }
        return rights;
    }

    @SuppressWarnings("unchecked")
    private static @Nullable String named(HttpServletRequest request, String variable) {
        var variables = (Map<String, String>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables == null || !variables.containsKey(variable)
                ? request.getParameter(variable)
                : variables.get(variable);
    }
}
