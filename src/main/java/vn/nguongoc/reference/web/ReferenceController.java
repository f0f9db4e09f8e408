package vn.nguongoc.reference.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.JsonNode;
import vn.nguongoc.reference.Reference;
import vn.nguongoc.reference.Sheet;
import vn.nguongoc.web.Pages;

/** {@code /v3/api-docs} for programs, {@code /docs} for people: the same, in the language asked for. */
@Controller
class ReferenceController {
    private static final String AN_HOUR = "public, max-age=3600";

    private final Reference reference;
    private final Pages pages;

    ReferenceController(Reference reference, Pages pages) {
        this.reference = reference;
        this.pages = pages;
    }

    @GetMapping("/v3/api-docs")
    ResponseEntity<JsonNode> document(Locale language) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CACHE_CONTROL, AN_HOUR)
                .body(reference.in(language));
    }

    @GetMapping("/docs")
    String page(Model model, Locale language, HttpServletResponse response) {
        pages.prepare(model, language, response);
        response.setHeader(HttpHeaders.CACHE_CONTROL, AN_HOUR);
        model.addAttribute("sheet", Sheet.of(reference.in(language)));
        return "docs";
    }
}
