package vn.nguongoc.staff.web;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.nguongoc.identity.People;
import vn.nguongoc.identity.event.KeyId;
import vn.nguongoc.identity.event.PersonId;
import vn.nguongoc.identity.web.PeopleRequests;
import vn.nguongoc.identity.web.PeopleRequests.Duties;
import vn.nguongoc.identity.web.PeopleRequests.Entering;
import vn.nguongoc.identity.web.PeopleRequests.Inviting;
import vn.nguongoc.identity.web.PeopleRequests.Issuing;
import vn.nguongoc.identity.web.PeopleRequests.Leaving;
import vn.nguongoc.identity.web.PeopleRequests.Revoking;
import vn.nguongoc.shared.Receipt;
import vn.nguongoc.shared.Stamp;
import vn.nguongoc.shared.Vietnam;
import vn.nguongoc.web.Pages;
import vn.nguongoc.web.PublicAddress;

/** What the forms of {@link StaffPages} send: the same commands as the API's. What is secret is shown at once, once. */
@Controller
class StaffForms {
    private static final String OF_ORGANISATION = "/organisations/{organisation}";
    private static final String OF_SERVICE = "/operation";
    private static final String PEOPLE = "/people";
    private static final String OF_PERSON = PEOPLE + "/{person}/{what:invitations|duties|withdrawals|leavings}";
    private static final Pattern BETWEEN_WARDS = Pattern.compile("[\\s,;]+");

    private final People people;
    private final Pages pages;
    private final PublicAddress address;
    private final Clock clock;

    StaffForms(People people, Pages pages, PublicAddress address, Clock clock) {
        this.people = people;
        this.pages = pages;
        this.address = address;
        this.clock = clock;
    }

    // ---- people

    @PostMapping({OF_ORGANISATION + PEOPLE, OF_SERVICE + PEOPLE})
    String enter(
            @PathVariable(required = false) @Nullable String organisation,
            @ModelAttribute PersonForm form,
            Stamp stamp,
            Model model,
            Locale language,
            HttpServletResponse response) {
        var person = PersonId.of(stamp);
        var request = new Entering(form.code, form.duty, organisation, form.wardCodes());
        var entered = people.enter(stamp, request.command(person, now()));
        return invitation(entered, organisation, model, language, response);
    }

    @PostMapping({OF_ORGANISATION + OF_PERSON, OF_SERVICE + OF_PERSON})
    Object say(
            @PathVariable(required = false) @Nullable String organisation,
            @PathVariable String person,
            @PathVariable String what,
            @ModelAttribute PersonForm form,
            Stamp stamp,
            Model model,
            Locale language,
            HttpServletResponse response) {
        var id = PeopleRequests.person(person);
        var duties = new Duties(form.duty, organisation, form.wardCodes(), form.reason);
        return switch (what) {
            case "invitations" ->
                invitation(
                        people.invite(stamp, new Inviting(organisation).command(id, now())),
                        organisation,
                        model,
                        language,
                        response);
            case "duties" -> back(organisation, people.grant(stamp, duties.granting(id, now())), language);
            case "withdrawals" -> back(organisation, people.withdraw(stamp, duties.withdrawing(id, now())), language);
            case "leavings" ->
                back(organisation, people.leave(stamp, new Leaving(form.reason).command(id, now())), language);
            default -> throw new IllegalStateException("the address lets nothing else through: " + what);
        };
    }

    /** @param wards codes of an inspector's wards, commas or blanks between them */
    record PersonForm(
            @Nullable String code,
            @Nullable String duty,
            @Nullable String wards,
            @Nullable String reason) {
        private @Nullable List<String> wardCodes() {
            return wards == null || wards.isBlank() ? null : List.of(BETWEEN_WARDS.split(wards.strip()));
        }
    }

    private String invitation(
            People.Entered entered,
            @Nullable String organisation,
            Model model,
            Locale language,
            HttpServletResponse response) {
        // What follows the # no server and no log is told.
        var link = address.base() + "/account/join#" + entered.invitation().text();
        return show("staff.invitation", link, organisation, entered.receipt(), model, language, response);
    }

    // ---- keys

    @PostMapping(OF_ORGANISATION + "/keys")
    String issue(
            @PathVariable String organisation,
            @ModelAttribute KeyForm form,
            Stamp stamp,
            Model model,
            Locale language,
            HttpServletResponse response) {
        var key = KeyId.of(stamp);
        var request = new Issuing(organisation, form.duties, form.verbs, form.end(), form.given());
        var issued = people.issue(stamp, request.command(key, now()));
        return show("staff.key", issued.text(), organisation, issued.receipt(), model, language, response);
    }

    @PostMapping(OF_ORGANISATION + "/keys/{key}/revocations")
    ResponseEntity<Void> revoke(
            @PathVariable String organisation,
            @PathVariable String key,
            @ModelAttribute KeyForm form,
            Stamp stamp,
            Locale language) {
        var request = new Revoking(organisation, form.reason);
        return back(organisation, people.revoke(stamp, request.command(PeopleRequests.key(key), now())), language);
    }

    /** @param until the last day on which it opens anything */
    record KeyForm(
            @Nullable List<String> duties,
            @Nullable List<String> verbs,
            @Nullable String until,
            @Nullable String purpose,
            @Nullable String reason) {
        private @Nullable String end() {
            return until == null || until.isBlank() ? null : until.strip() + "T23:59:59+07:00";
        }

        private @Nullable String given() {
            return purpose == null || purpose.isBlank() ? null : purpose;
        }
    }

    // ---- what is shown then

    private String show(
            String words,
            String secret,
            @Nullable String organisation,
            Receipt receipt,
            Model model,
            Locale language,
            HttpServletResponse response) {
        pages.prepare(model, language, response);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("words", words);
        model.addAttribute("secret", secret);
        model.addAttribute("back", list(organisation, receipt, language));
        return "staff-secret";
    }

    private static ResponseEntity<Void> back(@Nullable String organisation, Receipt receipt, Locale language) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(list(organisation, receipt, language)))
                .build();
    }

    private static String list(@Nullable String organisation, Receipt receipt, Locale language) {
        return (organisation == null ? OF_SERVICE : "/organisations/" + organisation) + PEOPLE + "?lang="
                + language.getLanguage() + "&after=" + receipt.position();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(Vietnam.OFFSET);
    }
}
