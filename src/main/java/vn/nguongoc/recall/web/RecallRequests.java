package vn.nguongoc.recall.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.recall.RecallCommand.CloseRecall;
import vn.nguongoc.recall.RecallCommand.OpenRecall;
import vn.nguongoc.recall.RecallCommand.Recover;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.RecallId;
import vn.nguongoc.web.Form;
import vn.nguongoc.web.Form.Quantity;
import vn.nguongoc.web.Form.Read;
import vn.nguongoc.web.PersonCode;

/** The bodies of requests to {@code /api/recalls}, as they come: every field may be missing or wrong. */
final class RecallRequests {
    private RecallRequests() {}

    /** A recall named in the address; what is no recall id is no recall. */
    static RecallId recall(String id) {
        return LogRefusal.named(id, RecallId::new);
    }

    record Opening(
            @Nullable String organisation,
            @Nullable List<String> lots,
            @Nullable String reason,
            @Nullable String by,
            @Nullable String happenedAt) {

        OpenRecall command(RecallId id) {
            var form = new Form();
            var of = form.of("/organisation", organisation, OrganisationId::new);
            var named = form.each("/lots", lots, (part, lot, i) -> part.of("", lot, LotId::new));
            var why = form.text("/reason", reason);
            var who = form.of("/by", by, PersonCode::require);
            var happened = form.happenedAt("/happenedAt", happenedAt);
            form.refuseFaults();
            return new OpenRecall(
                    id, of.get(), named.stream().map(Read::get).toList(), why.get(), who.get(), happened.get());
        }
    }

    record Recovering(
            @Nullable String organisation,
            @Nullable String lot,
            @Nullable Quantity quantity,
            @Nullable String where,
            @Nullable String by,
            @Nullable String happenedAt) {

        Recover command(RecallId id) {
            var form = new Form();
            var of = form.of("/organisation", organisation, OrganisationId::new);
            var from = form.of("/lot", lot, LotId::new);
            var found = form.mass("/quantity", quantity);
            var place = form.text("/where", where);
            var who = form.of("/by", by, PersonCode::require);
            var happened = form.happenedAt("/happenedAt", happenedAt);
            form.refuseFaults();
            return new Recover(id, of.get(), from.get(), found.get(), place.get(), who.get(), happened.get());
        }
    }

    record Closing(
            @Nullable String organisation,
            @Nullable String by,
            @Nullable String happenedAt) {

        CloseRecall command(RecallId id) {
            var form = new Form();
            var of = form.of("/organisation", organisation, OrganisationId::new);
            var who = form.of("/by", by, PersonCode::require);
            var happened = form.happenedAt("/happenedAt", happenedAt);
            form.refuseFaults();
            return new CloseRecall(id, of.get(), who.get(), happened.get());
        }
    }
}
