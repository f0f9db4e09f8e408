package vn.nguongoc.organisation.event;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.eventlog.EventName;
import vn.nguongoc.shared.Gs1;
import vn.nguongoc.shared.OrganisationId;

/** What happened to a cooperative or a partner. */
public sealed interface OrganisationEvent {
    OffsetDateTime happenedAt();

    /**
     * @param ward code of the ward it sits in
     * @param happenedAt since when it takes part
     */
    @EventName("cooperative.registered")
    record CooperativeRegistered(
            OrganisationId cooperative, String name, Gs1 gln, String ward, OffsetDateTime happenedAt)
            implements OrganisationEvent {}

    /**
     * @param ward code of the ward it sits in, if that is one of ours
     * @param happenedAt since when it takes part
     */
    @EventName("partner.registered")
    record PartnerRegistered(
            OrganisationId organisation,
            String name,
            PartnerKind kind,
            @Nullable Gs1 gln,
            @Nullable String ward,
            OffsetDateTime happenedAt)
            implements OrganisationEvent {}

    @EventName("organisation.certificate-added")
    record CertificateAdded(OrganisationId organisation, Certificate certificate, OffsetDateTime happenedAt)
            implements OrganisationEvent {}

    /** @param from the first day on which the certificate is not valid any more */
    @EventName("organisation.certificate-withdrawn")
    record CertificateWithdrawn(
            OrganisationId organisation,
            String scheme,
            String number,
            LocalDate from,
            String reason,
            OffsetDateTime happenedAt)
            implements OrganisationEvent {}
}
