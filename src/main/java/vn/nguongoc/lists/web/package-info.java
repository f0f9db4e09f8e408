/** The REST side of lists: every one is a GET, in pages. */
@NullMarked
@NamedInterface("web")
package vn.nguongoc.lists.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
