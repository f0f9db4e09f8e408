/**
 * Where a lot came from and where it went: the graph of lots, steps and shipments, both ways, at any moment, with the
 * kilograms on each way. It reads the history and stores nothing; it does not say what is right or wrong with a lot.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "eventlog",
            "catalogue",
            "web",
            "view",
            "generations::reading",
            "lot::event",
            "step::event",
            "shipment::event"
        })
package vn.nguongoc.trace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
