package vn.nguongoc.cooperative;

import vn.nguongoc.shared.Refusal;

/** Why a cooperative cannot be entered. */
public sealed interface CooperativeRefusal extends Refusal {

    /** No ward of today has this code. */
    record UnknownWard(String ward) implements CooperativeRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.INVALID;
        }
    }

    /** A global location number has 13 digits. */
    record NotALocationNumber(String gln) implements CooperativeRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.INVALID;
        }
    }
}
