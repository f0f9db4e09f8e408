package vn.nguongoc.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.Refusal;
import vn.nguongoc.shared.Refused;

/**
 * Turns every no of the API into an RFC 9457 problem: {@code type} leads to a page about it, {@code detail} is in the
 * caller's language, the refusal's facts are members, {@code errors} point at fields.
 */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class Problems {
    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    /** How the driver says that the database cannot be reached, does not answer in time, or has no primary. */
    private static final Set<Class<? extends MongoException>> AWAY = Set.of(
            MongoTimeoutException.class,
            MongoExecutionTimeoutException.class,
            MongoSocketException.class,
            MongoConnectionPoolClearedException.class,
            MongoNotPrimaryException.class,
            MongoNodeIsRecoveringException.class);

    private static final String ABSENT = "value.absent";

    /** Under this name a refusal lists the codes that it would have taken in the place of its first fact. */
    private static final String KNOWN = "known";

    /** What a refusal calls its source, or a text that may end in one. */
    private static final Set<String> SOURCED = Set.of("source", "reason");

    /** Where the name of a code is found, if not under what a refusal calls it. */
    private static final Map<String, List<String>> NAMED = Map.ofEntries(
            Map.entry("cause", List.of("hold-cause")),
            Map.entry("expected", List.of("json-type", "field", "lab-test")),
            Map.entry("inputProduct", List.of("product")),
            Map.entry("grown", List.of("product")),
            Map.entry("held", List.of("product")),
            Map.entry("kind", List.of("step", "plot-kind", "activity")),
            Map.entry("known", List.of("market")),
            Map.entry("make", List.of("product")),
            Map.entry("missing", List.of("claim", "pathogen")),
            Map.entry("name", List.of("measurement")),
            Map.entry("of", List.of("product", "loss")),
            Map.entry("parameter", List.of("water")),
            Map.entry("plotKind", List.of("plot-kind")),
            Map.entry("pointOnly", List.of("plot-kind")),
            Map.entry("reason", List.of("lab-test")),
            Map.entry("requested", List.of("product")),
            Map.entry("scheme", List.of("plot-code")),
            Map.entry("take", List.of("product")),
            Map.entry("test", List.of("lab-test")));

    private final Words words;
    private final PublicAddress address;
    private final Rules rules;

    Problems(Words words, PublicAddress address, Rules rules) {
        this.words = words;
        this.address = address;
        this.rules = rules;
    }

    @ExceptionHandler(Refused.class)
    ResponseEntity<ProblemDetail> refused(Refused refused) {
        return answer(of(refused.refusal()));
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException e) {
        return answer(of(UnreadBody.of(e)));
    }

    /** What Spring itself refuses: a wrong method, media type or parameter. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> other(Exception e) {
        if (e instanceof ErrorResponse known) {
            return ResponseEntity.status(known.getStatusCode())
                    .headers(known.getHeaders())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .body(plain(HttpStatus.valueOf(known.getStatusCode().value())));
        }
        if (e instanceof TypeMismatchException mismatch) {
            return answer(of(new WebRefusal.UnusableParameter(
                    Objects.toString(mismatch.getPropertyName(), ""), Objects.toString(mismatch.getValue(), ""))));
        }
        return answer(faultOrAway(e));
    }

    private ProblemDetail faultOrAway(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            var thrown = cause;
            if (AWAY.stream().anyMatch(type -> type.isInstance(thrown))) {
                log.warn("The database is away: {}", cause.getClass().getSimpleName());
                return of(new WebRefusal.DatabaseAway());
            }
        }
        return fault(e);
    }

    /** A fault of ours: the answer holds only a number that finds the rest in the server's log. */
    ProblemDetail fault(Throwable e) {
        var incident = UUID.randomUUID().toString();
        log.error("Incident {}", incident, Unquoted.of(e));
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR, words.say(language(), "problem.web.fault", incident));
        problem.setType(type("web/fault"));
        problem.setTitle(words.say(language(), "problem.web.fault.title"));
        problem.setInstance(URI.create("urn:uuid:" + incident));
        return problem;
    }

    /** The problem of a request that no controller answered. */
    public ProblemDetail of(HttpStatus status, String path, @Nullable Throwable cause) {
        if (status.is5xxServerError()) {
            return faultOrAway(cause == null ? new IllegalStateException(status + " at " + path) : cause);
        }
        if (status == HttpStatus.NOT_FOUND) {
            return of(new WebRefusal.NothingHere(path));
        }
        return plain(status);
    }

    /** A problem that is no more than its HTTP status; RFC 9457 gives those no type. */
    private ProblemDetail plain(HttpStatus status) {
        var problem = ProblemDetail.forStatus(status);
        var key = String.valueOf(status.value());
        var said = words.name(language(), "status", key);
        if (!said.equals(key)) {
            problem.setDetail(said);
        }
        return problem;
    }

    /** The problem that a refusal is. */
    public ProblemDetail of(Refusal refusal) {
        var language = language();
        var problem = ProblemDetail.forStatusAndDetail(status(refusal.refusalKind()), detail(language, refusal));
        problem.setType(type(refusal.code()));
        problem.setTitle(words.say(language, key(refusal) + ".title"));
        if (refusal instanceof WebRefusal.UnusableFields(List<WebRefusal.Fault> faults)) {
            problem.setProperty(
                    "errors", faults.stream().map(it -> error(language, it)).toList());
        } else {
            toldFacts(refusal).forEach(problem::setProperty);
        }
        return problem;
    }

    /** The same in one text, for a page: of a form, what is wrong with each of its fields. */
    public String inWords(Refusal refusal) {
        return refusal instanceof WebRefusal.UnusableFields(List<WebRefusal.Fault> faults)
                ? faults.stream()
                        .map(it -> words.name(
                                        language(), "form-field", it.pointer().substring(1)) + ": "
                                + detail(language(), it.reason()))
                        .collect(Collectors.joining(" · "))
                : detail(language(), refusal);
    }

    private FieldError error(Locale language, WebRefusal.Fault fault) {
        return new FieldError(
                fault.pointer(),
                type(fault.reason().code()),
                detail(language, fault.reason()),
                toldFacts(fault.reason()));
    }

    private String detail(Locale language, Refusal refusal) {
        return rules.sourced(language, unsourced(language, refusal), refusal.code(), facts(refusal));
    }

    private String unsourced(Locale language, Refusal refusal) {
        if (refusal instanceof FieldRefusal.NotOfTheForm(var value, var reason, var expected)) {
            return words.say(language, key(refusal), value, words.say(language, "form." + reason, expected.toArray()));
        }
        var values = Stream.of(refusal.getClass().getRecordComponents())
                .map(component -> shown(language, component, refusal))
                .toArray();
        return words.say(language, key(refusal), values);
    }

    /**
     * A code with a name in the message files is shown by its name: component {@code product} under {@code product.…},
     * and so is each of a list of them, component {@code products}. Codes that somebody may write instead are shown
     * with their names. What is not there is shown as a word, too.
     */
    private Object shown(Locale language, RecordComponent component, Refusal refusal) {
        return switch (value(component, refusal)) {
            case null -> words.say(language, ABSENT);
            case String code -> name(language, component.getName(), code);
            case Enum<?> one -> name(language, component.getName(), one.name());
            case Integer number -> number.toString();
            case Collection<?> none when none.isEmpty() -> words.say(language, ABSENT);
            case Collection<?> many
            when component.getName().equals(KNOWN) ->
                many.stream()
                        .map(it -> it instanceof String code ? codeAndName(language, code, refusal) : it)
                        .toList();
            case Collection<?> many ->
                many.stream()
                        .map(it -> it instanceof String code ? name(language, one(component.getName()), code) : it)
                        .toList();
            case Object other -> other;
        };
    }

    private String name(Locale language, String component, String code) {
        return Stream.concat(Stream.of(component), NAMED.getOrDefault(component, List.of()).stream())
                .map(kind -> words.name(language, kind, code))
                .filter(name -> !name.equals(code))
                .findFirst()
                .orElseGet(() -> SOURCED.contains(component) ? Sources.told(words, language, code) : code);
    }

    private String codeAndName(Locale language, String code, Refusal refusal) {
        var first = refusal.getClass().getRecordComponents()[0].getName();
        return Stream.of(first, KNOWN)
                .map(component -> name(language, component, code))
                .filter(name -> !name.equals(code))
                .findFirst()
                .map(name -> code + " (" + name + ")")
                .orElse(code);
    }

    private static String one(String many) {
        return many.replaceFirst("ies$", "y").replaceFirst("sses$", "ss").replaceFirst("(?<!s)s$", "");
    }

    private Map<String, Object> toldFacts(Refusal refusal) {
        var facts = facts(refusal);
        rules.tell(refusal.code(), facts);
        return facts;
    }

    private static Map<String, Object> facts(Refusal refusal) {
        var facts = new LinkedHashMap<String, Object>();
        for (var component : refusal.getClass().getRecordComponents()) {
            var value = value(component, refusal);
            if (value != null) {
                facts.put(component.getName(), value instanceof Mass ? value.toString() : value);
            }
        }
        return facts;
    }

    private static @Nullable Object value(RecordComponent component, Refusal refusal) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(refusal);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    private static String key(Refusal refusal) {
        return "problem." + refusal.code().replace('/', '.');
    }

    private URI type(String code) {
        return URI.create(address.base() + "/problems/" + code);
    }

    private static Locale language() {
        return LocaleContextHolder.getLocale();
    }

    static HttpStatus status(Refusal.Kind kind) {
        return switch (kind) {
            case MALFORMED -> HttpStatus.BAD_REQUEST;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case UNKNOWN -> HttpStatus.UNAUTHORIZED;
            case MISSING -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case STALE -> HttpStatus.PRECONDITION_FAILED;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case UNCONDITIONAL -> HttpStatus.PRECONDITION_REQUIRED;
            case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
            case BUSY -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        var answer = ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (problem.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            answer.header(HttpHeaders.RETRY_AFTER, "1");
        }
        if (problem.getStatus() == HttpStatus.UNAUTHORIZED.value()) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer"); // RFC 9110, section 15.5.2
        }
        return answer.body(problem);
    }

    /** One field's fault, with its facts beside the words. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record FieldError(String pointer, URI type, String detail, Map<String, Object> facts) {}
}
