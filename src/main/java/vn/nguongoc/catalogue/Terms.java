package vn.nguongoc.catalogue;

import java.util.List;
import java.util.Set;

/**
 * Closed lists of words: their codes are here, what people read is in the message files.
 *
 * @param groups the parts of a lot's journey, newest first
 */
public record Terms(
        Set<String> seasons, Set<String> plotKinds, Set<String> labTests, List<String> groups, Set<String> markets) {}
