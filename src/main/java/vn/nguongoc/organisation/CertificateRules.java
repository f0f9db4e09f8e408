package vn.nguongoc.organisation;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.catalogue.CertificateScheme;
import vn.nguongoc.organisation.event.Certificate;
import vn.nguongoc.organisation.event.Certificate.CoveredPlot;
import vn.nguongoc.shared.PlotId;
import vn.nguongoc.shared.Refusal;
import vn.nguongoc.shared.Refused;

/** What every certificate must keep to, and what the catalogue adds for its scheme. */
record CertificateRules(Catalogue catalogue) {

    /** @throws Refused if there can be no such certificate */
    void check(Certificate certificate) {
        var scheme = catalogue
                .scheme(certificate.scheme())
                .orElseThrow(() -> new Refused(
                        new OrganisationRefusal.UnknownScheme(certificate.scheme(), known(catalogue.schemeCodes()))));
        certificate.products().forEach(product -> refuseIfNotFor(product, scheme));
        refuseIfNotValidSo(certificate, scheme);
        refuseIfOfAnotherMarket(certificate, scheme);
        refuseIfNothingIsCovered(certificate, scheme);
        refuseIfAPlotStandsTwice(certificate.plots());
        refuseIfMoreThanCertified(certificate);
    }

    private void refuseIfNotFor(String code, CertificateScheme scheme) {
        var product = catalogue
                .product(code)
                .orElseThrow(() ->
                        new Refused(new OrganisationRefusal.UnknownProduct(code, known(catalogue.productCodes()))));
        refuseUnless(
                scheme.families().contains(product.family()),
                new OrganisationRefusal.NotForThisFamily(
                        scheme.code(), code, product.family(), known(scheme.families())));
    }

    private static void refuseIfNotValidSo(Certificate certificate, CertificateScheme scheme) {
        var from = certificate.validFrom();
        var until = certificate.validUntil();
        refuseUnless(!until.isBefore(from), new OrganisationRefusal.EndsBeforeItBegins(from, until));
        // The anniversary itself is allowed: many a certificate of one year says "1 June to 1 June".
        var latest = from.plusYears(scheme.longestYears());
        refuseUnless(
                !until.isAfter(latest),
                new OrganisationRefusal.ValidTooLong(
                        scheme.code(),
                        from,
                        until,
                        latest,
                        scheme.longestYears(),
                        scheme.source().text()));
    }

    private void refuseIfOfAnotherMarket(Certificate certificate, CertificateScheme scheme) {
        var market = certificate.market();
        var markets = catalogue.marketCodes().stream().sorted().toList();
        if (market == null) {
            refuseUnless(!scheme.market(), new OrganisationRefusal.MarketMissing(scheme.code(), known(markets)));
        } else {
            refuseUnless(scheme.market(), new OrganisationRefusal.MarketNotWanted(scheme.code(), market));
            refuseUnless(markets.contains(market), new OrganisationRefusal.UnknownMarket(market, known(markets)));
        }
    }

    private static void refuseIfNothingIsCovered(Certificate certificate, CertificateScheme scheme) {
        switch (scheme.covers()) {
            case PLOTS ->
                refuseUnless(!certificate.plots().isEmpty(), new OrganisationRefusal.PlotsMissing(scheme.code()));
            case FACILITY ->
                refuseUnless(certificate.facility() != null, new OrganisationRefusal.FacilityMissing(scheme.code()));
        }
    }

    private static void refuseIfAPlotStandsTwice(List<CoveredPlot> plots) {
        Set<PlotId> seen = new HashSet<>();
        plots.forEach(it -> refuseUnless(seen.add(it.plot()), new OrganisationRefusal.PlotListedTwice(it.plot())));
    }

    private static void refuseIfMoreThanCertified(Certificate certificate) {
        var limit = certificate.areaSquareMetres();
        var covered = certificate.plots().stream()
                .mapToLong(CoveredPlot::areaSquareMetres)
                .sum();
        if (limit != null && covered > limit) {
            throw new Refused(new OrganisationRefusal.MoreThanCertified(covered, limit));
        }
    }

    private static List<String> known(Collection<String> codes) {
        return codes.stream().sorted().toList();
    }

    private static void refuseUnless(boolean allowed, Refusal refusal) {
        if (!allowed) {
            throw new Refused(refusal);
        }
    }
}
