/**
 * People and machines: who they are, how they prove it, and what each may do for which organisation. Keeps passwords,
 * names for signing in and sessions beside the log, where they can be erased; the log holds who was let in, as what,
 * and by whom. Refuses to say whether it was the name or the password that was wrong.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "eventlog", "mongo", "web", "organisation", "organisation::event"})
package vn.nguongoc.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
