package vn.nguongoc.labelling;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.labelling.event.LabelNumbers;
import vn.nguongoc.labelling.event.LabelRunId;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Refusal;

/** Why labels are not ordered, put on goods or voided. */
public sealed interface LabellingRefusal extends Refusal {

    @Override
    default Kind refusalKind() {
        return Kind.INVALID;
    }

    /** Only what is packed in units of one size has labels of its own for each unit. */
    record NoUnits(LotId lot, String product) implements LabellingRefusal {}

    /**
     * Units get their labels where they are packed, once.
     *
     * @param origin id of the record that the lot came from; absent for a harvest
     */
    record PackedElsewhere(LotId lot, @Nullable String origin) implements LabellingRefusal {}

    /**
     * More labels of a kind than units.
     *
     * @param requested by this run
     * @param labelled there are so many already that are not void
     * @param packed units in the lot
     */
    record MoreThanPacked(LotId lot, int requested, long labelled, long packed) implements LabellingRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.CONFLICT;
        }
    }

    /** A run has at least one label and no more than this. */
    record RunTooLarge(int requested, int most) implements LabellingRefusal {}

    /** @param count labels of the run, numbered from 1 */
    record NoSuchLabels(LabelRunId run, LabelNumbers requested, int count) implements LabellingRefusal {}

    /** What is void stays so. */
    record AlreadyVoid(LabelRunId run, LabelNumbers numbers) implements LabellingRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.CONFLICT;
        }
    }

    /** A label is put on goods once. */
    record AlreadyActivated(LabelRunId run, LabelNumbers numbers) implements LabellingRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.CONFLICT;
        }
    }

    /** Before the file is whole there are no labels that could be put on goods or printed again. */
    record NotPrintedYet(LabelRunId run) implements LabellingRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.CONFLICT;
        }
    }

    /** What is printed is not given up: its labels can be voided. */
    record AlreadyPrinted(LabelRunId run) implements LabellingRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.CONFLICT;
        }
    }

    /** It was given up, and nothing more becomes of it. */
    record AlreadyCancelled(LabelRunId run) implements LabellingRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.CONFLICT;
        }
    }

    /** Nothing happens to labels before they were ordered. */
    record BeforeTheRun(LabelRunId run, OffsetDateTime requested, OffsetDateTime notBefore)
            implements LabellingRefusal {}

    /** Nobody told this service a key for serials, and it may not make one by itself. */
    record NoSerialKey() implements LabellingRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.BUSY;
        }
    }
}
