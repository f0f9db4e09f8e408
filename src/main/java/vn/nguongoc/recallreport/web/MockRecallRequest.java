package vn.nguongoc.recallreport.web;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.recallreport.MockRecall;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.web.Form;
import vn.nguongoc.web.Form.Read;
import vn.nguongoc.web.PersonCode;

/**
 * A mock recall as it comes, as a body or as parameters: every field may be missing or wrong. It takes what opens a
 * real recall; who practises and when they began may be left out, since nothing is recorded.
 */
record MockRecallRequest(
        @Nullable String organisation,
        @Nullable List<String> lots,
        @Nullable String reason,
        @Nullable String by,
        @Nullable String happenedAt) {

    MockRecall read() {
        var form = new Form();
        var of = form.of("/organisation", organisation, OrganisationId::new);
        var named = form.each("/lots", lots, (part, lot, i) -> part.of("", lot, LotId::new));
        var why = form.text("/reason", reason);
        Read<Optional<String>> who = form.optional(by, it -> form.of("/by", it, PersonCode::require));
        Read<Optional<OffsetDateTime>> begun = form.optional(happenedAt, it -> form.happenedAt("/happenedAt", it));
        form.refuseFaults();
        return new MockRecall(
                of.get(),
                named.stream().map(Read::get).toList(),
                why.get(),
                who.get().orElse(null),
                begun.get().orElse(null));
    }
}
