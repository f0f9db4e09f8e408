/**
 * Lots: from the harvest to the packed goods, what each holds and who drew from it. Refuses to give out more than a lot
 * holds, or the same lot number twice.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "eventlog",
            "web",
            "catalogue",
            "evidence",
            "organisation",
            "farmer",
            "farmer::event",
            "plot",
            "plot::event"
        })
package vn.nguongoc.lot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
