/** What whoever runs the service did. */
@NullMarked
@NamedInterface("event")
package vn.nguongoc.operation.event;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
