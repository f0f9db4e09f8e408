package vn.nguongoc.printing;

import java.time.OffsetDateTime;
import java.util.Locale;
import vn.nguongoc.labelling.event.LabelKind;
import vn.nguongoc.labelling.event.LabellingEvent.Paper;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.OrganisationId;

/**
 * Labels that somebody wants.
 *
 * @param language of the words on them
 * @param by a person's code
 */
public record Ordering(
        OrganisationId organisation,
        LotId lot,
        LabelKind kind,
        int count,
        Paper paper,
        Locale language,
        String by,
        OffsetDateTime happenedAt) {}
