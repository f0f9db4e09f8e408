package vn.nguongoc.buyer.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import vn.nguongoc.buyer.LinkType;
import vn.nguongoc.buyer.Linksets;
import vn.nguongoc.label.LinkRefusal;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.web.Pages;
import vn.nguongoc.web.Problems;

/** In which form a request of the resolver is answered, and the forms that are for machines. */
@Component
class Answering {
    /** The parameter that asks for one link, or with {@code linkset} or {@code all} for all of them. */
    static final String LINK_TYPE = "linkType";

    /**
     * A link on a page cannot say what it accepts, so its address may.
     *
     * @see <a href="https://www.w3.org/TR/dx-prof-conneg/">W3C, Content Negotiation by Profile, query string
     *     arguments</a>
     */
    private static final String MEDIA_TYPE = "_mediatype";

    private static final List<String> ALL_LINKS = List.of("linkset", "all");
    private static final List<LinkType> THE_PAGE =
            List.of(LinkType.DEFAULT_LINK, LinkType.DEFAULT_LINK_MULTI, LinkType.PIP);
    private static final MediaType LINKSET = MediaType.parseMediaType("application/linkset+json");
    private static final MediaType JSON_LD = MediaType.parseMediaType("application/ld+json");
    private static final Map<MediaType, Form> OFFERED = offered();

    private final Problems problems;
    private final Pages pages;

    Answering(Problems problems, Pages pages) {
        this.problems = problems;
        this.pages = pages;
    }

    /** What an answer may be. */
    enum Form {
        PAGE,
        DATA,
        LINKSET,
        /** Leads on to one link. */
        LINK
    }

    private static Map<MediaType, Form> offered() {
        var offered = new LinkedHashMap<MediaType, Form>();
        offered.put(MediaType.TEXT_HTML, Form.PAGE);
        offered.put(JSON_LD, Form.DATA);
        offered.put(LINKSET, Form.LINKSET);
        offered.put(MediaType.APPLICATION_JSON, Form.DATA);
        return offered;
    }

    /** The link type that is asked for goes before what is accepted; whoever accepts nothing of ours gets the page. */
    static Form form(HttpServletRequest request) {
        var asked = request.getParameter(LINK_TYPE);
        if (asked == null || Linksets.type(asked).filter(THE_PAGE::contains).isPresent()) {
            return accepted(request);
        }
        return ALL_LINKS.contains(asked) ? Form.LINKSET : Form.LINK;
    }

    /** Whether a program asks, which is told no by a problem; people are told by a page. */
    static boolean isForPrograms(HttpServletRequest request) {
        return accepted(request) != Form.PAGE;
    }

    private static Form accepted(HttpServletRequest request) {
        return accepts(request).stream()
                .flatMap(type -> OFFERED.entrySet().stream().filter(it -> type.includes(it.getKey())))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(Form.PAGE);
    }

    /** What the client would rather have first; nothing if it does not say so in a readable way. */
    private static List<MediaType> accepts(HttpServletRequest request) {
        var inAddress = request.getParameter(MEDIA_TYPE);
        try {
            return MediaType.parseMediaTypes(inAddress == null ? request.getHeader(HttpHeaders.ACCEPT) : inAddress)
                    .stream()
                    .filter(type -> type.getQualityValue() > 0)
                    .sorted(Comparator.comparingDouble(MediaType::getQualityValue)
                            .reversed())
                    .toList();
        } catch (InvalidMediaTypeException e) {
            return List.of();
        }
    }

    ResponseEntity<Object> linkset(String anchor, Map<String, Object> document) {
        return machine(LINKSET)
                .header(HttpHeaders.LINK, "<" + anchor + ">; rel=\"canonical\"")
                .body(document);
    }

    ResponseEntity<Object> data(Map<String, Object> data) {
        return machine(JSON_LD).body(data);
    }

    /** Whether something is recalled must be true when it is read, so caches ask each time. */
    private static ResponseEntity.BodyBuilder machine(MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CACHE_CONTROL, "public, no-cache")
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .varyBy(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE);
    }

    /** Says no: to people on a page that leads to what was meant, if it can be told; to programs as a problem. */
    Object refuse(Refused refused, Visit visit) {
        visit.response().addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        var problem = problems.of(refused.refusal());
        if (isForPrograms(visit.request())) {
            return toPrograms(problem);
        }
        var status = HttpStatus.valueOf(problem.getStatus());
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            visit.response().setHeader(HttpHeaders.RETRY_AFTER, "1");
        }
        right(refused).ifPresent(path -> {
            visit.model().addAttribute("right", path);
            visit.model().addAttribute("rightWords", "page.rightAddress");
        });
        return pages.tell(
                String.valueOf(problem.getTitle()),
                String.valueOf(problem.getDetail()),
                status,
                visit.model(),
                visit.language(),
                visit.response());
    }

    /** Nobody recorded it: the problem for a program; people are told by the page of this name. */
    Object unknown(String page, Visit visit) {
        visit.response().addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        visit.model().addAttribute("doubt", page + ".verdict");
        return isForPrograms(visit.request())
                ? toPrograms(problems.of(HttpStatus.NOT_FOUND, visit.request().getRequestURI(), null))
                : pages.say(
                        page, pages.base(), HttpStatus.NOT_FOUND, visit.model(), visit.language(), visit.response());
    }

    private static ResponseEntity<Object> toPrograms(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .body(problem);
    }

    private static Optional<String> right(Refused refused) {
        return refused.refusal() instanceof LinkRefusal link ? Optional.ofNullable(link.right()) : Optional.empty();
    }
}
