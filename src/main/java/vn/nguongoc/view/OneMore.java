package vn.nguongoc.view;

import java.util.ArrayList;
import java.util.List;

/** Lists that grow, which nobody changes. */
final class OneMore {
    private OneMore() {}

    static <T> List<T> after(List<T> list, T more) {
        var all = new ArrayList<>(list);
        all.add(more);
        return List.copyOf(all);
    }
}
