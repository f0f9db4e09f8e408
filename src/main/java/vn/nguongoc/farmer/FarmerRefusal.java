package vn.nguongoc.farmer;

import java.util.List;
import vn.nguongoc.shared.Refusal;

/** Why something is not kept or not told of a farmer. None names a person or repeats what was given of them. */
public sealed interface FarmerRefusal extends Refusal {
    @Override
    default Kind refusalKind() {
        return Kind.INVALID;
    }

    /** Another farmer of the organisation has this code; or had it, and was erased. */
    record CodeTaken(String farmer) implements FarmerRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.CONFLICT;
        }
    }

    /** They were erased: nothing is recorded of them any more. */
    record Erased(String farmer) implements FarmerRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.CONFLICT;
        }
    }

    /** This is kept only of who agreed to it. */
    record NoConsent(String field, String purpose) implements FarmerRefusal {}

    record ConsentGivenBefore(String purpose) implements FarmerRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.CONFLICT;
        }
    }

    record ConsentNotGiven(String purpose) implements FarmerRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.CONFLICT;
        }
    }

    /** Nobody was shown these words: there are no such words in that language. */
    record WordsUnknown(int text, String language, List<String> languages) implements FarmerRefusal {}

    /** Who is to be erased must have asked for it, so that it can be shown afterwards. */
    record ErasureNotAskedFor(String farmer) implements FarmerRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.CONFLICT;
        }
    }

    record RequestNotOpen(int number) implements FarmerRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.CONFLICT;
        }
    }

    /** An erasure is done by erasing, not by saying so. */
    record ErasureIsNotJustSaid() implements FarmerRefusal {}

    /** Who refuses says why. */
    record RefusalWithoutReason() implements FarmerRefusal {}

    /** Too many requests of one farmer are open. */
    record TooManyRequests(int limit) implements FarmerRefusal {}

    /** Nothing was given to be put right. */
    record NothingGiven() implements FarmerRefusal {}

    /** There is nothing to hide what is known of people with, so nothing of them is taken. */
    record NoMasterKey() implements FarmerRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.CONFLICT;
        }
    }
}
