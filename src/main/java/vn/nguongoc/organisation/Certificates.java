package vn.nguongoc.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.catalogue.CertificateScheme.Covers;
import vn.nguongoc.organisation.OrganisationCommand.AskClaims;
import vn.nguongoc.organisation.OrganisationCommand.AskFacility;
import vn.nguongoc.organisation.event.Certificate;

/** All certificates that an organisation holds or held, in the order of recording. */
record Certificates(List<HeldCertificate> held) {
    static final Certificates NONE = new Certificates(List.of());

    Certificates {
        held = List.copyOf(held);
    }

    Optional<HeldCertificate> find(String scheme, String number) {
        return held.stream().filter(it -> it.is(scheme, number)).findFirst();
    }

    Certificates plus(Certificate certificate) {
        var more = new ArrayList<>(held);
        more.add(new HeldCertificate(certificate, null));
        return new Certificates(more);
    }

    Certificates withdrawn(String scheme, String number, LocalDate from) {
        return new Certificates(held.stream()
                .map(it -> it.is(scheme, number) ? it.withdrawn(from) : it)
                .toList());
    }

    Set<String> claims(AskClaims asked, Catalogue catalogue) {
        return claims(
                Covers.PLOTS,
                asked.day(),
                it -> it.covers(asked.product(), asked.plot(), asked.areaSquareMetres()),
                catalogue);
    }

    Set<String> claims(AskFacility asked, Catalogue catalogue) {
        return claims(Covers.FACILITY, asked.day(), it -> it.covers(asked.product(), asked.facility()), catalogue);
    }

    private Set<String> claims(Covers what, LocalDate day, Predicate<HeldCertificate> covers, Catalogue catalogue) {
        var claims = new TreeSet<String>();
        held.stream()
                .filter(it -> it.isValidOn(day) && covers.test(it))
                .map(HeldCertificate::certificate)
                .forEach(it -> catalogue
                        .scheme(it.scheme())
                        .filter(scheme -> scheme.covers() == what)
                        .ifPresent(scheme -> claims.add(scheme.claimFor(it.market()))));
        return Collections.unmodifiableSet(claims);
    }
}
