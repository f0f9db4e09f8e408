package vn.nguongoc.organisation;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.eventlog.Rewrites;
import vn.nguongoc.organisation.event.Certificate;
import vn.nguongoc.organisation.event.PartnerKind;
import vn.nguongoc.shared.Gs1;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.PlotId;

/** What a cooperative or a partner can be asked. */
public sealed interface OrganisationCommand {

    /**
     * Enter a cooperative into the record.
     *
     * @param gln its GS1 global location number
     * @param ward code of the ward it sits in
     * @param happenedAt since when it takes part
     */
    record RegisterCooperative(
            @TargetAggregateIdentifier OrganisationId cooperative,
            String name,
            Gs1 gln,
            String ward,
            OffsetDateTime happenedAt)
            implements OrganisationCommand {}

    /**
     * Enter a partner into the record.
     *
     * @param gln its GS1 global location number, if it has one
     * @param ward code of the ward it sits in, if that is one of ours
     * @param happenedAt since when it takes part
     */
    record RegisterPartner(
            @TargetAggregateIdentifier OrganisationId organisation,
            String name,
            PartnerKind kind,
            @Nullable Gs1 gln,
            @Nullable String ward,
            OffsetDateTime happenedAt)
            implements OrganisationCommand {}

    /**
     * Say who this is: refused if there is no such organisation, or it has none of these roles, and otherwise changes
     * nothing. Answers with {@link Party}.
     *
     * @param as one of these is enough; none means that any organisation will do
     */
    record Vouch(@TargetAggregateIdentifier OrganisationId organisation, Set<Role> as) implements OrganisationCommand {
        public Vouch(OrganisationId organisation) {
            this(organisation, Set.of());
        }
    }

    /** @param kind of a partner; null for a cooperative */
    record Party(OrganisationId id, String name, @Nullable PartnerKind kind) {}

    /** Enter a certificate that it holds. */
    record AddCertificate(
            @TargetAggregateIdentifier OrganisationId organisation, Certificate certificate, OffsetDateTime happenedAt)
            implements OrganisationCommand, Rewrites {}

    /**
     * Enter that a certificate was taken away or given up.
     *
     * @param from the first day on which it is not valid any more
     */
    record WithdrawCertificate(
            @TargetAggregateIdentifier OrganisationId organisation,
            String scheme,
            String number,
            LocalDate from,
            String reason,
            OffsetDateTime happenedAt)
            implements OrganisationCommand, Rewrites {}

    /**
     * Say what may be claimed of a harvest: changes nothing and answers with a set of claims, such as {@code vietgap}
     * and {@code growing-area/us}, each from a certificate valid on that day that covers the product and the whole
     * plot.
     *
     * @param areaSquareMetres the plot's
     */
    record AskClaims(
            @TargetAggregateIdentifier OrganisationId organisation,
            String product,
            PlotId plot,
            long areaSquareMetres,
            LocalDate day)
            implements OrganisationCommand {}

    /**
     * Say what may be claimed of goods that passed through a facility: changes nothing and answers with a set of
     * claims, such as {@code packing-house/us}.
     *
     * @param facility by the name that the step calls it
     */
    record AskFacility(
            @TargetAggregateIdentifier OrganisationId organisation, String facility, String product, LocalDate day)
            implements OrganisationCommand {}
}
