/**
 * Cooperatives: who they are and where they sit. Refuses a location number with a wrong check digit and a ward that
 * does not exist.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "eventlog", "web", "catalogue"})
package vn.nguongoc.cooperative;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
