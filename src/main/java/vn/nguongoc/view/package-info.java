/**
 * What each thing is now: records of organisations, plots, lots, steps, shipments, recalls, runs of labels and people,
 * fed by events alone. It reads nothing, keeps nothing and decides nothing.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "evidence",
            "organisation::event",
            "seed::event",
            "plot::event",
            "lot::event",
            "step::event",
            "shipment::event",
            "recall::event",
            "labelling::event",
            "identity::event",
            "farmer::event"
        })
package vn.nguongoc.view;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
