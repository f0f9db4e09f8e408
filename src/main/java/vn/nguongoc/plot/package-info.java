/**
 * Farm plots, the land they cover, their crop cycles and what is done on them. Refuses an outline that does not agree
 * with the declared area or ward or covers another plot's land, a second open cycle, a harvest before the pre-harvest
 * interval is over, and more than the area can bear.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "eventlog",
            "web",
            "catalogue",
            "evidence",
            "farmer",
            "farmer::event",
            "organisation",
            "seed",
            "seed::event"
        })
package vn.nguongoc.plot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
