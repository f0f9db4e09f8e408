package vn.nguongoc.generations;

import vn.nguongoc.view.View;

/** Which view of which thing. */
public record ViewKey(Class<? extends View> type, String id) {

    public static ViewKey of(Class<? extends View> type, Object id) {
        return new ViewKey(type, id.toString());
    }
}
