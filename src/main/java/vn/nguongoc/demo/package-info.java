/**
 * The demonstration: a real rice chain of a made-up cooperative, recorded through this service's own REST API as
 * anybody else would record it. Started with {@code --demo}; knows no room but the words of the API.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"label", "web", "lists", "shared"})
package vn.nguongoc.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
