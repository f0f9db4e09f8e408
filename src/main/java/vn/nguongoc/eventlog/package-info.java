/**
 * The event log behind Axon: one document per commit, dense positions, canonical bytes and their leaf hashes. Owns what
 * is stored of an event and under which name; refuses to store anything twice, with a gap, or under an unknown name.
 */
@NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "mongo"})
package vn.nguongoc.eventlog;

import org.jspecify.annotations.NullMarked;
