package vn.nguongoc.evidence;

import java.util.List;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Refusal;

/** Why a file is not kept, or is no evidence of a fact. */
public sealed interface EvidenceRefusal extends Refusal {
    @Override
    default Kind refusalKind() {
        return Kind.INVALID;
    }

    /** The connection ended before the file did. */
    record BrokenOff() implements EvidenceRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.MALFORMED;
        }
    }

    record TooLarge(int limitMebibytes) implements EvidenceRefusal {}

    /** @param known what is kept instead */
    record TypeNotKnown(List<String> known) implements EvidenceRefusal {}

    /** It ends too early, or is not what its first bytes say. */
    record Damaged(FileType format) implements EvidenceRefusal {}

    /** @param limit pixels in all */
    record TooManyPixels(long width, long height, long limit) implements EvidenceRefusal {}

    /** @param limit pixels on either side */
    record SideTooLong(long width, long height, long limit) implements EvidenceRefusal {}

    /** Drawn anew it takes more room than is kept. */
    record TooLargeWhenDrawn(long bytes, long limitBytes) implements EvidenceRefusal {}

    /** Nobody can see what is in it, or who may. */
    record PdfEncrypted() implements EvidenceRefusal {}

    /** @param name what it does or carries, as PDF calls it */
    record PdfDoesThings(String name) implements EvidenceRefusal {}

    /** Its parts unpack to more than anybody reads. */
    record PdfUnpacksTooLarge(int limitMebibytes) implements EvidenceRefusal {}

    /**
     * @param named files with one fact
     * @param most that may be
     */
    record TooManyNamed(int named, int most) implements EvidenceRefusal {}

    /**
     * @param first where it stands in the list, from 1
     * @param again where it stands again
     */
    record NamedTwice(FileId file, int first, int again) implements EvidenceRefusal {}

    /**
     * @param keeper who would have had to send them
     * @param missing how many were not sent
     * @param named how many the fact names
     */
    record NotSentBefore(OrganisationId keeper, int missing, int named, List<FileId> files)
            implements EvidenceRefusal {}

    /**
     * @param bytes that it takes
     * @param usedBytes that the organisation's files take
     * @param limitBytes that they may take
     */
    record QuotaReached(long bytes, long usedBytes, long limitBytes) implements EvidenceRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.CONFLICT;
        }
    }

    /** @param most files that are taken at the same time */
    record TooManyUploads(int most) implements EvidenceRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.BUSY;
        }
    }
}
