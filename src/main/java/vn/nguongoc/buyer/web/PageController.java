package vn.nguongoc.buyer.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.nguongoc.buyer.LotPages;
import vn.nguongoc.lists.LotFilter;
import vn.nguongoc.lists.LotList;
import vn.nguongoc.lists.Page;
import vn.nguongoc.shared.Refusal;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.view.ViewOfLot;
import vn.nguongoc.web.Pages;

/** The start page. It works without scripts and cookies. */
@Controller
class PageController {
    private static final int ON_A_PAGE = 20;

    private final LotList list;
    private final LotPages pages;
    private final Pages common;

    PageController(LotList list, LotPages pages, Pages common) {
        this.list = list;
        this.pages = pages;
        this.common = common;
    }

    @GetMapping("/")
    String start(
            @RequestParam(required = false) @Nullable String cursor,
            Model model,
            Locale language,
            HttpServletResponse response) {
        common.prepare(model, language, response);
        common.allowScripts(response);
        var page = page(cursor);
        model.addAttribute("lots", page.items());
        model.addAttribute("next", page.cursor());
        model.addAttribute(
                "addresses", page.items().stream().collect(Collectors.toMap(ViewOfLot::id, pages::addressOf)));
        model.addAttribute("base", common.base());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        return "start";
    }

    private Page<ViewOfLot> page(@Nullable String cursor) {
        try {
            return list.page(LotFilter.ALL, cursor, ON_A_PAGE);
        } catch (Refused refused) {
            var busy = refused.refusal().refusalKind() == Refusal.Kind.BUSY;
            throw new ResponseStatusException(busy ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.NOT_FOUND);
        }
    }
}
