package vn.nguongoc.history;

/** Which view of which thing. */
record ViewKey(Class<? extends View> type, String id) {

    static ViewKey of(Class<? extends View> type, Object id) {
        return new ViewKey(type, id.toString());
    }
}
