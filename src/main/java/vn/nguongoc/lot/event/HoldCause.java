package vn.nguongoc.lot.event;

/** Why a lot is held back: while it is, nothing leaves it but to be tested or destroyed. */
public enum HoldCause {
    /** Somebody of the organisation said so. */
    PERSON(false, true),
    /** A laboratory failed it; released only after it passed the same test. */
    LAB_FAILED(true, true),
    /** What was frozen was too warm for too long. */
    COLD_CHAIN(false, true),
    /** A spray or medicine was entered later whose waiting time was not over at the harvest. */
    WAITING_TIME(true, true),
    /** A banned substance was used: for good. */
    BANNED_SUBSTANCE(true, false),
    /** It is recalled: for good. */
    RECALL(true, false);

    private final boolean reachesDescendants;
    private final boolean endsByRelease;

    HoldCause(boolean reachesDescendants, boolean endsByRelease) {
        this.reachesDescendants = reachesDescendants;
        this.endsByRelease = endsByRelease;
    }

    /** Whether everything made of the lot, before or after, is held with it. */
    public boolean reachesDescendants() {
        return reachesDescendants;
    }

    /** Whether two people can end it. */
    public boolean endsByRelease() {
        return endsByRelease;
    }
}
