package vn.nguongoc.buyer.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.nguongoc.web.Pages;
import vn.nguongoc.web.Phrase;
import vn.nguongoc.web.Phrases;
import vn.nguongoc.web.Rules;

/** The sections of docs/rules.md for people, each at an anchor that the problems of its refusals lead to. */
@Controller
class RulesPage {
    private static final int NUMBERED = 20;
    private static final List<String> NAMED =
            List.of("rice", "rice-shrimp", "shrimp", "fruit", "water", "geometry", "hand-over");

    private final Pages pages;
    private final Rules rules;

    RulesPage(Pages pages, Rules rules) {
        this.pages = pages;
        this.rules = rules;
    }

    @GetMapping("/rules")
    String page(Model model, Locale language, HttpServletResponse response) {
        pages.prepare(model, language, response);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=3600");
        var phrases = pages.phrases(language);
        var numbered = IntStream.rangeClosed(1, NUMBERED)
                .mapToObj(Integer::toString)
                .map(it -> section(phrases, it, phrases.say("rules.numbered", it, title(phrases, it))));
        var named = NAMED.stream().map(it -> section(phrases, it, title(phrases, it)));
        model.addAttribute("about", phrases.say("rules.text").lines().toList());
        model.addAttribute("tags", phrases.say("rules.tags").lines().toList());
        model.addAttribute("sections", Stream.concat(numbered, named).toList());
        return "rules";
    }

    private static String title(Phrases phrases, String anchor) {
        return phrases.say("rules." + anchor + ".title");
    }

    private Section section(Phrases phrases, String anchor, String title) {
        var refusals = rules.refusals(anchor).stream()
                .map(code -> new Refused(code, phrases.say("problem." + code.replace('/', '.') + ".title")))
                .toList();
        return new Section(anchor, title, phrases.phrase("rules." + anchor), refusals);
    }

    /** @param text one paragraph on each line */
    record Section(String anchor, String title, Phrase text, List<Refused> refusals) {
        public List<String> paragraphs() {
            return text.text().lines().toList();
        }
    }

    record Refused(String code, String title) {}
}
