package vn.nguongoc.buyer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import vn.nguongoc.buyer.LotPage.Paper;
import vn.nguongoc.buyer.LotPage.Person;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.history.LotHistory;
import vn.nguongoc.organisation.event.PartnerKind;
import vn.nguongoc.shared.Gs1;
import vn.nguongoc.view.Milestone;
import vn.nguongoc.view.ViewOfOrganisation;
import vn.nguongoc.web.Words;

/** Says who took part in a lot's way, and what papers they have. Organisations only: people are nobody's business. */
final class Parties {
    private static final String KIND = "kind";

    private final Words words;
    private final Catalogue catalogue;
    private final Locale language;

    Parties(Words words, Catalogue catalogue, Locale language) {
        this.words = words;
        this.catalogue = catalogue;
        this.language = language;
    }

    /** Everybody who held it, growers first, and the laboratories that tested it. */
    List<Person> people(LotHistory history) {
        var people = new ArrayList<Person>();
        Stream.concat(history.growers().stream(), history.holders().stream())
                .distinct()
                .map(this::person)
                .forEach(people::add);
        history.milestones().stream()
                .flatMap(it -> it instanceof Milestone.LabResult result ? Stream.of(result.laboratory()) : Stream.of())
                .distinct()
                .map(name -> new Person(name, kind(PartnerKind.LABORATORY.code()), null, null))
                .forEach(people::add);
        return List.copyOf(people);
    }

    private Person person(ViewOfOrganisation it) {
        return new Person(
                it.name(),
                kind(Optional.ofNullable(it.kind()).map(PartnerKind::code).orElse("cooperative")),
                Optional.ofNullable(it.gln()).map(Gs1::digits).orElse(null),
                Optional.ofNullable(it.ward())
                        .flatMap(catalogue::ward)
                        .map(ward -> words.say(language, "page.ward.name", ward.name()))
                        .orElse(null));
    }

    private String kind(String code) {
        return words.name(language, KIND, code);
    }

    List<Paper> papers(List<Certificates.Held> certificates) {
        return certificates.stream().map(this::paper).toList();
    }

    private Paper paper(Certificates.Held held) {
        var paper = held.paper();
        var withdrawn = held.certificate().withdrawnFrom();
        return new Paper(
                words.name(language, "scheme", paper.scheme()),
                paper.number(),
                held.holder().name(),
                paper.certifier(),
                words.say(language, "page.validity", paper.validFrom(), paper.validUntil()),
                withdrawn == null ? null : words.say(language, "page.withdrawn", withdrawn));
    }
}
