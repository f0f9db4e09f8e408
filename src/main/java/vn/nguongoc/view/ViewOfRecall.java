package vn.nguongoc.view;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.RecallId;

/**
 * A recall, and how far it has come.
 *
 * @param organisation that recalls
 * @param named the lots that it named
 * @param lots those and everything made of them, as far as it was reached, in that order
 * @param recoveries what came back, in the order of recording
 */
public record ViewOfRecall(
        RecallId id,
        OrganisationId organisation,
        List<LotId> named,
        String reason,
        OffsetDateTime since,
        List<RecalledLot> lots,
        List<Recovery> recoveries,
        @Nullable Closing closing)
        implements View {

    public ViewOfRecall reached(List<RecalledLot> more) {
        var all = new LinkedHashMap<LotId, RecalledLot>();
        lots.forEach(lot -> all.put(lot.lot(), lot));
        more.forEach(lot -> all.merge(lot.lot(), lot, (known, now) -> now.recovering(known.recovered())));
        return with(List.copyOf(all.values()), recoveries, closing);
    }

    public ViewOfRecall recovered(Recovery recovery) {
        var all = lots.stream()
                .map(it -> it.lot().equals(recovery.lot())
                        ? it.recovering(it.recovered().plus(recovery.quantity()))
                        : it)
                .toList();
        return with(all, OneMore.after(recoveries, recovery), closing);
    }

    public ViewOfRecall closed(Closing end) {
        return with(lots, recoveries, end);
    }

    private ViewOfRecall with(List<RecalledLot> all, List<Recovery> recovered, @Nullable Closing end) {
        return new ViewOfRecall(id, organisation, named, reason, since, all, recovered, end);
    }

    /**
     * A lot that the recall reached.
     *
     * @param organisation that holds it
     * @param quantity that there was
     * @param left that was still there when it was held
     * @param gone shipped and not arrived at any organisation that takes part
     * @param recovered of that
     */
    public record RecalledLot(
            LotId lot, OrganisationId organisation, Mass quantity, Mass left, Mass gone, Mass recovered) {
        private RecalledLot recovering(Mass all) {
            return new RecalledLot(lot, organisation, quantity, left, gone, all);
        }
    }

    /**
     * Some of what had gone came back.
     *
     * @param where it was found, in words
     */
    public record Recovery(Milestone.Fact fact, OrganisationId organisation, LotId lot, Mass quantity, String where) {}

    /**
     * The end of it.
     *
     * @param lots how many had been reached
     * @param recoveredPercent of what had gone
     */
    public record Closing(Milestone.Fact fact, int lots, Mass gone, Mass recovered, BigDecimal recoveredPercent) {}
}
