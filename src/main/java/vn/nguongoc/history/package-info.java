/**
 * Makes views and lists of events, and tells a lot's history with everything upstream of it. Built from events alone,
 * thrown away and rebuilt at will; it refuses nothing and decides nothing.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "eventlog",
            "catalogue",
            "evidence",
            "evidence::web",
            "web",
            "label",
            "view",
            "generations",
            "generations::reading",
            "lists",
            "organisation::event",
            "seed::event",
            "plot::event",
            "lot::event",
            "step::event",
            "shipment::event",
            "recall::event",
            "labelling::event",
            "identity::event",
            "operation::event",
            "farmer",
            "farmer::event"
        })
package vn.nguongoc.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
