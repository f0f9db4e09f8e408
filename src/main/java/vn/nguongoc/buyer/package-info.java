/**
 * What a buyer sees after a scan, and the addresses that lead there. Says what is known, who says so and what is not
 * known; never says "genuine".
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "view",
            "generations::reading",
            "lists",
            "history",
            "trace",
            "label",
            "scan",
            "web",
            "catalogue",
            "evidence",
            "evidence::web",
            "farmer",
            "farmer::event",
            "organisation::event",
            "plot::event",
            "lot::event",
            "step::event"
        })
package vn.nguongoc.buyer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
