/**
 * Farm plots, their crop cycles and what is done on them. Refuses a second open cycle, a harvest before the pre-harvest
 * interval is over, and more than the area can bear.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "eventlog", "web", "catalogue", "organisation"})
package vn.nguongoc.plot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
