package vn.nguongoc.recallreport;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.generations.Flows;
import vn.nguongoc.generations.HistoryProgress;
import vn.nguongoc.generations.Things;
import vn.nguongoc.recallreport.RecallReport.Lot;
import vn.nguongoc.recallreport.RecallReport.Question;
import vn.nguongoc.recallreport.RecallReport.Recovery;
import vn.nguongoc.recallreport.RecallReport.Timing;
import vn.nguongoc.recallreport.RecallReport.Total;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.RecallId;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.shared.Vietnam;
import vn.nguongoc.trace.TraceRequest;
import vn.nguongoc.trace.TraceRequest.Direction;
import vn.nguongoc.trace.Traces;
import vn.nguongoc.trace.Viewpoint;
import vn.nguongoc.view.LotFlow;
import vn.nguongoc.view.ViewOfOrganisation;
import vn.nguongoc.view.ViewOfRecall;

/**
 * Draws up reports of recalls. Each stands at one position of the log, the last that every view of the history has
 * seen: views that are further are looked at as they were there, so that no part of a report knows more than another.
 */
@Component
public class RecallReports {
    /** More a report does not tell of: some 700 pages, and a workbook that still opens everywhere. */
    public static final int MOST_LOTS = 20_000;

    private static final BigDecimal ALL = new BigDecimal("100.00");
    private static final int AS_FAR_AS_IT_GOES = Integer.MAX_VALUE;

    private final Traces traces;
    private final Flows flows;
    private final Things things;
    private final HistoryProgress progress;
    private final Clock clock;

    RecallReports(Traces traces, Flows flows, Things things, HistoryProgress progress, Clock clock) {
        this.traces = traces;
        this.flows = flows;
        this.things = things;
        this.progress = progress;
        this.clock = clock;
    }

    /**
     * What a real recall of these lots would reach now. It changes nothing. Lots that are recalled already can be
     * practised with, too.
     *
     * @throws Refused if the organisation does not hold every lot, as if those were not there; if more than
     *     {@value #MOST_LOTS} lots came of them
     */
    public RecallReport of(MockRecall mock) {
        var asking = new Asking();
        refuseUnlessHeldBy(mock.organisation(), mock.lots());
        var question = new Question(
                null,
                mock.organisation(),
                name(mock.organisation()),
                mock.lots(),
                mock.reason(),
                mock.by(),
                mock.happenedAt());
        return asking.answer(question, null);
    }

    /** @throws Refused if there is no such recall; if it has more than {@value #MOST_LOTS} lots */
    public RecallReport of(RecallId id) {
        var asking = new Asking();
        var recall =
                things.find(ViewOfRecall.class, id).orElseThrow(() -> new Refused(new LogRefusal.NotFound(id.value())));
        var question = new Question(
                id,
                recall.organisation(),
                name(recall.organisation()),
                recall.named(),
                recall.reason(),
                null,
                recall.since());
        return asking.answer(question, recall);
    }

    private void refuseUnlessHeldBy(OrganisationId organisation, List<LotId> lots) {
        var reader = flows.open();
        var theirs = reader.all(LotFlow.class, lots).stream()
                .filter(lot -> lot.holder().equals(organisation))
                .map(LotFlow::id)
                .collect(Collectors.toSet());
        for (var lot : lots) {
            if (!theirs.contains(lot)) {
                reader.lot(lot); // which says so if it might only not be there yet
                throw new Refused(new LogRefusal.NotFound(lot.value()));
            }
        }
    }

    private @Nullable String name(OrganisationId organisation) {
        return things.find(ViewOfOrganisation.class, organisation)
                .map(ViewOfOrganisation::name)
                .orElse(null);
    }

    /** One question, from when it was asked. */
    private final class Asking {
        private final long begun = System.nanoTime();
        private final Instant askedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        private final long logEnd = progress.head();
        private final long position = progress.position();

        RecallReport answer(Question question, @Nullable ViewOfRecall recall) {
            var viewpoint = new Viewpoint(position, null, Viewpoint.Known.THEN);
            var request = new TraceRequest(question.lots(), Direction.FORWARD, AS_FAR_AS_IT_GOES, viewpoint);
            var balancing = new Balancing(traces.of(request, MOST_LOTS));
            var lots = balancing.lots(recall == null ? null : recovered(recall));
            var holders = balancing.holders();
            var recalled = (int) lots.stream().filter(Lot::recalled).count();
            return new RecallReport(
                    question,
                    timing(),
                    Total.of(lots.size(), recalled, holders.size(), balancing.total()),
                    recall == null ? null : recovery(lots, recall),
                    balancing.losses(),
                    holders,
                    balancing.recipients(),
                    lots);
        }

        private Map<LotId, Mass> recovered(ViewOfRecall recall) {
            return recall.recoveries().stream()
                    .filter(it -> it.fact().position() <= position)
                    .collect(Collectors.toMap(ViewOfRecall.Recovery::lot, ViewOfRecall.Recovery::quantity, Mass::plus));
        }

        private Recovery recovery(List<Lot> lots, ViewOfRecall recall) {
            var gone =
                    Mass.sum(lots.stream().map(lot -> lot.fates().at(Fate.GONE)).toList());
            var back = Mass.sum(lots.stream().map(Asking::recoveredOfGone).toList());
            var closedAt = Optional.ofNullable(recall.closing())
                    .map(ViewOfRecall.Closing::fact)
                    .filter(it -> it.position() <= position)
                    .map(it -> it.happenedAt())
                    .orElse(null);
            return new Recovery(gone, back, gone.isZero() ? ALL : back.percentOf(gone), closedAt);
        }

        /** More than had gone may have come back only if some of it was then said to have arrived elsewhere. */
        private static Mass recoveredOfGone(Lot lot) {
            var gone = lot.fates().at(Fate.GONE);
            var back = lot.recovered() == null ? Mass.ZERO : lot.recovered();
            return back.isMoreThan(gone) ? gone : back;
        }

        private Timing timing() {
            var took = (System.nanoTime() - begun) / 1_000_000;
            return new Timing(askedAt.atOffset(Vietnam.OFFSET), took, position, logEnd, progress.setAside());
        }
    }
}
