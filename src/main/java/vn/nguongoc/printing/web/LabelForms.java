package vn.nguongoc.printing.web;

import java.net.URI;
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
import vn.nguongoc.printing.web.LabelRequests.OrderingRun;
import vn.nguongoc.printing.web.LabelRequests.Saying;
import vn.nguongoc.shared.Receipt;
import vn.nguongoc.shared.Stamp;
import vn.nguongoc.shared.Vietnam;

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
            Locale language) {
        var run = LabelRunId.of(stamp);
        return to(
                organisation,
                run,
                orders.place(form.request(organisation, lot, now()).read(), run, stamp),
                language);
    }

    record OrderForm(
            @Nullable String kind,
            @Nullable String count,
            @Nullable String preset,
            @Nullable String format,
            @Nullable String language,
            @Nullable String start,
            @Nullable String right,
            @Nullable String down,
            @Nullable String by) {
        private OrderingRun request(String organisation, String lot, String now) {
            return new OrderingRun(
                    organisation, lot, kind, count, preset, format, language, start, right, down, by, now);
        }
    }

    @PostMapping("/label-runs/{run}/activations")
    ResponseEntity<Void> activate(
            @PathVariable String organisation,
            @PathVariable String run,
            @ModelAttribute SayingForm form,
            Stamp stamp,
            Locale language) {
        var id = LabelRequests.run(run);
        return to(
                organisation,
                id,
                recorder.record(stamp, form.said(organisation, now()).activation(id)),
                language);
    }

    @PostMapping("/label-runs/{run}/voids")
    ResponseEntity<Void> withdraw(
            @PathVariable String organisation,
            @PathVariable String run,
            @ModelAttribute SayingForm form,
            Stamp stamp,
            Locale language) {
        var id = LabelRequests.run(run);
        return to(
                organisation,
                id,
                recorder.record(stamp, form.said(organisation, now()).withdrawal(id)),
                language);
    }

    @PostMapping("/label-runs/{run}/reprints")
    ResponseEntity<Void> reprint(
            @PathVariable String organisation,
            @PathVariable String run,
            @ModelAttribute SayingForm form,
            Stamp stamp,
            Locale language) {
        var id = LabelRequests.run(run);
        return to(
                organisation, id, orders.reprint(form.said(organisation, now()).reprint(id), stamp), language);
    }

    @PostMapping("/label-runs/{run}/cancellations")
    ResponseEntity<Void> cancel(
            @PathVariable String organisation,
            @PathVariable String run,
            @ModelAttribute SayingForm form,
            Stamp stamp,
            Locale language) {
        var id = LabelRequests.run(run);
        return to(organisation, id, orders.cancel(form.said(organisation, now()).cancellation(id), stamp), language);
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
                .location(address(organisation, run, receipt, language))
                .build();
    }

    private static URI address(String organisation, LabelRunId run, Receipt receipt, Locale language) {
        return UriComponentsBuilder.fromPath("/organisations/{organisation}/label-runs/{run}")
                .queryParam("lang", language.getLanguage())
                .queryParam("after", receipt.position())
                .build(organisation, run);
    }
}
