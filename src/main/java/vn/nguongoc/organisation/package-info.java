/**
 * Organisations: cooperatives and their partners (mills, plants, traders, carriers, laboratories …), who they are and
 * where they sit. Refuses a location number with a wrong check digit and a ward that does not exist.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "eventlog", "web", "catalogue"})
package vn.nguongoc.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
