package vn.nguongoc.printing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.web.Pages;
import vn.nguongoc.web.Problems;

/** What is refused on the recorder's pages is said in words; the browser's way back leads to the filled form. */
@ControllerAdvice(assignableTypes = {LabelPages.class, LabelForms.class})
class RefusedPage {
    private final Problems problems;
    private final Pages pages;

    RefusedPage(Problems problems, Pages pages) {
        this.problems = problems;
        this.pages = pages;
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
