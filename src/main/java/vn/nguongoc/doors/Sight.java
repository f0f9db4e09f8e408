package vn.nguongoc.doors;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import vn.nguongoc.generations.Things;
import vn.nguongoc.identity.Rights;
import vn.nguongoc.identity.event.Duty;
import vn.nguongoc.labelling.event.LabelRunId;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.PlotId;
import vn.nguongoc.shared.RecallId;
import vn.nguongoc.shared.ShipmentId;
import vn.nguongoc.shared.StepId;
import vn.nguongoc.view.Milestone;
import vn.nguongoc.view.View;
import vn.nguongoc.view.ViewOfLabelRun;
import vn.nguongoc.view.ViewOfLot;
import vn.nguongoc.view.ViewOfOrganisation;
import vn.nguongoc.view.ViewOfOrigin;
import vn.nguongoc.view.ViewOfPlot;
import vn.nguongoc.view.ViewOfRecall;
import vn.nguongoc.view.ViewOfShipment;
import vn.nguongoc.view.ViewOfStep;

/**
 * Who sees what: an organisation its own, and of what it bought or sold the lots that it had and the shipments that it
 * sent or receives; a laboratory the lots that it was asked to test; an inspector what is or grew in their wards.
 */
@Component
final class Sight {
    private static final Set<Duty> RECORDS = Set.of(Duty.MANAGER, Duty.RECORDER);
    private static final Set<Duty> MANAGES = Set.of(Duty.MANAGER);

    private final Things things;

    Sight(Things things) {
        this.things = things;
    }

    /** Whether they may see the thing of this name; what is not there nobody sees. */
    boolean sees(Rights rights, Access.Kind kind, String name) {
        return switch (kind) {
            case ORGANISATION ->
                organisation(name)
                        .filter(it -> books(rights, it) || rights.has(Duty.ADMINISTRATOR))
                        .isPresent();
            case BOOKS -> organisation(name).filter(it -> books(rights, it)).isPresent();
            case FARMERS -> isOneOf(rights, RECORDS, name);
            case EXPORTS -> isOneOf(rights, MANAGES, name);
            case WARD -> rights.inspects(name);
            case PLOT ->
                found(ViewOfPlot.class, name, PlotId::new)
                        .filter(it -> rights.actsFor(it.cooperative()) || rights.inspects(it.ward()))
                        .isPresent();
            case LOT -> lot(rights, name) || isToBeTestedByOne(rights, name);
            case SALE -> lot(rights, name);
            case STEP ->
                found(ViewOfStep.class, name, StepId::new)
                        .filter(it -> belongs(rights, it.organisation()))
                        .isPresent();
            case SHIPMENT ->
                found(ViewOfShipment.class, name, ShipmentId::new)
                        .filter(it -> belongs(rights, it.organisation())
                                || (it.receiver() != null && belongs(rights, it.receiver())))
                        .isPresent();
            case RECALL ->
                found(ViewOfRecall.class, name, RecallId::new)
                        .filter(it -> belongs(rights, it.organisation()))
                        .isPresent();
            case LABEL_RUN ->
                found(ViewOfLabelRun.class, name, LabelRunId::new)
                        .filter(it -> belongs(rights, it.organisation()))
                        .isPresent();
        };
    }

    private Optional<ViewOfOrganisation> organisation(String name) {
        return found(ViewOfOrganisation.class, name, OrganisationId::new);
    }

    private boolean isOneOf(Rights rights, Set<Duty> duties, String name) {
        return organisation(name).filter(it -> rights.has(duties, it.id())).isPresent();
    }

    private static boolean books(Rights rights, ViewOfOrganisation organisation) {
        return rights.actsFor(organisation.id()) || rights.inspects(organisation.ward());
    }

    /** One's own, or in the ward that one inspects. */
    private boolean belongs(Rights rights, OrganisationId owner) {
        return rights.actsFor(owner)
                || (rights.has(Duty.INSPECTOR)
                        && things.find(ViewOfOrganisation.class, owner)
                                .filter(it -> rights.inspects(it.ward()))
                                .isPresent());
    }

    /** Also what one had before it was handed over, and what grew in a ward that one inspects. */
    private boolean lot(Rights rights, String name) {
        var lot = found(ViewOfLot.class, name, LotId::new);
        return lot.filter(it -> belongs(rights, it.organisation())).isPresent()
                || lot.filter(it -> wasOnesOwn(rights, it)).isPresent()
                || lot.flatMap(it -> things.find(ViewOfOrigin.class, it.id()))
                        .filter(it -> it.wards().stream().anyMatch(rights::inspects))
                        .isPresent()
                || lot.filter(it -> isOnItsWayToOne(rights, it)).isPresent();
    }

    private boolean wasOnesOwn(Rights rights, ViewOfLot lot) {
        return Optional.ofNullable(lot.from())
                .flatMap(before -> things.find(ViewOfLot.class, before))
                .filter(it -> rights.actsFor(it.organisation()) || wasOnesOwn(rights, it))
                .isPresent();
    }

    private boolean isOnItsWayToOne(Rights rights, ViewOfLot lot) {
        return lot.shipments().stream()
                .flatMap(it -> things.find(ViewOfShipment.class, it).stream())
                .anyMatch(it -> it.receiver() != null && rights.actsFor(it.receiver()));
    }

    /** Whoever has it asked for that; a laboratory's own results open nothing to it. */
    private boolean isToBeTestedByOne(Rights rights, String name) {
        return found(ViewOfLot.class, name, LotId::new).stream()
                .flatMap(lot -> lot.milestones().stream())
                .anyMatch(it -> it instanceof Milestone.TestsOrdered order && rights.actsFor(order.laboratory()));
    }

    private <V extends View> Optional<V> found(Class<V> type, String name, Function<String, Object> read) {
        try {
            return things.find(type, read.apply(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
