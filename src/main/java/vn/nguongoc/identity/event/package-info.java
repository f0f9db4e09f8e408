/** What happened to people and keys, and the words it is told in. */
@NullMarked
@NamedInterface("event")
package vn.nguongoc.identity.event;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
