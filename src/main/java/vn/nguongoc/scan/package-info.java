/**
 * How often units and lots are scanned, and what looks as if a code had been copied. Owns observations, which are
 * erased after a while, not facts of the farm; keeps no address of anybody, and never says that goods are fake.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "view",
            "generations::reading",
            "lists",
            "lists::web",
            "history",
            "label",
            "web",
            "lot::event"
        })
package vn.nguongoc.scan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
