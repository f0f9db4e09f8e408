package vn.nguongoc.history;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.evidence.FileId;
import vn.nguongoc.farmer.event.FarmerKey;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.view.Exhibit;
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

    /**
     * The files that its milestones and the certificates of those who had it name, each once: whoever sees the lot may
     * read them.
     */
    @JsonProperty("evidence")
    public List<Linked> evidence() {
        var papers = Stream.concat(growers.stream(), holders.stream())
                .flatMap(holder -> holder.certificates().stream()
                        .flatMap(it -> Exhibit.of(holder.id(), it.certificate().evidence()).stream()));
        return Stream.concat(milestones.stream().flatMap(it -> it.evidence().stream()), papers)
                .distinct()
                .map(it -> new Linked(it.keeper(), it.file(), "/api/lots/" + lot.id() + "/evidence/" + it.file()))
                .toList();
    }

    /** The file of this name among them. */
    public Optional<Linked> evidence(FileId file) {
        return evidence().stream().filter(it -> it.file().equals(file)).findFirst();
    }

    /**
     * A file and where it is read.
     *
     * @param keeper the organisation that has it
     * @param href for those who see the lot
     */
    public record Linked(OrganisationId keeper, FileId file, String href) {}

    /** About how many bytes of memory it takes. */
    int weight() {
        return PER_MILESTONE * milestones.size()
                + PER_THING * (1 + lots.size() + plots.size() + growers.size() + holders.size());
    }
}
