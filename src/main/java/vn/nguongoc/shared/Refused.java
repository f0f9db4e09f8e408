package vn.nguongoc.shared;

/** Carries a {@link Refusal} from the rule that spoke it to the person who asked; nothing was stored. */
public final class Refused extends RuntimeException {
    private final transient Refusal refusal;

    public Refused(Refusal refusal) {
        // A refusal is an answer, not a fault: no stack trace to fill or to log.
        super(refusal.toString(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
