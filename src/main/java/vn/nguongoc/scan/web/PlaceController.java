package vn.nguongoc.scan.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.nguongoc.history.Units;
import vn.nguongoc.label.ScannedLink;
import vn.nguongoc.label.Serial;
import vn.nguongoc.scan.ScanCounting;
import vn.nguongoc.scan.Tile;
import vn.nguongoc.scan.Towns;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.web.Pages;

/**
 * Where a buyer who wants to may say about where they are, and that they bought the unit. A town is chosen from a list;
 * where there are scripts, the device may tell its position, which the script rounds before it is sent.
 */
@Controller
class PlaceController {
    private static final int MOST_DIGITS = 12;

    private final Units units;
    private final ScanCounting counting;
    private final Towns towns;
    private final Pages pages;

    PlaceController(Units units, ScanCounting counting, Towns towns, Pages pages) {
        this.units = units;
        this.counting = counting;
        this.towns = towns;
        this.pages = pages;
    }

    /** @param link path of the unit's page */
    @GetMapping("/place")
    String place(
            @RequestParam(defaultValue = "") String link, Model model, Locale language, HttpServletResponse response) {
        var scanned = scanned(link);
        pages.prepare(model, language, response);
        pages.allowScripts(response);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        model.addAttribute("link", scanned.path());
        model.addAttribute("towns", towns.all());
        return "place";
    }

    /**
     * @param tile of the town that was chosen, as {@link Tile#key}; empty for none
     * @param latitude degrees; a position that the device told goes before a town
     */
    @PostMapping("/place")
    ResponseEntity<Void> place(
            @RequestParam String link,
            @RequestParam(defaultValue = "") String tile,
            @RequestParam(defaultValue = "") String latitude,
            @RequestParam(defaultValue = "") String longitude,
            @RequestParam(defaultValue = "false") boolean bought,
            HttpServletRequest request,
            Locale language) {
        var scanned = scanned(link);
        var place = place(tile, latitude, longitude);
        if (place != null || bought) {
            Optional.ofNullable(scanned.serial())
                    .flatMap(Serial::typed)
                    .ifPresent(serial -> units.find(serial)
                            .ifPresent(unit -> counting.said(request, serial, unit.lot(), place, bought)));
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(scanned.path() + "?lang=" + language.getLanguage()))
                .build();
    }

    private static ScannedLink scanned(String link) {
        try {
            return Optional.of(ScannedLink.of(link.startsWith("/") ? link : "/" + link, null))
                    .filter(it -> it.serial() != null)
                    .orElseThrow(PlaceController::nothing);
        } catch (Refused e) {
            throw nothing();
        }
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /** What is no place is not said. */
    private static @Nullable Tile place(String tile, String latitude, String longitude) {
        try {
            if (!latitude.isEmpty() && latitude.length() <= MOST_DIGITS && longitude.length() <= MOST_DIGITS) {
                return Tile.around(new BigDecimal(latitude), new BigDecimal(longitude));
            }
            return tile.isEmpty() ? null : Tile.of(tile);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
