package vn.nguongoc.history;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.farmer.event.FarmerKey;
import vn.nguongoc.view.Milestone;
import vn.nguongoc.view.ViewOfLot;
import vn.nguongoc.view.ViewOfOrganisation;

/**
 * Everything the record knows of a lot and of what it was made from.
 *
 * @param cooperative that holds it, or the partner
 * @param growers whose harvests it was made of
 * @param holders everybody who ever held it or what it was made of, itself first
 * @param farmers on whose behalf the harvests it was made of were recorded; what they agreed to have told of them is
 *     told by {@link vn.nguongoc.farmer.FarmersNow}
 * @param plots about where its sources grew
 * @param lots the lot itself and every lot upstream of it, nearest first
 * @param milestones oldest first
 * @param missing codes of what such a lot's record should hold and does not: {@code activity/sowing},
 *     {@code step/drying}
 * @param unknown codes of what nobody told: {@code confirmed-by-others}, {@code lab-residue}
 * @param position of the last event that any part of this has seen
 * @param version grows whenever any part of this changes
 */
public record LotHistory(
        ViewOfLot lot,
        @Nullable ViewOfOrganisation cooperative,
        List<ViewOfOrganisation> growers,
        List<ViewOfOrganisation> holders,
        @JsonIgnore List<FarmerKey> farmers,
        List<Place> plots,
        List<ViewOfLot> lots,
        List<Milestone> milestones,
        List<String> missing,
        List<String> unknown,
        long position,
        long version) {
    private static final int PER_MILESTONE = 500;
    private static final int PER_THING = 1_500;

    /** About how many bytes of memory it takes. */
    int weight() {
        return PER_MILESTONE * milestones.size()
                + PER_THING * (1 + lots.size() + plots.size() + growers.size() + holders.size());
    }
}
