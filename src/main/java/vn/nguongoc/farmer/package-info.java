/**
 * Farmers as people: what a cooperative knows of them, what they agreed to, what they asked for. The log holds
 * commitments, codes and consents; what opens a commitment lies beside it under a key for each person, which is
 * destroyed with them. Refuses to keep what nobody agreed to, and to tell what was erased.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "eventlog", "mongo", "web", "organisation"})
package vn.nguongoc.farmer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
