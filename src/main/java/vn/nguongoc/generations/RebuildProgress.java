package vn.nguongoc.generations;

import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * How far a history that is being told anew has come.
 *
 * @param generation its number
 * @param position of the last event it has seen, −1 before the first
 * @param head position of the log's last event
 * @param failure what keeps it from going on
 */
@NamedInterface("reading")
public record RebuildProgress(
        long generation, long position, long head, @Nullable Throwable failure) {

    /** Of the log, in whole percent, 0 to 100. */
    public int percent() {
        return head < 0 ? 100 : Math.clamp(100 * (position + 1) / (head + 1), 0, 100);
    }
}
