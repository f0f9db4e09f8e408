package vn.nguongoc.buyer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.history.LotHistory;
import vn.nguongoc.view.ViewOfLot;
import vn.nguongoc.web.PublicAddress;
import vn.nguongoc.web.Words;

/**
 * Where a lot or a product can be read of, by GS1 link types; a type stands there only if something stands behind it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9264">RFC 9264, linkset</a>
 */
@Component
public class Linksets {
    private static final String VOCABULARY = "https://ref.gs1.org/voc/";

    private final Words words;
    private final Catalogue catalogue;
    private final LotPages pages;
    private final PublicAddress address;

    Linksets(Words words, Catalogue catalogue, LotPages pages, PublicAddress address) {
        this.words = words;
        this.catalogue = catalogue;
        this.pages = pages;
        this.address = address;
    }

    /** The links of a lot. */
    public List<LinkTarget> of(LotHistory history) {
        var at = pages.addressOf(history.lot());
        var name = history.lot().product();
        var links = new ArrayList<>(page(at, name));
        links.addAll(inLanguages(LinkType.TRACEABILITY, at, "#journey", "page.journey"));
        links.add(new LinkTarget(
                LinkType.TRACEABILITY,
                address.base() + "/t/" + history.lot().id() + "/record",
                words.say(Locale.ENGLISH, "page.raw"),
                "application/json",
                List.of()));
        if (!Certificates.of(history, catalogue).isEmpty()) {
            links.addAll(inLanguages(LinkType.CERTIFICATION_INFO, at, "#certificates", "page.claims"));
        }
        links.addAll(inLanguages(LinkType.RECALL_STATUS, at, "#status", "page.recallStatus"));
        return List.copyOf(links);
    }

    /**
     * The links of a product.
     *
     * @param at its address
     */
    public List<LinkTarget> of(String at, ViewOfLot newest) {
        return List.copyOf(page(at, newest.product()));
    }

    /** The page itself, as default and as product information; and the same for machines. */
    private List<LinkTarget> page(String at, String product) {
        var links = new ArrayList<LinkTarget>();
        links.add(new LinkTarget(LinkType.DEFAULT_LINK, at, name(Words.VIETNAMESE, product), "text/html", List.of()));
        for (var type : List.of(LinkType.DEFAULT_LINK_MULTI, LinkType.PIP)) {
            Words.WHOLE.forEach(language -> links.add(new LinkTarget(
                    type, in(at, language), name(language, product), "text/html", List.of(language.getLanguage()))));
        }
        links.add(new LinkTarget(LinkType.PIP, at, name(Locale.ENGLISH, product), "application/ld+json", List.of()));
        return links;
    }

    private Stream<LinkTarget> each(LinkType type, String at, String fragment, String title) {
        return Words.WHOLE.stream()
                .map(language -> new LinkTarget(
                        type,
                        in(at, language) + fragment,
                        words.say(language, title),
                        "text/html",
                        List.of(language.getLanguage())));
    }

    private List<LinkTarget> inLanguages(LinkType type, String at, String fragment, String title) {
        return each(type, at, fragment, title).toList();
    }

    private String name(Locale language, String product) {
        return words.name(language, "product", product);
    }

    private static String in(String at, Locale language) {
        return at + "?lang=" + language.getLanguage();
    }

    /** As RFC 9264 wants it: one context, its links by their types. */
    public Map<String, Object> document(String anchor, List<LinkTarget> links) {
        var context = new LinkedHashMap<String, Object>();
        context.put("anchor", anchor);
        for (var type : LinkType.values()) {
            var targets = links.stream()
                    .filter(it -> it.type() == type)
                    .map(LinkTarget::members)
                    .toList();
            if (!targets.isEmpty()) {
                context.put(VOCABULARY + type.code(), targets);
            }
        }
        return Map.of("linkset", List.of(context));
    }

    /** The type that a request asks for as {@code gs1:pip} or by its full name; empty if there is none such. */
    public static Optional<LinkType> type(String asked) {
        var code = asked.replaceFirst("^(gs1:|https?://(ref\\.)?gs1\\.org/voc/)", "");
        return Stream.of(LinkType.values()).filter(it -> it.code().equals(code)).findFirst();
    }
}
