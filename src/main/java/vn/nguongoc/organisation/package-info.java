/**
 * Organisations: cooperatives and their partners (mills, plants, traders, carriers, laboratories …), who they are,
 * where they sit and which certificates they hold. Refuses a location number with a wrong check digit, a ward that does
 * not exist, and a certificate that its scheme does not give; says what may be claimed of which plot or facility on a
 * day.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "eventlog", "web", "catalogue", "evidence"})
package vn.nguongoc.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
