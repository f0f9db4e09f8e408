/** Files over REST. */
@NullMarked
@NamedInterface("web")
package vn.nguongoc.evidence.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
