package vn.nguongoc.printing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.util.UriComponentsBuilder;
import vn.nguongoc.eventlog.Recorder;
import vn.nguongoc.labelling.event.LabelRunId;
import vn.nguongoc.printing.Orders;
import vn.nguongoc.printing.web.LabelRequests.Saying;
import vn.nguongoc.shared.Receipt;
import vn.nguongoc.shared.Stamp;
import vn.nguongoc.shared.Vietnam;
import vn.nguongoc.web.Pages;

/** What the forms of {@link LabelPages} send: the same commands as the API's, happening now. */
@Controller
@RequestMapping("/organisations/{organisation}")
class LabelForms {
    private final Orders orders;
    private final Recorder recorder;
    private final Clock clock;

    LabelForms(Orders orders, Recorder recorder, Clock clock) {
        this.orders = orders;
        this.recorder = recorder;
        this.clock = clock;
    }

    @PostMapping("/labels/{lot}")
    ResponseEntity<Void> order(
            @PathVariable String organisation,
            @PathVariable String lot,
            @ModelAttribute OrderForm form,
            Stamp stamp,
            Locale language,
            HttpServletRequest request) {
        Pages.leadBack(request, form.again(organisation, lot, language));
        var run = LabelRunId.of(stamp);
        return to(
                organisation,
                run,
                orders.place(form.request(organisation, lot, now()).read(), run, stamp),
                language);
    }

    /** @param what is said of labels of the run, by the name that it has in the API */
    @PostMapping("/label-runs/{run}/{what:activations|voids|reprints|cancellations}")
    ResponseEntity<Void> say(
            @PathVariable String organisation,
            @PathVariable String run,
            @PathVariable String what,
            @ModelAttribute SayingForm form,
            Stamp stamp,
            Locale language,
            HttpServletRequest request) {
        Pages.leadBack(request, address(language).build(organisation, run));
        var id = LabelRequests.run(run);
        var said = form.said(organisation, now());
        var receipt = switch (what) {
            case "activations" -> recorder.record(stamp, said.activation(id));
            case "voids" -> recorder.record(stamp, said.withdrawal(id));
            case "reprints" -> orders.reprint(said.reprint(id), stamp);
            case "cancellations" -> orders.cancel(said.cancellation(id), stamp);
            default -> throw new IllegalStateException("the address lets nothing else through: " + what);
        };
        return to(organisation, id, receipt, language);
    }

    record SayingForm(
            @Nullable String labels,
            @Nullable String reason,
            @Nullable String start,
            @Nullable String by) {
        private Saying said(String organisation, String now) {
            return new Saying(organisation, labels, reason, start, by, now);
        }
    }

    private String now() {
        return clock.instant().atOffset(Vietnam.OFFSET).toString();
    }

    private static ResponseEntity<Void> to(String organisation, LabelRunId run, Receipt receipt, Locale language) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(address(language)
                        .queryParam("after", receipt.position())
                        .build(organisation, run))
                .build();
    }

    private static UriComponentsBuilder address(Locale language) {
        return UriComponentsBuilder.fromPath("/organisations/{organisation}/label-runs/{run}")
                .queryParam("lang", language.getLanguage());
    }
}
