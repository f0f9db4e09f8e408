/** How what was stored under older revisions becomes the events of today; the log alone asks. */
@NullMarked
@NamedInterface("upcast")
package vn.nguongoc.lot.event.upcast;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
