package vn.nguongoc.web;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** ETags of things: the version first, which {@code If-Match} names, then what else the answer depends on. */
public final class Tags {
    private Tags() {}

    /**
     * @param version of the thing; of one that has none there is no tag
     * @param beside what the answer shows that is no event of the thing
     */
    public static @Nullable String of(OptionalLong version, Object... beside) {
        if (version.isEmpty()) {
            return null;
        }
        var tag = new StringBuilder().append(version.getAsLong());
        for (var it : beside) {
            tag.append('-').append(it);
        }
        return tag.toString();
    }
}
