/**
 * The read side: what each thing is now, and a lot's history with everything upstream of it. Built from events alone,
 * thrown away and rebuilt at will; it refuses nothing and decides nothing.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "eventlog",
            "mongo",
            "catalogue",
            "web",
            "label",
            "organisation::event",
            "seed::event",
            "plot::event",
            "lot::event",
            "step::event",
            "shipment::event",
            "recall::event",
            "labelling::event"
        })
package vn.nguongoc.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
