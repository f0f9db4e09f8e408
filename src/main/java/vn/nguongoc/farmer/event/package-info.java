/** What happened: the only part of this room that readers of the record may import. */
@NullMarked
@NamedInterface("event")
package vn.nguongoc.farmer.event;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
