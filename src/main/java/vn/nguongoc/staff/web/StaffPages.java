package vn.nguongoc.staff.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nguongoc.generations.HistoryProgress;
import vn.nguongoc.identity.Door;
import vn.nguongoc.identity.event.Duty;
import vn.nguongoc.identity.event.Verb;
import vn.nguongoc.lists.Audit;
import vn.nguongoc.lists.Staff;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Vietnam;
import vn.nguongoc.view.ViewOfAct;
import vn.nguongoc.view.ViewOfOrganisation;
import vn.nguongoc.web.Caller;
import vn.nguongoc.web.Pages;
import vn.nguongoc.web.Phrases;

/**
 * Who works for an organisation, its keys, and the administrative acts that concern it; likewise of the service itself.
 * Their forms go to {@link StaffForms}.
 */
@Controller
class StaffPages {
    private static final int ON_A_PAGE = 50;

    private final Staff staff;
    private final Audit audit;
    private final Names names;
    private final Door door;
    private final HistoryProgress progress;
    private final Pages pages;
    private final Clock clock;

    StaffPages(Staff staff, Audit audit, Names names, Door door, HistoryProgress progress, Pages pages, Clock clock) {
        this.staff = staff;
        this.audit = audit;
        this.names = names;
        this.door = door;
        this.progress = progress;
        this.pages = pages;
        this.clock = clock;
    }

    /** @param after that the history must have seen: where a form led here */
    @GetMapping("/organisations/{organisation}/people")
    String people(
            @PathVariable String organisation,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "-1") long after,
            Model model,
            Locale language,
            HttpServletRequest request,
            HttpServletResponse response) {
        progress.awaitSeen(after);
        var of = names.organisation(organisation);
        prepare(of, model, language, response);
        model.addAttribute("issues", issues(request, of.id()));
        model.addAttribute("keys", staff.keys(of.id(), null, ON_A_PAGE).items());
        return people(of.id(), cursor, Duty::isForAnOrganisation, model);
    }

    /** Who runs the service lets people in, and has no keys to anybody's books; nobody is asked at open doors. */
    private boolean issues(HttpServletRequest request, OrganisationId organisation) {
        return door.of(Caller.of(request).actor())
                .map(it -> it.has(Set.of(Duty.MANAGER), organisation))
                .orElse(true);
    }

    @GetMapping("/operation/people")
    String ofTheService(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "-1") long after,
            Model model,
            Locale language,
            HttpServletResponse response) {
        progress.awaitSeen(after);
        prepare(null, model, language, response);
        return people(null, cursor, it -> !it.isForAnOrganisation(), model);
    }

    private String people(@Nullable OrganisationId of, @Nullable String cursor, Predicate<Duty> fits, Model model) {
        var page = staff.people(of, cursor, ON_A_PAGE);
        model.addAttribute("people", page.items());
        model.addAttribute("next", page.cursor());
        model.addAttribute("duties", Arrays.stream(Duty.values()).filter(fits).toList());
        model.addAttribute("verbs", List.of(Verb.values()));
        model.addAttribute("today", today());
        model.addAttribute("now", clock.instant().atOffset(Vietnam.OFFSET));
        model.addAttribute("key", UUID.randomUUID().toString());
        return "staff";
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Vietnam.OFFSET);
    }

    @GetMapping("/organisations/{organisation}/acts")
    String acts(
            @PathVariable String organisation,
            @RequestParam(required = false) @Nullable String cursor,
            Model model,
            Locale language,
            HttpServletResponse response) {
        var of = names.organisation(organisation);
        prepare(of, model, language, response);
        return acts(of.id(), cursor, model, language);
    }

    @GetMapping("/operation/acts")
    String allActs(
            @RequestParam(required = false) @Nullable String cursor,
            Model model,
            Locale language,
            HttpServletResponse response) {
        prepare(null, model, language, response);
        return acts(null, cursor, model, language);
    }

    private String acts(@Nullable OrganisationId of, @Nullable String cursor, Model model, Locale language) {
        var page = audit.acts(of, cursor, ON_A_PAGE);
        var words = pages.phrases(language);
        model.addAttribute(
                "acts", page.items().stream().map(it -> line(it, words)).toList());
        model.addAttribute("next", page.cursor());
        return "acts";
    }

    private Line line(ViewOfAct act, Phrases words) {
        return new Line(
                act.fact().recordedAt().atOffset(Vietnam.OFFSET),
                nameOf(act.fact().actor()),
                words.name("act", act.what()),
                act.about() == null ? null : nameOf(act.about()),
                act.organisation(),
                act.words().stream().map(it -> named(it, words)).toList());
    }

    /** A code by its name; what somebody wrote as they wrote it. */
    private static String named(String word, Phrases words) {
        var scheme = words.name("scheme", word);
        return scheme.equals(word) ? words.name("act.word", word) : scheme;
    }

    private String nameOf(String id) {
        var name = names.of(id);
        return name == null ? id : name;
    }

    /** One act as a line of the page. */
    public record Line(
            OffsetDateTime at,
            String actor,
            String what,
            @Nullable String about,
            @Nullable OrganisationId organisation,
            List<String> words) {}

    /** @param of absent for the service itself */
    private void prepare(@Nullable ViewOfOrganisation of, Model model, Locale language, HttpServletResponse response) {
        pages.prepare(model, language, response);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        model.addAttribute("organisation", of);
        model.addAttribute("base", of == null ? "/operation" : "/organisations/" + of.id());
    }
}
