package vn.nguongoc.buyer.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Locale;
import org.springframework.context.NoSuchMessageException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.nguongoc.web.Pages;
import vn.nguongoc.web.Rules;
import vn.nguongoc.web.Words;

/** The page that a problem's {@code type} leads to. */
@Controller
class ProblemPages {
    private static final int MOST_FACTS = 10;

    private final Pages pages;
    private final Words words;
    private final Rules rules;

    ProblemPages(Pages pages, Words words, Rules rules) {
        this.pages = pages;
        this.words = words;
        this.rules = rules;
    }

    @GetMapping("/problems/{room}/{reason}")
    String problem(
            @PathVariable String room,
            @PathVariable String reason,
            Model model,
            Locale language,
            HttpServletResponse response) {
        var key = "problem." + room + "." + reason;
        try {
            model.addAttribute("heading", words.say(language, key + ".title"));
            model.addAttribute(
                    "text",
                    words.say(
                            language, key, Collections.nCopies(MOST_FACTS, "…").toArray()));
        } catch (NoSuchMessageException e) {
            return pages.say("page.notFound", pages.base(), HttpStatus.NOT_FOUND, model, language, response);
        }
        rules.anchor(room + "/" + reason).ifPresent(it -> model.addAttribute("rule", it));
        pages.prepare(model, language, response);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=3600");
        return "message";
    }
}
