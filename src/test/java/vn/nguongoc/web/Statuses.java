package vn.nguongoc.web;

import vn.nguongoc.shared.Refusal;

/** Which HTTP status a refusal has, for tests of other rooms. */
public final class Statuses {
    private Statuses() {}

    public static int of(Refusal.Kind kind) {
        return Problems.status(kind).value();
    }
}
