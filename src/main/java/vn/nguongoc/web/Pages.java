package vn.nguongoc.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What all pages share: words, style and headers; and the page that only says something. */
@Component
public class Pages {
    /** The request's attribute that {@code message.html} finds the form's address in. */
    private static final String FORM = "form";

    private final Words words;
    private final PageStyle style;
    private final PublicAddress address;

    Pages(Words words, PageStyle style, PublicAddress address) {
        this.words = words;
        this.style = style;
        this.address = address;
    }

    /** The service's public address, without a slash at its end. */
    public String base() {
        return address.base();
    }

    /** Names what pages look like in this edition of the service: their style sheet, layout and words. */
    public String edition() {
        return style.edition();
    }

    /** The words of one language, for templates. */
    public Phrases phrases(Locale language) {
        return new Phrases(words, language);
    }

    /** Gives the model the page's words ({@code t}) and style, the answer its headers. */
    public void prepare(Model model, Locale language, HttpServletResponse response) {
        model.addAttribute("t", phrases(language));
        model.addAttribute("style", style.css());
        response.setHeader(PageStyle.POLICY, style.policy());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage());
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    }

    /** Lets the prepared page run scripts that come from here, and no others. */
    public void allowScripts(HttpServletResponse response) {
        response.setHeader(PageStyle.POLICY, style.policyWithScripts());
    }

    /** A page of a heading ({@code key.title}) and one paragraph. */
    public String say(
            String key, Object value, HttpStatus status, Model model, Locale language, HttpServletResponse response) {
        return tell(
                words.say(language, key + ".title"),
                words.say(language, key, value),
                status,
                model,
                language,
                response);
    }

    /** Should this request be refused, the page that says so leads back to the form at that address. */
    public static void leadBack(HttpServletRequest request, URI form) {
        request.setAttribute(FORM, form.toString());
    }

    /** A page of these words; where the model has the attribute {@code right}, it leads to that path. */
    public String tell(
            String heading,
            String text,
            HttpStatus status,
            Model model,
            Locale language,
            HttpServletResponse response) {
        prepare(model, language, response);
        response.setStatus(status.value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("heading", heading);
        model.addAttribute("text", text);
        return "message";
    }
}
