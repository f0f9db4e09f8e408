/**
 * Keeps views and lists in generations: one is served while the next is told anew from the log. It knows no event and
 * writes nothing by itself; other rooms than {@code lists} and {@code history} may only read ({@code reading}).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "eventlog", "web", "view"})
package vn.nguongoc.generations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
