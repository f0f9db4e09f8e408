package vn.nguongoc.buyer;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.view.Milestone;
import vn.nguongoc.view.ViewOfLot;
import vn.nguongoc.view.ViewOfOrganisation;
import vn.nguongoc.web.Phrases;

/** On whose word each thing in a lot's history stands. */
record Trust(Map<LotId, ViewOfLot> lots, Map<OrganisationId, ViewOfOrganisation> holders, Phrases words) {

    static String level(Milestone milestone) {
        return switch (milestone) {
            case Milestone.Arrival _ -> "confirmed";
            case Milestone.Water it when it.device() != null -> "evidenced";
            case Milestone.Temperatures it when it.device() != null -> "evidenced";
            default -> "declared";
        };
    }

    /** Whoever received goods confirmed them; what a device measured is evidence; all else is one's own word. */
    String word(Milestone milestone) {
        return switch (milestone) {
            case Milestone.Arrival it -> {
                var receiver = holders.get(it.at());
                yield receiver == null ? words.say("page.confirmed") : words.say("page.confirmedBy", receiver.name());
            }
            case Milestone.Water it when it.device() != null -> words.say("page.evidenced.device", it.device());
            case Milestone.Temperatures it when it.device() != null -> words.say("page.evidenced.device", it.device());
            default ->
                whose(milestone)
                        .map(it -> words.say("page.declaredBy", it))
                        .orElseGet(() -> words.say("page.selfDeclared"));
        };
    }

    /** Name of the organisation that recorded it: whose goods, or whose field. */
    private Optional<String> whose(Milestone milestone) {
        return lots.values().stream()
                .filter(lot -> concerns(milestone, lot))
                .flatMap(lot -> Stream.ofNullable(holders.get(lot.organisation())))
                .map(ViewOfOrganisation::name)
                .findFirst();
    }

    private static boolean concerns(Milestone milestone, ViewOfLot lot) {
        return switch (milestone) {
            case Milestone.OfCycle it -> it.plot().equals(lot.plot());
            case Milestone.Processing it -> it.step().equals(lot.step());
            case Milestone.StepCorrection it -> it.step().equals(lot.step());
            case Milestone.TestsOrdered it -> it.lot().equals(lot.id());
            case Milestone.LabResult it -> it.lot().equals(lot.id());
            case Milestone.Temperatures it -> it.lot().equals(lot.id());
            case Milestone.Correction it -> it.lot().equals(lot.id());
            case Milestone.SplitOff it -> it.lot().equals(lot.id());
            case Milestone.Arrival it -> it.lot().equals(lot.id());
            case Milestone.Held it -> it.lot().equals(lot.id());
            case Milestone.Released it -> it.lot().equals(lot.id());
            case Milestone.Dispatch it -> it.lot().equals(lot.id());
        };
    }
}
