package vn.nguongoc.view;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.organisation.event.Certificate;
import vn.nguongoc.organisation.event.OrganisationEvent.CertificateWithdrawn;
import vn.nguongoc.organisation.event.PartnerKind;
import vn.nguongoc.shared.Gs1;
import vn.nguongoc.shared.OrganisationId;

/**
 * A cooperative or a partner.
 *
 * @param kind of a partner; absent for a cooperative
 * @param certificates in the order of recording
 */
public record ViewOfOrganisation(
        OrganisationId id,
        String name,
        @Nullable PartnerKind kind,
        @Nullable Gs1 gln,
        @Nullable String ward,
        OffsetDateTime since,
        List<HeldCertificate> certificates)
        implements View {

    public ViewOfOrganisation with(Certificate certificate) {
        var more = OneMore.after(certificates, new HeldCertificate(certificate, null, null));
        return new ViewOfOrganisation(id, name, kind, gln, ward, since, more);
    }

    public ViewOfOrganisation withdrawn(CertificateWithdrawn event) {
        var now = certificates.stream().map(it -> it.after(event)).toList();
        return new ViewOfOrganisation(id, name, kind, gln, ward, since, now);
    }

    /**
     * A certificate, and whether it was withdrawn.
     *
     * @param withdrawnFrom the first day on which it is not valid any more, if it was withdrawn
     * @param withdrawnBecause the reason, as it was recorded
     */
    public record HeldCertificate(
            Certificate certificate,
            @Nullable LocalDate withdrawnFrom,
            @Nullable String withdrawnBecause) {

        private HeldCertificate after(CertificateWithdrawn event) {
            var isThis = certificate.scheme().equals(event.scheme())
                    && certificate.number().equals(event.number());
            return isThis ? new HeldCertificate(certificate, event.from(), event.reason()) : this;
        }
    }
}
