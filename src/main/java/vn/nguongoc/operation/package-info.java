/**
 * What the person who runs the service looks at: how far the followers of the log have come, which events they set
 * aside, and trying those again. It records no facts of the farm and makes no writer wait.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "eventlog", "web", "lists::web"})
package vn.nguongoc.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
