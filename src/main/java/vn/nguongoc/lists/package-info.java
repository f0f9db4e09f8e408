/**
 * What can be listed, searched and summed up: lots, stock, hand-overs, lots to be tested, runs of labels, seasons,
 * people, acts. Owns the entries of these lists and the cursors between their pages; refuses a question that it would
 * have to answer with too much.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "eventlog",
            "catalogue",
            "web",
            "view",
            "generations",
            "generations::reading",
            "lot::event",
            "labelling::event",
            "identity::event",
            "farmer::event"
        })
package vn.nguongoc.lists;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
