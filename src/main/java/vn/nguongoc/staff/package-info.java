/**
 * The pages and lists of who works for whom, with which keys, and of administrative acts. It reads what there is and
 * hands what its forms say to {@code identity}; it decides nothing and knows no secret longer than to show it once.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "eventlog",
            "web",
            "identity",
            "identity::event",
            "identity::web",
            "view",
            "generations::reading",
            "lists",
            "lists::web"
        })
package vn.nguongoc.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
