/**
 * Runs of labels on paper: whether a run can be printed, its file, and the recorder's pages for it. It prints what the
 * record says and nothing else, serves no file that is not whole, and keeps none for ever: the same run prints the same
 * file again.
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
            "labelling",
            "labelling::event",
            "view",
            "generations::reading",
            "lists",
            "lot::event"
        })
package vn.nguongoc.printing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
