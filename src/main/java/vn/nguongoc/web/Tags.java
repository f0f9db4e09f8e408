package vn.nguongoc.web;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** ETags of things: the version first, which {@code If-Match} names, then what else the answer depends on. */
public final class Tags {
    private Tags() {}

    /**
     * @param version of the thing; of one that has none there is no tag
     * @param beside what the answer shows that is no event of the thing; what is absent is left out
     */
    public static @Nullable String of(OptionalLong version, @Nullable Object... beside) {
        if (version.isEmpty()) {
            return null;
        }
        var tag = new StringBuilder().append(version.getAsLong());
        for (var it : beside) {
            if (it != null) {
                tag.append('-').append(it);
            }
        }
        return tag.toString();
    }
}
