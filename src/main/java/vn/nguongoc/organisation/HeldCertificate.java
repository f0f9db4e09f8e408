package vn.nguongoc.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.organisation.event.Certificate;
import vn.nguongoc.shared.PlotId;

/**
 * A certificate that an organisation holds or held.
 *
 * @param withdrawnFrom the first day on which it is not valid any more, if it was withdrawn
 */
record HeldCertificate(Certificate certificate, @Nullable LocalDate withdrawnFrom) {

    boolean is(String scheme, String number) {
        return certificate.scheme().equals(scheme) && certificate.number().equals(number);
    }

    boolean isValidOn(LocalDate day) {
        return !day.isBefore(certificate.validFrom())
                && !day.isAfter(certificate.validUntil())
                && (withdrawnFrom == null || day.isBefore(withdrawnFrom));
    }

    boolean covers(String product, PlotId plot, long areaSquareMetres) {
        return certificate.products().contains(product)
                && certificate.plots().stream()
                        .anyMatch(it -> it.plot().equals(plot) && areaSquareMetres <= it.areaSquareMetres());
    }

    boolean covers(String product, String facility) {
        return certificate.products().contains(product) && facility.equals(certificate.facility());
    }

    HeldCertificate withdrawn(LocalDate from) {
        return new HeldCertificate(certificate, from);
    }
}
