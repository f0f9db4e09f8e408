package vn.nguongoc.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.regex.Pattern;

/**
 * Where a number is from: a law, a standard, a paper or a rule of docs/rules.md, and how sure that is: {@code [V]} was
 * read in a public source, {@code [K]} is general knowledge that nobody verified, {@code [I]} is this service's own
 * inference or choice.
 */
public record Source(String text) {
    private static final Pattern TAGGED = Pattern.compile("\\S.* \\[[VKI]]");

    /** @throws IllegalArgumentException if it does not end in a tag */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Source {
        if (!TAGGED.matcher(text).matches()) {
            throw new IllegalArgumentException("a source ends in its tag, [V], [K] or [I]: " + text);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
