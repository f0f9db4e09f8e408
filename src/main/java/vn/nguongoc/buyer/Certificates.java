package vn.nguongoc.buyer;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.history.LotHistory;
import vn.nguongoc.organisation.event.Certificate;
import vn.nguongoc.view.Milestone;
import vn.nguongoc.view.ViewOfOrganisation;

/** The certificates behind what may be claimed of a lot: those that were valid on a day on which it was harvested. */
final class Certificates {
    private Certificates() {}

    /** A certificate and whose it is. */
    record Held(ViewOfOrganisation holder, ViewOfOrganisation.HeldCertificate certificate) {
        Certificate paper() {
            return certificate.certificate();
        }
    }

    /** In the order of their holders, growers first. */
    static List<Held> of(LotHistory history, Catalogue catalogue) {
        var pedigree = history.lot().pedigree();
        if (pedigree == null) {
            return List.of();
        }
        var days = harvestDays(history);
        return Stream.concat(
                        history.growers().stream(),
                        Stream.of(history.cooperative()).filter(Objects::nonNull))
                .distinct()
                .flatMap(holder -> holder.certificates().stream().map(it -> new Held(holder, it)))
                .filter(it -> catalogue
                        .scheme(it.paper().scheme())
                        .map(scheme -> scheme.claimFor(it.paper().market()))
                        .filter(claim -> pedigree.claims().contains(claim))
                        .isPresent())
                .filter(it -> days.stream().anyMatch(day -> isValid(it.certificate(), day)))
                .toList();
    }

    static Set<LocalDate> harvestDays(LotHistory history) {
        return history.milestones().stream()
                .filter(Milestone.Harvest.class::isInstance)
                .map(it -> it.fact().happenedAt().toLocalDate())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isValid(ViewOfOrganisation.HeldCertificate it, LocalDate day) {
        var paper = it.certificate();
        return !day.isBefore(paper.validFrom())
                && !day.isAfter(paper.validUntil())
                && (it.withdrawnFrom() == null || day.isBefore(it.withdrawnFrom()));
    }
}
