package vn.nguongoc.printing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
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
import vn.nguongoc.web.Pages;

/** What the forms of {@link LabelPages} send: the same commands as the API's, happening now. */
@Controller
@RequestMapping("/organisations/{organisation}")
class LabelForms {
    private static final int LONGEST_KEPT = 40;

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
                    organisation,
                    lot,
                    kind,
                    count,
                    preset,
                    format,
                    language,
                    start,
                    withPoint(right),
                    withPoint(down),
                    by,
                    now);
        }

        /** Vietnamese write 1,5; no thousands are among millimetres of a sheet. */
        private static @Nullable String withPoint(@Nullable String decimal) {
            return decimal == null ? null : decimal.strip().replaceFirst("^(-?\\d+),(\\d+)$", "$1.$2");
        }

        /**
         * Where the form is filled in again, with what was typed. But for the person: where a code is meant a name may
         * have been written, and addresses are kept in logs.
         */
        private URI again(String organisation, String lot, Locale language) {
            var address = UriComponentsBuilder.fromPath("/organisations/{organisation}/labels/{lot}")
                    .queryParam("lang", language.getLanguage());
            var values = new LinkedHashMap<String, Object>(Map.of("organisation", organisation, "lot", lot));
            typed().forEach((name, value) -> {
                address.queryParam(name, "{" + name + "}");
                values.put(name, value);
            });
            return address.fragment("order").encode().buildAndExpand(values).toUri();
        }

        private Map<String, String> typed() {
            var typed = new LinkedHashMap<String, String>();
            put(typed, "kind", kind);
            put(typed, "count", count);
            put(typed, "preset", preset);
            put(typed, "format", format);
            put(typed, "language", language);
            put(typed, "start", start);
            put(typed, "right", right);
            put(typed, "down", down);
            return typed;
        }

        /** What is longer than anything that is of the form is no help in an address. */
        private static void put(Map<String, String> typed, String name, @Nullable String value) {
            if (value != null && value.length() <= LONGEST_KEPT) {
                typed.put(name, value);
            }
        }
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
