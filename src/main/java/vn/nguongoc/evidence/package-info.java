/**
 * Files that support a record: photographs, certificates, results of laboratories. Keeps what can be seen of a
 * photograph and nothing else that came with it, under the digest of what it keeps; refuses what it does not know by
 * its bytes, and says nothing of what a file proves.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "eventlog", "mongo", "web"})
package vn.nguongoc.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
