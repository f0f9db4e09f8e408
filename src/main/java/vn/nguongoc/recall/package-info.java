/**
 * Recalls: which lots, everything made of them wherever it is, what came back. Refuses to recall what somebody else
 * holds, or to take back more than had gone; nothing made of a recalled lot escapes it, whoever makes it meanwhile.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "eventlog", "web", "lot", "lot::event", "plot::event", "step::event"})
package vn.nguongoc.recall;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
