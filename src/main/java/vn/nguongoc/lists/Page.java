package vn.nguongoc.lists;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list. It may hold fewer than were asked for and not be the last.
 *
 * @param cursor where the next page begins; absent on the last
 */
public record Page<T>(List<T> items, @Nullable String cursor) {}
