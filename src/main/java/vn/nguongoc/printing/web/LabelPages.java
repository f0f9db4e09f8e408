package vn.nguongoc.printing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.eventlog.Versions;
import vn.nguongoc.generations.HistoryProgress;
import vn.nguongoc.generations.Things;
import vn.nguongoc.labelling.event.LabelRunId;
import vn.nguongoc.lists.LabelRuns;
import vn.nguongoc.lists.LotFilter;
import vn.nguongoc.lists.LotList;
import vn.nguongoc.printing.Press;
import vn.nguongoc.printing.PrintRefusal;
import vn.nguongoc.printing.Prints;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.view.ViewOfLabelRun;
import vn.nguongoc.view.ViewOfLot;
import vn.nguongoc.view.ViewOfOrganisation;
import vn.nguongoc.web.Pages;
import vn.nguongoc.web.Tags;

/**
 * The recorder's pages for labels: an organisation's lots, a lot's runs with the form that orders one, a run with what
 * became of it. Their forms go to {@link LabelForms}.
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
    private final Prints prints;
    private final Press press;
    private final Pages pages;
    private final Versions versions;

    LabelPages(
            Things things,
            LotList lots,
            LabelRuns runs,
            HistoryProgress progress,
            Prints prints,
            Press press,
            Pages pages,
            Versions versions) {
        this.things = things;
        this.lots = lots;
        this.runs = runs;
        this.progress = progress;
        this.prints = prints;
        this.press = press;
        this.pages = pages;
        this.versions = versions;
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
        var units = units(of);
        model.addAttribute("units", units);
        model.addAttribute("left", units == null ? null : Math.max(0, units - runs.ofUnits(of.id())));
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
        var version = versions.asOf(run, progress.position());
        var of = run(run, holder);
        prepare(holder, model, language, response);
        response.setHeader(POLICY, response.getHeader(POLICY) + SCRIPT);
        model.addAttribute("run", of);
        model.addAttribute("version", "\"" + Tags.of(version) + "\"");
        model.addAttribute("lot", things.find(ViewOfLot.class, of.lot()).orElse(null));
        model.addAttribute("preset", press.presets().preset(of.paper().preset()));
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

    private void prepare(ViewOfOrganisation holder, Model model, Locale language, HttpServletResponse response) {
        pages.prepare(model, language, response);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("holder", holder);
        model.addAttribute("key", UUID.randomUUID().toString());
    }

    /** How many units it was packed in; absent where it was not. */
    private static @Nullable Long units(ViewOfLot lot) {
        var item = lot.item();
        return item == null ? null : lot.quantity().grams() / item.unit().grams();
    }

    // ---- what is there

    private ViewOfOrganisation organisation(String id) {
        return found(id, () -> things.find(ViewOfOrganisation.class, new OrganisationId(id)));
    }

    private ViewOfLot lot(String id, ViewOfOrganisation holder) {
        return found(
                id,
                () -> things.find(ViewOfLot.class, new LotId(id))
                        .filter(lot -> lot.organisation().equals(holder.id())));
    }

    private ViewOfLabelRun run(String id, ViewOfOrganisation holder) {
        return found(
                id,
                () -> things.find(ViewOfLabelRun.class, new LabelRunId(id))
                        .filter(run -> run.organisation().equals(holder.id())));
    }

    private static <T> T found(String id, Supplier<Optional<T>> look) {
        try {
            return look.get().orElseThrow(() -> new Refused(new LogRefusal.NotFound(id)));
        } catch (IllegalArgumentException e) {
            throw new Refused(new LogRefusal.NotFound(id));
        }
    }
}
