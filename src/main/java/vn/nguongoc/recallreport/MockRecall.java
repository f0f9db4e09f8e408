package vn.nguongoc.recallreport;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.OrganisationId;

/**
 * What is practised: the same as is asked of a real recall.
 *
 * @param organisation that holds the lots
 * @param lots at least one
 * @param by who practises, a person's code
 * @param happenedAt when they began
 */
public record MockRecall(
        OrganisationId organisation,
        List<LotId> lots,
        String reason,
        @Nullable String by,
        @Nullable OffsetDateTime happenedAt) {
    public MockRecall {
        lots = lots.stream().distinct().toList();
    }
}
