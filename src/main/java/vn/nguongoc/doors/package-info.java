/**
 * Who may do what: a line for every command and every address, and the chain that asks. Refuses what has no line, and
 * answers for what is somebody else's as for what is not there.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "eventlog",
            "web",
            "mongo",
            "identity",
            "identity::event",
            "identity::web",
            "evidence",
            "seed::event",
            "labelling::event",
            "organisation",
            "seed",
            "plot",
            "lot",
            "step",
            "shipment",
            "recall",
            "recallreport",
            "labelling",
            "operation",
            "farmer",
            "farmer::event",
            "view",
            "generations::reading"
        })
package vn.nguongoc.doors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
