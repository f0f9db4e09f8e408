package vn.nguongoc.buyer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import vn.nguongoc.buyer.LotPage.Paper;
import vn.nguongoc.buyer.LotPage.Person;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.evidence.FileId;
import vn.nguongoc.history.LotHistory;
import vn.nguongoc.history.NamedFarmer;
import vn.nguongoc.organisation.event.PartnerKind;
import vn.nguongoc.shared.Gs1;
import vn.nguongoc.view.Milestone;
import vn.nguongoc.view.ViewOfOrganisation;
import vn.nguongoc.web.Words;

/**
 * Says who took part in a lot's way, and what papers they have. People are nobody's business: of them only farmers who
 * agreed to it are named.
 */
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

    /** Everybody who held it, growers first, the laboratories that tested it, and farmers who agreed to be named. */
    List<Person> people(LotHistory history, List<NamedFarmer> farmers) {
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
        farmers.forEach(it -> people.add(new Person(nameOf(it), kind("farmer"), null, null)));
        return List.copyOf(people);
    }

    private String nameOf(NamedFarmer farmer) {
        var erased = farmer.erased();
        return erased == null
                ? Objects.requireNonNull(farmer.name())
                : words.say(language, "page.erased." + erased.code());
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
                withdrawn == null ? null : words.say(language, "page.withdrawn", withdrawn),
                paper.evidence().stream().map(FileId::value).toList());
    }
}
