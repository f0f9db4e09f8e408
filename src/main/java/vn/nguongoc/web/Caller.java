package vn.nguongoc.web;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Who sent a request, as whoever keeps the doors found out.
 *
 * @param actor id of the person or the key, for the record
 * @param tenant whose idempotency keys these are: a person's own, or those of the organisation that a machine works
 *     for, so that a key may be replaced between two tries
 */
public record Caller(String actor, String tenant) {
    /** Whoever sits at this machine, while the doors are open. */
    public static final Caller LOCAL = new Caller("local", "local");

    private static final String ATTRIBUTE = Caller.class.getName();

    /** Says whose request this is. */
    public void sent(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** Whose it is. */
    public static Caller of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Caller caller ? caller : LOCAL;
    }
}
