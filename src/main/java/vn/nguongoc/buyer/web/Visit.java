package vn.nguongoc.buyer.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.ui.Model;
import org.springframework.web.context.request.WebRequest;

/** One request of a buyer, and what its answer is made with. */
record Visit(
        HttpServletRequest request,
        WebRequest conditions,
        Model model,
        Locale language,
        HttpServletResponse response) {}
