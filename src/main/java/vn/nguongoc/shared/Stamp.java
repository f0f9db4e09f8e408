package vn.nguongoc.shared;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/**
 * What makes one request one commit, once: the commit's id, the digest of what was asked, and who asked.
 *
 * @param commitId 64 hex digits, derived from tenant and {@code Idempotency-Key}, so that a retried request can never
 *     be stored twice by any process
 * @param request SHA-256 in hex of method, path and body: the same key with another request is refused
 * @param actor who recorded; an id, never a person's name
 * @param expected which version of the thing they mean to change
 */
public record Stamp(String commitId, String request, String actor, Expected expected) {

    /** The stamp of a request with this key; the same arguments always make the same stamp. */
    public static Stamp of(String tenant, String idempotencyKey, byte[] request, String actor) {
        var key = Ids.sha256((tenant + "\n" + idempotencyKey).getBytes(StandardCharsets.UTF_8));
        var hex = HexFormat.of();
        return new Stamp(hex.formatHex(key), hex.formatHex(Ids.sha256(request)), actor, new Expected.Whichever());
    }

    /** The same, meant for such a version only. */
    public Stamp expecting(Expected version) {
        return new Stamp(commitId, request, actor, version);
    }

    /** Which version of a thing somebody means to change. */
    public sealed interface Expected {
        /** Whichever there is: what the service does of its own accord. */
        record Whichever() implements Expected {}

        /** They said none. */
        record Unsaid() implements Expected {}

        /**
         * One of these.
         *
         * @param tags ETags as they were sent, RFC 9110 section 13.1.1; {@code *} is any that is there
         */
        record OneOf(List<String> tags) implements Expected {

            public OneOf {
                tags = List.copyOf(tags);
            }

            /**
             * Whether it is among them. What a tag says after the version and a dash tells apart what else was shown
             * with the thing; a weak tag names no version for certain.
             *
             * @param version sequence number of the thing's last event; −1 if it has none
             */
            public boolean hold(long version) {
                return version >= 0
                        && tags.stream()
                                .anyMatch(tag -> tag.equals("*")
                                        || tag.equals("\"" + version + "\"")
                                        || tag.startsWith("\"" + version + "-"));
            }
        }
    }

    /** The cooperative that this commit registers. */
    public OrganisationId newCooperative() {
        return new OrganisationId(Ids.derive(OrganisationId.COOPERATIVE, commitId, 0));
    }

    /** The partner that this commit registers. */
    public OrganisationId newPartner() {
        return new OrganisationId(Ids.derive(OrganisationId.PARTNER, commitId, 0));
    }

    /** The plot that this commit registers. */
    public PlotId newPlot() {
        return new PlotId(Ids.derive(PlotId.PREFIX, commitId, 0));
    }

    /** The {@code nth} lot that this commit creates, from 0. */
    public LotId newLot(int nth) {
        return new LotId(Ids.derive(LotId.PREFIX, commitId, nth));
    }

    /** The step that this commit records. */
    public StepId newStep() {
        return new StepId(Ids.derive(StepId.PREFIX, commitId, 0));
    }

    /** The shipment that this commit dispatches. */
    public ShipmentId newShipment() {
        return new ShipmentId(Ids.derive(ShipmentId.PREFIX, commitId, 0));
    }

    /** The recall that this commit opens. */
    public RecallId newRecall() {
        return new RecallId(Ids.derive(RecallId.PREFIX, commitId, 0));
    }

    /** Something that this commit makes whose kind of id a room keeps to itself. */
    public String newId(String prefix) {
        return Ids.derive(prefix, commitId, 0);
    }
}
