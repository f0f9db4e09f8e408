package vn.nguongoc.printing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.eventlog.Recorder;
import vn.nguongoc.history.HistoryProgress;
import vn.nguongoc.history.LabelRuns;
import vn.nguongoc.history.LotFilter;
import vn.nguongoc.history.LotList;
import vn.nguongoc.history.Things;
import vn.nguongoc.history.View;
import vn.nguongoc.labelling.event.LabelRunId;
import vn.nguongoc.printing.Orders;
import vn.nguongoc.printing.Press;
import vn.nguongoc.printing.PrintRefusal;
import vn.nguongoc.printing.Prints;
import vn.nguongoc.printing.web.LabelRequests.OrderingRun;
import vn.nguongoc.printing.web.LabelRequests.Saying;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Receipt;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.shared.Stamp;
import vn.nguongoc.shared.Vietnam;
import vn.nguongoc.web.Pages;
import vn.nguongoc.web.Problems;

/**
 * The recorder's pages for labels: an organisation's lots, a lot's runs with the form that orders one, a run with what
 * became of it. Plain forms that send the same commands as the API; what was refused is said on a page with the way
 * back.
 */
@Controller
@RequestMapping("/organisations/{organisation}")
class LabelPages {
    private static final int ON_A_PAGE = 20;
    private static final String SCRIPT = "; script-src 'self'; connect-src 'self'";
    private static final String POLICY = "Content-Security-Policy";

    private final Things things;
    private final LotList lots;
    private final LabelRuns runs;
    private final HistoryProgress progress;
    private final Orders orders;
    private final Prints prints;
    private final Press press;
    private final Recorder recorder;
    private final Pages pages;
    private final Problems problems;
    private final Clock clock;

    LabelPages(
            Things things,
            LotList lots,
            LabelRuns runs,
            HistoryProgress progress,
            Orders orders,
            Prints prints,
            Press press,
            Recorder recorder,
            Pages pages,
            Problems problems,
            Clock clock) {
        this.things = things;
        this.lots = lots;
        this.runs = runs;
        this.progress = progress;
        this.orders = orders;
        this.prints = prints;
        this.press = press;
        this.recorder = recorder;
        this.pages = pages;
        this.problems = problems;
        this.clock = clock;
    }

    // ---- pages

    @GetMapping("/labels")
    String lots(
            @PathVariable String organisation,
            @RequestParam(required = false) @Nullable String cursor,
            Model model,
            Locale language,
            HttpServletResponse response) {
        var holder = organisation(organisation);
        var page = lots.page(
                new LotFilter(holder.id(), null, null, null, null, null, null, null, null, null), cursor, ON_A_PAGE);
        prepare(holder, model, language, response);
        model.addAttribute("lots", page.items());
        model.addAttribute("next", page.cursor());
        return "labels-lots";
    }

    @GetMapping("/labels/{lot}")
    String lot(
            @PathVariable String organisation,
            @PathVariable String lot,
            @RequestParam(required = false) @Nullable String cursor,
            Model model,
            Locale language,
            HttpServletResponse response) {
        var holder = organisation(organisation);
        var of = lot(lot, holder);
        var page = runs.of(of.id(), cursor, ON_A_PAGE);
        prepare(holder, model, language, response);
        model.addAttribute("lot", of);
        model.addAttribute("units", units(of));
        model.addAttribute("presets", press.presets().all());
        model.addAttribute("runs", page.items());
        model.addAttribute("next", page.cursor());
        return "labels-lot";
    }

    /** @param after that the history must have seen: where an order or another form led here */
    @GetMapping("/label-runs/{run}")
    String run(
            @PathVariable String organisation,
            @PathVariable String run,
            @RequestParam(defaultValue = "-1") long after,
            Model model,
            Locale language,
            HttpServletResponse response) {
        progress.awaitSeen(after);
        var holder = organisation(organisation);
        var of = run(run, holder);
        prepare(holder, model, language, response);
        response.setHeader(POLICY, response.getHeader(POLICY) + SCRIPT);
        model.addAttribute("run", of);
        model.addAttribute("lot", things.find(View.OfLot.class, of.lot()).orElse(null));
        model.addAttribute("tally", of.tally());
        model.addAttribute("file", prints.progress(of, 0));
        model.addAttribute("acts", of.acts().reversed());
        return "labels-run";
    }

    /** Leads to the file, or, while it is made, to where its progress is shown. */
    @GetMapping("/label-runs/{run}/file")
    String file(
            @PathVariable String organisation,
            @PathVariable String run,
            @RequestParam(defaultValue = "0") int reprint,
            Locale language) {
        var of = run(run, organisation(organisation));
        try {
            prints.file(of, reprint);
            return "redirect:/api/label-runs/" + of.id() + "/file?reprint=" + reprint;
        } catch (Refused refused) {
            if (reprint == 0 && refused.refusal() instanceof PrintRefusal.NotWholeYet) {
                return "redirect:/organisations/" + of.organisation() + "/label-runs/" + of.id() + "?lang="
                        + language.getLanguage();
            }
            throw refused;
        }
    }

    private void prepare(View.OfOrganisation holder, Model model, Locale language, HttpServletResponse response) {
        pages.prepare(model, language, response);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("holder", holder);
        model.addAttribute("key", UUID.randomUUID().toString());
    }

    /** How many units it was packed in; absent where it was not. */
    private static @Nullable Long units(View.OfLot lot) {
        var item = lot.item();
        return item == null ? null : lot.quantity().grams() / item.unit().grams();
    }

    // ---- forms

    @PostMapping("/labels/{lot}")
    ResponseEntity<Void> order(
            @PathVariable String organisation,
            @PathVariable String lot,
            @ModelAttribute OrderForm form,
            Stamp stamp,
            Locale language) {
        var run = LabelRunId.of(stamp);
        return to(organisation, run, orders.place(form.request(organisation, lot, now()).read(), run, stamp), language);
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
        return to(organisation, id, recorder.record(stamp, form.said(organisation, now()).activation(id)), language);
    }

    @PostMapping("/label-runs/{run}/voids")
    ResponseEntity<Void> withdraw(
            @PathVariable String organisation,
            @PathVariable String run,
            @ModelAttribute SayingForm form,
            Stamp stamp,
            Locale language) {
        var id = LabelRequests.run(run);
        return to(organisation, id, recorder.record(stamp, form.said(organisation, now()).withdrawal(id)), language);
    }

    @PostMapping("/label-runs/{run}/reprints")
    ResponseEntity<Void> reprint(
            @PathVariable String organisation,
            @PathVariable String run,
            @ModelAttribute SayingForm form,
            Stamp stamp,
            Locale language) {
        var id = LabelRequests.run(run);
        return to(organisation, id, orders.reprint(form.said(organisation, now()).reprint(id), stamp), language);
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

    private static ResponseEntity<Void> to(
            String organisation, LabelRunId run, Receipt receipt, Locale language) {
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

    // ---- what is not there, or refused

    private View.OfOrganisation organisation(String id) {
        return found(id, () -> things.find(View.OfOrganisation.class, new OrganisationId(id)));
    }

    private View.OfLot lot(String id, View.OfOrganisation holder) {
        return found(id, () -> things.find(View.OfLot.class, new LotId(id))
                .filter(lot -> lot.organisation().equals(holder.id())));
    }

    private View.OfLabelRun run(String id, View.OfOrganisation holder) {
        return found(id, () -> things.find(View.OfLabelRun.class, new LabelRunId(id))
                .filter(run -> run.organisation().equals(holder.id())));
    }

    private static <T> T found(String id, Supplier<Optional<T>> look) {
        try {
            return look.get().orElseThrow(() -> new Refused(new LogRefusal.NotFound(id)));
        } catch (IllegalArgumentException e) {
            throw new Refused(new LogRefusal.NotFound(id));
        }
    }

    @ExceptionHandler(Refused.class)
    String refused(Refused refused, Model model, Locale language, HttpServletResponse response) {
        var problem = problems.of(refused.refusal());
        return pages.tell(
                String.valueOf(problem.getTitle()),
                problems.inWords(refused.refusal()),
                HttpStatus.valueOf(problem.getStatus()),
                model,
                language,
                response);
    }
}
