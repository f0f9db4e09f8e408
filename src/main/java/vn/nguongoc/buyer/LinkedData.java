package vn.nguongoc.buyer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.history.LotHistory;
import vn.nguongoc.lot.event.HoldCause;
import vn.nguongoc.lot.event.TradeItem;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.view.ViewOfLot;
import vn.nguongoc.view.ViewOfOrganisation;
import vn.nguongoc.web.PublicAddress;
import vn.nguongoc.web.Words;

/**
 * A lot or a product as JSON-LD, in terms of schema.org and of the GS1 Web Vocabulary: only what the record holds, and
 * nothing of who bought it.
 *
 * @see <a href="https://ref.gs1.org/voc/">GS1 Web Vocabulary</a>
 */
@Component
public class LinkedData {
    private static final Map<String, String> CONTEXT =
            Map.of("schema", "https://schema.org/", "gs1", "https://ref.gs1.org/voc/", "xsd", Typed.XSD);

    private final Words words;
    private final Catalogue catalogue;
    private final LotPages pages;
    private final PublicAddress address;

    LinkedData(Words words, Catalogue catalogue, LotPages pages, PublicAddress address) {
        this.words = words;
        this.catalogue = catalogue;
        this.pages = pages;
        this.address = address;
    }

    /** Everything a buyer may know of a lot. */
    public Map<String, Object> of(LotHistory history) {
        var lot = history.lot();
        var data = thing(pages.addressOf(lot));
        named(data, lot.product());
        var item = lot.item();
        if (item == null) {
            data.put("schema:weight", schemaWeight(lot.quantity()));
            put(data, "gs1:hasBatchLotNumber", lot.label());
        } else {
            goods(data, item);
            data.put("gs1:hasBatchLotNumber", item.number());
            data.put("gs1:packagingDate", Typed.date(lot.since().toLocalDate()));
            data.put("gs1:bestBeforeDate", Typed.date(item.bestBefore()));
        }
        putAll(
                data,
                "gs1:harvestDate",
                Certificates.harvestDays(history).stream().map(Typed::date).toList());
        putAll(
                data,
                "schema:manufacturer",
                history.growers().stream().map(this::organisation).toList());
        if (!history.growers().isEmpty()) {
            data.put("gs1:countryOfOrigin", Map.of("@type", "gs1:Country", "gs1:countryCode", "VN"));
        }
        putAll(
                data,
                "gs1:certification",
                Certificates.of(history, catalogue).stream()
                        .map(this::certificate)
                        .toList());
        data.put("schema:additionalProperty", List.of(recallStatus(lot)));
        data.put("schema:subjectOf", Map.of("@id", address.base() + "/t/" + lot.id() + "/record"));
        return data;
    }

    /**
     * A product and these of its lots.
     *
     * @param id its address
     */
    public Map<String, Object> of(String id, ViewOfLot newest, TradeItem item, List<ViewOfLot> lots) {
        var data = thing(id);
        named(data, newest.product());
        goods(data, item);
        data.put(
                "schema:hasVariant",
                lots.stream().map(lot -> Map.of("@id", pages.addressOf(lot))).toList());
        return data;
    }

    private static Map<String, Object> thing(String id) {
        var data = new LinkedHashMap<String, Object>();
        data.put("@context", CONTEXT);
        data.put("@id", id);
        data.put("@type", List.of("gs1:Product", "schema:Product"));
        return data;
    }

    private void named(Map<String, Object> data, String product) {
        var names = Words.WHOLE.stream()
                .map(language ->
                        Map.of("@language", language.getLanguage(), "@value", words.name(language, "product", product)))
                .toList();
        data.put("gs1:productName", names);
        data.put("schema:name", names);
    }

    private static void goods(Map<String, Object> data, TradeItem item) {
        data.put("gs1:gtin", item.gtin().asGtin14());
        data.put("schema:gtin", item.gtin().asGtin14());
        data.put(
                "gs1:netContent",
                Map.of(
                        "@type", "gs1:QuantitativeValue",
                        "gs1:value", Typed.decimal(item.unit().inKilograms()),
                        "gs1:unitCode", "KGM"));
        data.put("schema:weight", schemaWeight(item.unit()));
    }

    private static Map<String, Object> schemaWeight(Mass mass) {
        return Map.of(
                "@type", "schema:QuantitativeValue",
                "schema:value", Typed.decimal(mass.inKilograms()),
                "schema:unitCode", "KGM");
    }

    private Map<String, Object> organisation(ViewOfOrganisation it) {
        var data = new LinkedHashMap<String, Object>();
        data.put("@type", List.of("gs1:Organization", "schema:Organization"));
        data.put("schema:name", it.name());
        Optional.ofNullable(it.gln()).ifPresent(gln -> data.put("schema:globalLocationNumber", gln.digits()));
        Optional.ofNullable(it.ward())
                .flatMap(catalogue::ward)
                .ifPresent(ward -> data.put(
                        "schema:address",
                        Map.of(
                                "@type", "schema:PostalAddress",
                                "schema:addressLocality", ward.name(),
                                "schema:addressCountry", "VN")));
        return data;
    }

    private Map<String, Object> certificate(Certificates.Held held) {
        var paper = held.paper();
        var data = new LinkedHashMap<String, Object>();
        data.put("@type", "gs1:CertificationDetails");
        data.put("gs1:certificationStandard", words.name(Locale.ENGLISH, "scheme", paper.scheme()));
        data.put("gs1:certificationIdentification", paper.number());
        put(data, "gs1:certificationAgency", paper.certifier());
        data.put("gs1:certificationStartDate", Typed.date(paper.validFrom()));
        data.put("gs1:certificationEndDate", Typed.date(paper.validUntil()));
        return data;
    }

    /** That nothing was recorded is not that nothing is wrong. */
    private static Map<String, Object> recallStatus(ViewOfLot lot) {
        var recalled = lot.holds().stream().anyMatch(hold -> hold.cause() == HoldCause.RECALL);
        return Map.of(
                "@type", "schema:PropertyValue",
                "schema:propertyID", "https://ref.gs1.org/voc/recallStatus",
                "schema:value", recalled ? "recalled" : "no recall recorded");
    }

    private static void put(Map<String, Object> data, String name, @Nullable Object value) {
        if (value != null) {
            data.put(name, value);
        }
    }

    private static void putAll(Map<String, Object> data, String name, Collection<?> values) {
        if (!values.isEmpty()) {
            data.put(name, values);
        }
    }

    /** Values with their types, so that a reader need not guess. */
    private static final class Typed {
        private static final String XSD = "http://www.w3.org/2001/XMLSchema#";

        private Typed() {}

        private static Map<String, Object> date(LocalDate day) {
            return Map.of("@type", "xsd:date", "@value", day.toString());
        }

        private static Map<String, Object> decimal(BigDecimal number) {
            return Map.of("@type", "xsd:decimal", "@value", number.toPlainString());
        }
    }
}
