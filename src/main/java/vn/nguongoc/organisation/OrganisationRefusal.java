package vn.nguongoc.organisation;

import vn.nguongoc.shared.Refusal;

/** Why a cooperative cannot be entered. */
public sealed interface OrganisationRefusal extends Refusal {

    /** No ward of today has this code. */
    record UnknownWard(String ward) implements OrganisationRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.INVALID;
        }
    }

    /** A global location number has 13 digits. */
    record NotALocationNumber(String gln) implements OrganisationRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.INVALID;
        }
    }
}
