/**
 * The connection to MongoDB and, where nobody names one, the embedded server behind it, which speaks MongoDB's protocol
 * on loopback and keeps its data in a directory. Owns how documents reach the disk; knows nothing of what is in them.
 */
@NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = "shared")
package vn.nguongoc.mongo;

import org.jspecify.annotations.NullMarked;
