package vn.nguongoc.scan.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.nguongoc.generations.Things;
import vn.nguongoc.lists.Page;
import vn.nguongoc.scan.LotScans;
import vn.nguongoc.scan.ScanWords;
import vn.nguongoc.scan.SignalLists;
import vn.nguongoc.scan.SignalLists.Suspect;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.view.ViewOfLot;
import vn.nguongoc.view.ViewOfOrganisation;
import vn.nguongoc.web.Pages;

/** The same for people: a lot's scans, and the units of a lot or of an organisation that are unusual. No scripts. */
@Controller
class ScanPages {
    private static final int ON_A_PAGE = 20;
    private static final int DAYS = 60;

    private final SignalLists lists;
    private final LotScans scans;
    private final ScanWords words;
    private final Things things;
    private final Pages pages;

    ScanPages(SignalLists lists, LotScans scans, ScanWords words, Things things, Pages pages) {
        this.lists = lists;
        this.scans = scans;
        this.words = words;
        this.things = things;
        this.pages = pages;
    }

    @GetMapping("/lots/{id}/scans")
    String lot(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            Model model,
            Locale language,
            HttpServletResponse response) {
        var lot = things.find(ViewOfLot.class, parsed(() -> new LotId(id))).orElseThrow(ScanPages::nothing);
        var seen = scans.of(lot.id(), lot.item() == null ? null : lot.item().gtin(), DAYS);
        model.addAttribute("lot", lot);
        model.addAttribute("seen", seen);
        model.addAttribute("chart", DayChart.of(seen, DAYS));
        model.addAttribute(
                "number", lot.item() == null ? lot.label() : lot.item().number());
        return page(page(() -> lists.of(lot.id(), cursor, ON_A_PAGE)), model, language, response);
    }

    @GetMapping("/organisations/{id}/scans")
    String organisation(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            Model model,
            Locale language,
            HttpServletResponse response) {
        var organisation = things.find(ViewOfOrganisation.class, parsed(() -> new OrganisationId(id)))
                .orElseThrow(ScanPages::nothing);
        model.addAttribute("organisation", organisation);
        return page(page(() -> lists.of(organisation.id(), cursor, ON_A_PAGE)), model, language, response);
    }

    private String page(Page<Suspect> suspects, Model model, Locale language, HttpServletResponse response) {
        pages.prepare(model, language, response);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute(
                "units", suspects.items().stream().map(it -> unit(it, language)).toList());
        model.addAttribute("next", suspects.cursor());
        return "scans";
    }

    private Unit unit(Suspect it, Locale language) {
        var lot = things.find(ViewOfLot.class, it.scans().lot());
        return new Unit(
                it.scans().serial().grouped(),
                it.scans().lot(),
                lot.map(ViewOfLot::product).orElse(""),
                words.summary(it.scans(), language),
                it.signals().stream().map(signal -> words.say(signal, language)).toList(),
                words.days(it.scans(), language));
    }

    /** A unit as the page shows it. */
    public record Unit(
            String serial, LotId lot, String product, String summary, List<String> signals, List<String> days) {}

    /** A bar of the chart, in hundredths of its height. */
    public record Bar(int x, int y, int height, int ofUnits, LocalDate day, int sessions) {}

    /**
     * Sessions by the day, drawn.
     *
     * @param width of the picture, ten for each day
     * @param most sessions on one day, the height of the chart
     */
    public record DayChart(int width, int most, LocalDate from, LocalDate to, List<Bar> bars) {
        private static final int BAR = 10;
        private static final int HEIGHT = 100;

        static DayChart of(LotScans.Scans scans, int days) {
            var from = scans.today().minusDays(days - 1L);
            var most = scans.days().stream()
                    .mapToInt(LotScans.ScanDay::sessions)
                    .max()
                    .orElse(0);
            var bars = scans.days().stream()
                    .map(it -> bar(it, (int) (it.day().toEpochDay() - from.toEpochDay()), most))
                    .toList();
            return new DayChart(days * BAR, most, from, scans.today(), bars);
        }

        private static Bar bar(LotScans.ScanDay it, int place, int most) {
            var height = Math.max(1, Math.ceilDiv(HEIGHT * it.sessions(), most));
            var ofUnits = it.ofUnits() * height / it.sessions();
            return new Bar(place * BAR, HEIGHT - height, height, ofUnits, it.day(), it.sessions());
        }
    }

    private interface Reading<T> {
        T read();
    }

    private static <T> T parsed(Reading<T> id) {
        try {
            return id.read();
        } catch (IllegalArgumentException e) {
            throw nothing();
        }
    }

    /** Somebody else's cursor leads nowhere. */
    private static Page<Suspect> page(Reading<Page<Suspect>> page) {
        try {
            return page.read();
        } catch (Refused e) {
            throw nothing();
        }
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
