/**
 * What the person who runs the service looks at: how far the followers of the log have come, which events they set
 * aside, trying those again, telling the history anew. It records who asked for that, no facts of the farm, and makes
 * no writer wait.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "eventlog", "web", "generations::reading", "lists::web"})
package vn.nguongoc.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
