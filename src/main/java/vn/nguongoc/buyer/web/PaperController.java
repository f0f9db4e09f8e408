package vn.nguongoc.buyer.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.nguongoc.buyer.Published;
import vn.nguongoc.evidence.Evidence;
import vn.nguongoc.evidence.FileId;
import vn.nguongoc.evidence.web.Serving;
import vn.nguongoc.history.LotHistories;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.view.Exhibit;
import vn.nguongoc.web.WebRefusal;

/** The papers that a lot's page leads to, for everybody; {@link Published} says which. */
@RestController
class PaperController {
    /** However many ask for the same paper at once, it is in memory once. */
    private static final long REMEMBERED_BYTES = 32L << 20;

    private final LotHistories histories;
    private final Published published;
    private final Evidence evidence;
    private final Cache<Exhibit, Evidence.Content> papers = Caffeine.newBuilder()
            .maximumWeight(REMEMBERED_BYTES)
            .weigher((Exhibit key, Evidence.Content it) -> it.bytes().length)
            .build();

    PaperController(LotHistories histories, Published published, Evidence evidence) {
        this.histories = histories;
        this.published = published;
        this.evidence = evidence;
    }

    @GetMapping("/t/{code}/evidence/{file}")
    void paper(@PathVariable String code, @PathVariable String file, HttpServletResponse response) throws IOException {
        var named = id(file, FileId::new).orElseThrow(() -> nothing(code, file));
        var paper = id(code, LotId::new)
                .flatMap(histories::of)
                .flatMap(history -> published.find(history, named))
                .orElseThrow(() -> nothing(code, file));
        var content = papers.get(paper, it -> evidence.find(it.keeper(), named).orElseThrow(() -> nothing(code, file)));
        Serving.PUBLIC.send(named, content, response);
    }

    private static Refused nothing(String code, String file) {
        return new Refused(new WebRefusal.NothingHere("/t/" + code + "/evidence/" + file));
    }

    private static <T> Optional<T> id(String text, Function<String, T> read) {
        try {
            return Optional.of(read.apply(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
