package vn.nguongoc.lot.web;

import org.jspecify.annotations.Nullable;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.lot.LotCommand.RecordHarvest;
import vn.nguongoc.lot.LotCommand.RecordLabResult;
import vn.nguongoc.lot.event.LotEvent.Verdict;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.PlotId;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.web.Form;
import vn.nguongoc.web.Form.Quantity;

/** The bodies of requests to {@code /api/lots}, as they come: every field may be missing or wrong. */
final class LotRequests {
    private LotRequests() {}

    /** A lot named in the address; what is no lot id is no lot. */
    static LotId lot(String id) {
        try {
            return new LotId(id);
        } catch (IllegalArgumentException e) {
            throw new Refused(new LogRefusal.NotFound(id));
        }
    }

    record Harvest(
            @Nullable String cooperative,
            @Nullable String plot,
            @Nullable String product,
            @Nullable Quantity quantity,
            @Nullable String moisturePercent,
            @Nullable String label,
            @Nullable Boolean last,
            @Nullable String happenedAt) {

        RecordHarvest command(LotId lot) {
            var form = new Form();
            var by = form.of("/cooperative", cooperative, OrganisationId::new);
            var from = form.of("/plot", plot, PlotId::new);
            var of = form.text("/product", product);
            var weighing = form.mass("/quantity", quantity);
            var moisture = form.share("/moisturePercent", moisturePercent);
            var named = form.optional(label, it -> form.text("/label", it));
            var happened = form.happenedAt("/happenedAt", happenedAt);
            form.refuseFaults();
            return new RecordHarvest(
                    lot,
                    by.get(),
                    from.get(),
                    of.get(),
                    weighing.get(),
                    moisture.get().orElse(null),
                    named.get().orElse(null),
                    Boolean.TRUE.equals(last),
                    happened.get());
        }
    }

    record LabResult(
            @Nullable String organisation,
            @Nullable String test,
            @Nullable String verdict,
            @Nullable String laboratory,
            @Nullable String report,
            @Nullable String happenedAt) {

        RecordLabResult command(LotId lot) {
            var form = new Form();
            var by = form.of("/organisation", organisation, OrganisationId::new);
            var tested = form.text("/test", test);
            var said = form.of("/verdict", verdict, LabResult::verdict);
            var where = form.text("/laboratory", laboratory);
            var reported = form.optional(report, it -> form.text("/report", it));
            var happened = form.happenedAt("/happenedAt", happenedAt);
            form.refuseFaults();
            return new RecordLabResult(
                    lot,
                    by.get(),
                    tested.get(),
                    said.get(),
                    where.get(),
                    reported.get().orElse(null),
                    happened.get());
        }

        private static Verdict verdict(String text) {
            return switch (text) {
                case "PASS" -> Verdict.PASS;
                case "FAIL" -> Verdict.FAIL;
                default -> throw new IllegalArgumentException("PASS or FAIL");
            };
        }
    }
}
