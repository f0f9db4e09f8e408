/**
 * Where the goods of a recall are: of one that was opened, and of a mock recall, which only asks what a real one would
 * reach. It reads traces and the history and stores nothing: nobody's lot is held because somebody practised.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "eventlog", "web", "view", "generations::reading", "trace", "step::event"})
package vn.nguongoc.recallreport;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
