package vn.nguongoc.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.lot.event.TradeItem;
import vn.nguongoc.organisation.event.Certificate;
import vn.nguongoc.organisation.event.OrganisationEvent.CertificateWithdrawn;
import vn.nguongoc.organisation.event.PartnerKind;
import vn.nguongoc.plot.event.Boundary;
import vn.nguongoc.seed.event.SeedEvent.Outcome;
import vn.nguongoc.seed.event.SeedLotKey;
import vn.nguongoc.seed.event.SeedQuantity;
import vn.nguongoc.shared.Flag;
import vn.nguongoc.shared.Gs1;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.PlotId;
import vn.nguongoc.shared.ShipmentId;
import vn.nguongoc.shared.StepId;

/** What one aggregate is now, fed by its own events only. */
public sealed interface View {

    /**
     * A cooperative or a partner.
     *
     * @param kind of a partner; absent for a cooperative
     * @param certificates in the order of recording
     */
    record OfOrganisation(
            OrganisationId id,
            String name,
            @Nullable PartnerKind kind,
            @Nullable Gs1 gln,
            @Nullable String ward,
            OffsetDateTime since,
            List<HeldCertificate> certificates)
            implements View {

        OfOrganisation with(Certificate certificate) {
            var more = plus(certificates, new HeldCertificate(certificate, null, null));
            return new OfOrganisation(id, name, kind, gln, ward, since, more);
        }

        OfOrganisation withdrawn(CertificateWithdrawn event) {
            var now = certificates.stream().map(it -> it.after(event)).toList();
            return new OfOrganisation(id, name, kind, gln, ward, since, now);
        }
    }

    /**
     * @param withdrawnFrom the first day on which it is not valid any more, if it was withdrawn
     * @param withdrawnBecause the reason, as it was recorded
     */
    record HeldCertificate(
            Certificate certificate,
            @Nullable LocalDate withdrawnFrom,
            @Nullable String withdrawnBecause) {

        private HeldCertificate after(CertificateWithdrawn event) {
            var isThis = certificate.scheme().equals(event.scheme())
                    && certificate.number().equals(event.number());
            return isThis ? new HeldCertificate(certificate, event.from(), event.reason()) : this;
        }
    }

    /**
     * @param openCycle number of the crop cycle that is open, if one is
     * @param milestones of all its cycles, in the order of recording
     */
    record OfPlot(
            PlotId id,
            OrganisationId cooperative,
            String code,
            String kind,
            long areaSquareMetres,
            String ward,
            @Nullable Boundary boundary,
            Boundary.@Nullable Point location,
            @Nullable Integer openCycle,
            List<Milestone> milestones)
            implements View {

        OfPlot with(Milestone milestone) {
            return new OfPlot(
                    id,
                    cooperative,
                    code,
                    kind,
                    areaSquareMetres,
                    ward,
                    boundary,
                    location,
                    openCycle,
                    plus(milestones, milestone));
        }

        OfPlot withOpenCycle(@Nullable Integer cycle) {
            return new OfPlot(
                    id, cooperative, code, kind, areaSquareMetres, ward, boundary, location, cycle, milestones);
        }
    }

    /**
     * @param organisation that holds it
     * @param address under which buyers find it: {@code 01/…/10/…} or {@code t/…}
     * @param plot where it was harvested, if it was
     * @param cycle crop cycle on that plot
     * @param step that made it, if one did
     * @param shipments that took part of it
     * @param milestones its own: harvest, laboratory results
     */
    record OfLot(
            LotId id,
            OrganisationId organisation,
            String product,
            Mass quantity,
            Mass left,
            @Nullable BigDecimal moisturePercent,
            @Nullable String label,
            @Nullable TradeItem item,
            String address,
            @Nullable PlotId plot,
            @Nullable Integer cycle,
            @Nullable StepId step,
            List<ShipmentId> shipments,
            OffsetDateTime since,
            List<Milestone> milestones)
            implements View {

        OfLot with(Milestone milestone) {
            return new OfLot(
                    id,
                    organisation,
                    product,
                    quantity,
                    left,
                    moisturePercent,
                    label,
                    item,
                    address,
                    plot,
                    cycle,
                    step,
                    shipments,
                    since,
                    plus(milestones, milestone));
        }

        OfLot drawn(Mass nowLeft, String by) {
            var toShipment = by.startsWith(ShipmentId.PREFIX + "-");
            return new OfLot(
                    id,
                    organisation,
                    product,
                    quantity,
                    nowLeft,
                    moisturePercent,
                    label,
                    item,
                    address,
                    plot,
                    cycle,
                    step,
                    toShipment ? plus(shipments, new ShipmentId(by)) : shipments,
                    since,
                    milestones);
        }
    }

    /**
     * @param product what grows from it
     * @param tests in the order of recording
     * @param flags doubts about what was received
     */
    record OfSeedLot(
            SeedLotKey id,
            OrganisationId cooperative,
            String number,
            String product,
            SeedQuantity quantity,
            SeedQuantity left,
            String supplier,
            @Nullable String grade,
            @Nullable BigDecimal germinationPercent,
            @Nullable String quarantineCertificate,
            List<SeedTest> tests,
            List<Flag> flags,
            OffsetDateTime since)
            implements View {
        OfSeedLot with(SeedTest test) {
            return with(left, plus(tests, test));
        }

        OfSeedLot withLeft(SeedQuantity nowLeft) {
            return with(nowLeft, tests);
        }

        private OfSeedLot with(SeedQuantity nowLeft, List<SeedTest> all) {
            return new OfSeedLot(
                    id,
                    cooperative,
                    number,
                    product,
                    quantity,
                    nowLeft,
                    supplier,
                    grade,
                    germinationPercent,
                    quarantineCertificate,
                    all,
                    flags,
                    since);
        }
    }

    /** What one test of post-larvae found. */
    record SeedTest(
            Milestone.Fact fact,
            List<String> pathogens,
            Outcome outcome,
            @Nullable OrganisationId laboratory,
            @Nullable String report,
            LocalDate sampledOn) {}

    record OfStep(StepId id, OrganisationId organisation, Milestone.Processing milestone) implements View {}

    /**
     * @param organisation that held the goods
     * @param milestones one for each lot on board
     */
    record OfShipment(ShipmentId id, OrganisationId organisation, String to, List<Milestone.Dispatch> milestones)
            implements View {}

    private static <T> List<T> plus(List<T> list, T more) {
        var all = new ArrayList<>(list);
        all.add(more);
        return List.copyOf(all);
    }
}
