/**
 * Seed lots and batches of post-larvae: what a cooperative received, how much of it is left, for which crop cycles it
 * was taken and what tests said. Refuses to give out more than was received, or to call a batch fit for stocking that
 * no recent test of every required pathogen clears.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "eventlog", "web", "catalogue", "organisation"})
package vn.nguongoc.seed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
