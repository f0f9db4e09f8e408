package vn.nguongoc.generations;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import vn.nguongoc.generations.Shelves.Entry;

/** Entries of lists by their keys, all lists in one order. */
public interface Lists {
    /** Those with keys from {@code from} on and below {@code below}, in their order, at most so many. */
    List<Entry> entries(String from, String below, int limit);

    /** Which of these keys have an entry. */
    Set<String> present(Collection<String> keys);
}
